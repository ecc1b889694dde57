using Alerts.Cases;
using Alerts.Extract;

namespace Alerts.Benchmarks;

/// <summary>An index over so many cases, and what it cost.</summary>
/// <param name="Build">Processor time.</param>
/// <param name="Bytes">What stays in memory, the cases themselves not counted.</param>
internal sealed record Watching(IReadOnlyList<Case> Cases, CaseIndex Index, TimeSpan Build, long Bytes)
{
    /// <param name="count">How many are made up.</param>
    /// <param name="besides">Watched as well.</param>
    public static Watching Of(int count, params IReadOnlyList<Case> besides)
    {
        List<Case> cases = [.. Watched.Cases(count), .. besides];
        var (before, start) = (GC.GetTotalMemory(forceFullCollection: true), Environment.CpuUsage.TotalTime);
        var index = new CaseIndex(cases);
        var build = Environment.CpuUsage.TotalTime - start;
        return new Watching(cases, index, build, GC.GetTotalMemory(forceFullCollection: true) - before);
    }
}
