namespace Alerts.Benchmarks;

/// <summary>
/// What one run of something costs. Processor time of the whole process, garbage collection included, rather than time by the clock:
/// work of others on the machine disturbs it less.
/// </summary>
/// <param name="Processor">Of one run: the least of several.</param>
/// <param name="Allocated">Bytes, of one run.</param>
internal readonly record struct Effort(TimeSpan Processor, long Allocated)
{
    /// <summary>Runs it at least twice and for about so much processor time; whoever calls has warmed it up.</summary>
    public static Effort Of(Action run, TimeSpan budget)
    {
        var start = Environment.CpuUsage.TotalTime;
        var least = new Effort(TimeSpan.MaxValue, 0);
        for (var i = 0; i < 2 || Environment.CpuUsage.TotalTime - start < budget; i++)
        {
            var one = Once(run);
            least = one.Processor < least.Processor ? one : least;
        }

        return least;
    }

    private static Effort Once(Action run)
    {
        var (processor, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        run();
        return new Effort(Environment.CpuUsage.TotalTime - processor, GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }
}
