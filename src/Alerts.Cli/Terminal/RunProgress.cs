using System.Globalization;

namespace Alerts.Cli.Terminal;

/// <summary>Says now and then how far a long run is; a short one ends before anything is said.</summary>
/// <param name="nouns">What is counted: "articles".</param>
/// <param name="notice">Where it is said.</param>
/// <param name="time">The clock.</param>
internal sealed class RunProgress(string nouns, IProgress<string> notice, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly long start = time.GetTimestamp();
    private TimeSpan next = Every;

    public void Report(int read, int of)
    {
        var elapsed = time.GetElapsedTime(start);
        if (elapsed >= next && read < of)
        {
            next = elapsed + Every;
            notice.Report(string.Create(
                CultureInfo.InvariantCulture, $"{read:N0} of {of:N0} {nouns} read in {elapsed.TotalSeconds:0} s, about {elapsed.TotalSeconds / read * (of - read):0} s to go"));
        }
    }
}
