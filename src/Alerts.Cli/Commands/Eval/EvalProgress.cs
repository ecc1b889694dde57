using System.Globalization;

namespace Alerts.Cli.Commands.Eval;

/// <summary>Says now and then how far a long run is; a short one ends before anything is said.</summary>
internal sealed class EvalProgress(int articles, IProgress<string> notice, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly long start = time.GetTimestamp();
    private TimeSpan next = Every;
    private int read;

    public void ArticleRead()
    {
        read++;
        var elapsed = time.GetElapsedTime(start);
        if (elapsed >= next && read < articles)
        {
            next = elapsed + Every;
            notice.Report(string.Create(
                CultureInfo.InvariantCulture, $"{read:N0} of {articles:N0} articles read in {elapsed.TotalSeconds:0} s, about {elapsed.TotalSeconds / read * (articles - read):0} s to go"));
        }
    }
}
