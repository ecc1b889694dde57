using System.CommandLine;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Alerts.Export;
using Alerts.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Export;

/// <summary><c>alerts export</c>: cases, events and sources, so that <c>alerts import</c> brings back the same.</summary>
internal static class ExportCommand
{
    private const string Standard = "-";

    private static readonly Form<ImportFormat> Formats = Forms.Word(ImportFormat.Yaml, ImportFormat.Json, ImportFormat.Csv);

    private static readonly Form<IReadOnlyList<ExportSection>> Sections = new(
        $"some of {string.Join(", ", Alerts.Cases.Word.All<ExportSection>())}, with commas between",
        TryReadSections);

    public static Command Create()
    {
        var output = new Option<string>("--output")
        {
            Description = "A file, a folder for csv, or - for the standard output",
            HelpName = "FILE|FOLDER|-",
            DefaultValueFactory = _ => Standard,
        };
        var format = Formats.ToValueOption("--format", "yaml|json|csv", "How it is written (default: by the name of the output, else yaml)");
        var cases = Forms.Slug.ToRepeatable("--case", "ID", "Only this case, without sources unless --only asks for them");
        var only = Sections.ToOption("--only", "cases,events,sources", "Only these (default: all)");
        var command = new Command(
            "export",
            "Export cases, all that happened to them with every sighting and decision, and sources; `alerts import` brings back the same. "
            + "Subscribers, addresses, what was sent to whom and how far a source has been read stay behind.")
        {
            output, format, cases, only,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var ids = parsed.GetValue(cases)!;
            IReadOnlyList<ExportSection> asked = parsed.GetValue(only)
                ?? (ids.Count > 0 ? [ExportSection.Cases, ExportSection.Events] : Enum.GetValues<ExportSection>());
            var path = parsed.GetValue(output)!;
            return RunAsync(parsed, path, parsed.GetValue(format) ?? FormatOf(path), new ExportScope(asked, ids.Count > 0 ? ids.ToHashSet() : null), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string path, ImportFormat format, ExportScope scope, CancellationToken cancellation)
    {
        var complaint = path != Standard ? ExportPlace.Complaint(path, format == ImportFormat.Csv)
            : format == ImportFormat.Csv ? "An export as CSV is a folder of tables. Name one with --output FOLDER."
            : null;
        if (complaint is not null)
        {
            throw new BadInputException(complaint);
        }

        await using var host = await ToolHost.OpenAsync(parsed, cancellation);
        if (scope.Cases is { } asked)
        {
            CaseIds.Require(asked, await CaseIds.StoredAsync(host, cancellation));
        }

        var (exporter, progress) = (host.Services.GetRequiredService<Exporter>(), new RunProgress("cases", Notice.OnTerminal(parsed), TimeProvider.System, "exported"));
        if (path == Standard)
        {
            await exporter.WriteAsync(scope, format, parsed.InvocationConfiguration.Output, progress, cancellation);
            return ExitCode.Done;
        }

        try
        {
            var report = await exporter.SaveAsync(scope, format, path, progress, cancellation);
            Screen.Of(parsed).Line(
                $"Exported to {path}: {report.Cases} cases, {report.Events} events with {report.Sightings} sightings, {report.Sources} sources.");
            return ExitCode.Done;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new FailedException($"{path} cannot be written: {unwritable.Message}");
        }
    }

    private static ImportFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => ImportFormat.Json,
        ".yaml" or ".yml" => ImportFormat.Yaml,
        _ when Path.EndsInDirectorySeparator(path) || Directory.Exists(path) => ImportFormat.Csv,
        _ => ImportFormat.Yaml,
    };

    private static bool TryReadSections(string text, out IReadOnlyList<ExportSection> value)
    {
        var words = text.Split(',', StringSplitOptions.TrimEntries);
        value = [.. words.Select(word => Alerts.Cases.Word.TryParse<ExportSection>(word, out var section) ? section : (ExportSection?)null).OfType<ExportSection>()];
        return value.Count == words.Length;
    }
}
