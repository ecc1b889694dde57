using System.Globalization;

namespace Alerts.Cli.Terminal;

/// <summary>Says now and then how far a long run is; a short one ends before anything is said.</summary>
/// <param name="nouns">What is counted: "articles".</param>
/// <param name="notice">Where it is said.</param>
/// <param name="time">The clock.</param>
/// <param name="verb">What becomes of them.</param>
internal sealed class RunProgress(string nouns, IProgress<string> notice, TimeProvider time, string verb = "read") : IProgress<int>, IProgress<(int All, int Done)>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly long start = time.GetTimestamp();
    private TimeSpan next = Every;

    public void Report(int read, int of)
    {
        if (IsDue() is { } seconds && read < of)
        {
            notice.Report(string.Create(
                CultureInfo.InvariantCulture, $"{read:N0} of {of:N0} {nouns} {verb} in {seconds:0} s, about {seconds / read * (of - read):0} s to go"));
        }
    }

    void IProgress<(int All, int Done)>.Report((int All, int Done) value) => Report(value.Done, value.All);

    /// <summary>Where it is not known how many there are.</summary>
    void IProgress<int>.Report(int value)
    {
        if (IsDue() is { } seconds)
        {
            notice.Report(string.Create(CultureInfo.InvariantCulture, $"{value:N0} {nouns} {verb} in {seconds:0} s"));
        }
    }

    /// <returns>The seconds since the start; null where enough was said lately.</returns>
    private double? IsDue()
    {
        var elapsed = time.GetElapsedTime(start);
        if (elapsed < next)
        {
            return null;
        }

        next = elapsed + Every;
        return elapsed.TotalSeconds;
    }
}
