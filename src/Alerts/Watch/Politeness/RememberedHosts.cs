namespace Alerts.Watch.Politeness;

/// <summary>What is remembered of hosts is bounded: before it grows beyond that, those with nothing to remember are forgotten.</summary>
internal static class RememberedHosts
{
    private const int Most = 4096;

    /// <param name="hosts">What is remembered, by host.</param>
    /// <param name="isIdle">Whether it makes no difference any more.</param>
    public static void Forget<T>(this IDictionary<string, T> hosts, Func<T, bool> isIdle)
    {
        if (hosts.Count < Most)
        {
            return;
        }

        foreach (var (host, _) in hosts.Where(h => isIdle(h.Value)).ToList())
        {
            hosts.Remove(host);
        }
    }
}
