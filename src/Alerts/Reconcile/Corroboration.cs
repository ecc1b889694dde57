using Alerts.Cases;
using Alerts.Http;

namespace Alerts.Reconcile;

/// <summary>What many sources that say the same are worth.</summary>
public static class Corroboration
{
    /// <summary>Nothing read by a program is certain.</summary>
    private const double Most = 0.99;

    /// <summary>
    /// Each further source takes away part of the doubt; only half of what it would by itself, since one reader's errors are alike in all of them.
    /// </summary>
    public static double Confidence(IEnumerable<CaseEvent> sightings)
    {
        var doubt = 1d;
        foreach (var (confidence, rank) in Sources(sightings).OrderDescending().Select((c, i) => (c, i)))
        {
            doubt *= 1 - (rank == 0 ? confidence : confidence / 2);
        }

        return Math.Round(Math.Max(Math.Min(1 - doubt, Most), sightings.Max(s => s.Confidence)), 4);
    }

    /// <summary>Pages of one site are one source, and so is a text that other sites repeat word for word.</summary>
    /// <returns>For each source that does not repeat another, the confidence of the surest of its readings.</returns>
    public static IReadOnlyList<double> Sources(IEnumerable<CaseEvent> sightings)
    {
        var origin = new Dictionary<string, string>();
        var best = new Dictionary<string, double>();
        var all = sightings.Select(s => (Site: $"site {HostName.WithoutWww(s.Evidence.Url)}", Words: $"words {s.Evidence.Quote}", s.Confidence)).ToList();
        foreach (var (site, words, _) in all)
        {
            var (one, other) = (Root(site), Root(words));
            origin[one] = other;
        }

        foreach (var (site, _, confidence) in all)
        {
            var root = Root(site);
            best[root] = Math.Max(best.GetValueOrDefault(root), confidence);
        }

        return [.. best.Values];

        string Root(string node)
        {
            while (origin.TryGetValue(node, out var next) && next != node)
            {
                origin[node] = origin.GetValueOrDefault(next, next);
                node = next;
            }

            return node;
        }
    }
}
