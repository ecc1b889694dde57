using Microsoft.Extensions.Options;
using NodaTime;

namespace Alerts.Reconcile.Deadlines;

/// <summary>When people are reminded. Configuration section <c>Remind</c>.</summary>
public sealed class RemindOptions
{
    /// <summary>From this hour of the case's day on, 0 to 23.</summary>
    public int Hour { get; set; } = 8;

    /// <summary>IANA id, for cases that name no zone and whose country has several.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>After so many days without news a case is quiet; 0 for never.</summary>
    public int QuietDays { get; set; } = 180;

    internal DateTimeZone Zone => DateTimeZoneProviders.Tzdb[TimeZone];
}

/// <summary>Says at the start what is wrong with the settings and how to mend it.</summary>
internal sealed class RemindOptionsCheck : IValidateOptions<RemindOptions>
{
    public ValidateOptionsResult Validate(string? name, RemindOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(RemindOptions options)
    {
        if (options.Hour is < 0 or > 23)
        {
            yield return $"Remind:Hour is {options.Hour}; set it to an hour of the day, 0 to 23";
        }

        if (!CaseZone.Exists(options.TimeZone))
        {
            yield return $"Remind:TimeZone is \"{options.TimeZone}\"; set it to a zone of the IANA database, such as Asia/Almaty or UTC";
        }

        if (options.QuietDays < 0)
        {
            yield return $"Remind:QuietDays is {options.QuietDays}; set it to a number of days, or to 0 for never";
        }
    }
}
