using Alerts.Configuration;
using Microsoft.Extensions.Configuration;

namespace Alerts.Tests.Configuration;

/// <summary>Settings with which the program starts, and changes to them; null takes one away.</summary>
internal static class Given
{
    public static readonly string Key = Convert.ToBase64String(new byte[32]);

    private static readonly Dictionary<string, string?> InAzure = new()
    {
        ["AlertsStorage:accountName"] = "alertsxyz",
        ["Protection:Key"] = Key,
        ["SweepSchedule"] = "0 * * * * *",
        ["RemindSchedule"] = "0 5 * * * *",
        ["BackupSchedule"] = "0 20 2 * * *",
        ["Email:ApiKey"] = "SG.key",
        ["Email:From"] = "Alerts <alerts@example.org>",
    };

    public static IReadOnlyList<SettingProblem> InAzureWith(params (string Name, string? Value)[] changes) => Problems(Front.Azure, InAzure, changes);

    public static IReadOnlyList<SettingProblem> OnOneMachineWith(params (string Name, string? Value)[] changes) =>
        Problems(Front.OneMachine, new Dictionary<string, string?> { ["Email:OutboxFolder"] = "outbox" }, changes);

    public static IConfiguration Of(IEnumerable<KeyValuePair<string, string?>> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private static IReadOnlyList<SettingProblem> Problems(Front front, IReadOnlyDictionary<string, string?> usual, (string Name, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(usual, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        return SettingCheck.Problems(Of(settings.Where(s => s.Value is not null)), front);
    }
}
