using System.Globalization;
using Alerts.Export;
using Alerts.Import;
using Alerts.Telemetry;
using Microsoft.Extensions.Logging;

namespace Alerts.Jobs;

/// <summary>Where backups are kept. How long is for the storage to say.</summary>
public interface IBackupStore
{
    /// <summary>Keeps one, in the place of what had its name.</summary>
    Task SaveAsync(string name, Stream content, CancellationToken cancellation);
}

/// <summary>Writes all cases, their events and sources once a day, as <c>alerts export</c> does; <c>alerts import</c> brings them back.</summary>
public sealed partial class Backup(Exporter exporter, IBackupStore store, TimeProvider time, ILogger<Backup> logger)
{
    private static readonly ExportScope Everything = new(Enum.GetValues<ExportSection>(), Cases: null);

    public async Task<ExportReport> RunAsync(CancellationToken cancellation)
    {
        using var activity = AlertsTelemetry.Start("backup");

        // Whole before any of it leaves: one that is cut off must not take the place of a good one.
        await using var content = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 65_536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var report = default(ExportReport);
        await using (var text = new StreamWriter(content, leaveOpen: true))
        {
            report = await exporter.WriteAsync(Everything, ImportFormat.Json, text, done: null, cancellation);
        }

        content.Position = 0;
        await store.SaveAsync(Name(time.GetUtcNow()), content, cancellation);
        Log.BackedUp(logger, report.Cases, report.Events, report.Sources, content.Length);
        return report;
    }

    /// <summary>One a day: a second run of the day replaces the first.</summary>
    public static string Name(DateTimeOffset now) => $"{now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.json";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Backup: {Cases} cases, {Events} events, {Sources} sources in {Bytes} bytes")]
        public static partial void BackedUp(ILogger logger, int cases, int events, int sources, long bytes);
    }
}
