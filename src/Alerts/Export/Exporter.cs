using System.Runtime.CompilerServices;
using Alerts.Cases;
using Alerts.Import;
using Alerts.Import.Trees;
using Alerts.Reconcile;
using Alerts.Watch;

namespace Alerts.Export;

/// <summary>
/// Writes cases, all that happened to them and sources, so that an import brings back the same. Who subscribed, where alerts were sent and how
/// far a source has been read stay behind: they belong to this installation, and addresses to those who entrusted them to it.
/// </summary>
public sealed class Exporter(ICaseStore cases, ISourceStore sources, TimeProvider time)
{
    /// <summary>As many cases are read at once.</summary>
    private const int Ahead = 8;

    /// <param name="scope">What.</param>
    /// <param name="format">YAML or JSON.</param>
    /// <param name="output">Where to.</param>
    /// <param name="done">Told after each case how many there are, and how many are written.</param>
    /// <param name="cancellation">Ends the work between two cases.</param>
    public async Task<ExportReport> WriteAsync(ExportScope scope, ImportFormat format, TextWriter output, IProgress<(int Cases, int Written)>? done, CancellationToken cancellation)
    {
        if (format != ImportFormat.Json)
        {
            return await RunAsync(scope, new YamlExport(output), done, cancellation);
        }

        using var json = new JsonExport(output);
        return await RunAsync(scope, json, done, cancellation);
    }

    /// <summary>To a file, or as CSV to a folder. It gets its name when it is whole: what was there before stays until then.</summary>
    public async Task<ExportReport> SaveAsync(ExportScope scope, ImportFormat format, string path, IProgress<(int Cases, int Written)>? done, CancellationToken cancellation)
    {
        using var target = new ExportTarget(path, isFolder: format == ImportFormat.Csv);
        var report = default(ExportReport);
        if (format == ImportFormat.Csv)
        {
            using var tables = new CsvExport(target.Temporary);
            report = await RunAsync(scope, tables, done, cancellation);
        }
        else
        {
            await using var file = new StreamWriter(target.Temporary);
            report = await WriteAsync(scope, format, file, done, cancellation);
        }

        target.Keep();
        return report;
    }

    private async Task<ExportReport> RunAsync(ExportScope scope, IExportFormat format, IProgress<(int Cases, int Written)>? done, CancellationToken cancellation)
    {
        var report = default(ExportReport);
        format.Begin(PartReader.Version, time.GetUtcNow());
        if (scope.Has(ExportSection.Cases) || scope.Has(ExportSection.Events))
        {
            report = await WriteCasesAsync(scope, format, done, cancellation);
        }

        if (scope.Has(ExportSection.Sources))
        {
            format.Section("sources");
            foreach (var watched in await sources.ListAsync(cancellation).OrderBy(w => w.Source.Id, StringComparer.Ordinal).ToListAsync(cancellation))
            {
                format.Item(SourceSection.Write(watched.Source).Map);
                report = report with { Sources = report.Sources + 1 };
            }
        }

        format.End();
        return report;
    }

    private async Task<ExportReport> WriteCasesAsync(ExportScope scope, IExportFormat format, IProgress<(int Cases, int Written)>? done, CancellationToken cancellation)
    {
        var ids = await cases.ListAsync(cancellation).Select(f => f.Case.Id).Where(id => scope.Cases?.Contains(id) != false)
            .Order(StringComparer.Ordinal).ToListAsync(cancellation);
        var report = default(ExportReport);
        format.Section(scope.Has(ExportSection.Cases) ? "cases" : "events");
        await foreach (var file in FilesAsync(ids, cancellation))
        {
            foreach (var item in Items(file, scope))
            {
                format.Item(item);
            }

            var events = scope.Has(ExportSection.Events) ? file.Events : [];
            report = report with
            {
                Cases = report.Cases + 1,
                Events = report.Events + events.Count,
                Sightings = report.Sightings + events.Sum(e => e.Sightings.Count),
            };
            done?.Report((ids.Count, report.Cases));
        }

        return scope.Has(ExportSection.Cases) ? report : report with { Cases = 0 };
    }

    private static IEnumerable<MapNode> Items(CaseFile file, ExportScope scope) => (scope.Has(ExportSection.Cases), scope.Has(ExportSection.Events)) switch
    {
        (true, false) => [CaseSection.Write(file.Case).Map],
        (true, true) => [CaseSection.Write(file.Case).Maps("events", file.Events.Select(e => RecordSection.Write(new Shape(), e, file.Case.Id).Map)).Map],
        _ => file.Events.Select(e => RecordSection.Write(new Shape().Text("case", file.Case.Id), e, file.Case.Id).Map),
    };

    /// <summary>In order; one that was deleted meanwhile is passed over, and so is one that was merged: it is written under the id that it has now.</summary>
    private async IAsyncEnumerable<CaseFile> FilesAsync(List<string> ids, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reading = new Queue<(string Id, Task<CaseFile?> File)>();
        for (var i = 0; i < ids.Count + Ahead; i++)
        {
            if (i < ids.Count)
            {
                reading.Enqueue((ids[i], cases.FindAsync(ids[i], cancellation)));
            }

            if (reading.Count > 0 && (reading.Count == Ahead || i >= ids.Count))
            {
                var (id, read) = reading.Dequeue();
                if (await read is { } file && file.Case.Id == id)
                {
                    yield return file;
                }
            }
        }
    }
}
