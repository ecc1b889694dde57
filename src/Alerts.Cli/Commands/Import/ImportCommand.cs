using System.CommandLine;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Import;

/// <summary><c>alerts import</c>: cases, sources and subscriptions from a file, all of it or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "YAML or JSON; seeds/cases.yaml is a model", Arity = ArgumentArity.ZeroOrOne };
        var seeds = new Option<bool>("--seeds") { Description = "Import the cases that come with the program instead of a file" };
        var command = new Command("import", "Import cases, sources and subscriptions; a file with an error changes nothing") { file, seeds };
        command.Validators.Add(result =>
        {
            if (result.GetValue(seeds) == result.GetValue(file) is not null)
            {
                result.AddError("import: expected either a FILE or --seeds");
            }
        });
        command.SetAction((parsed, cancellation) => parsed.GetValue(file) is { } path
            ? ImportAsync(parsed, ImportSource.Read(path), cancellation)
            : ImportAsync(parsed, Seeds.Reading(), cancellation));
        return command;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, ImportReading reading, CancellationToken cancellation)
    {
        // Without a mention of what is defined elsewhere the file speaks for itself, and a wrong one needs no storage to say so.
        if (reading.Elsewhere.Count == 0)
        {
            ImportSource.Valid(reading);
        }

        await using var host = await ToolHost.OpenAsync(parsed, cancellation);
        var cases = await CaseIds.StoredAsync(host, cancellation);
        var sources = await host.Services.GetRequiredService<ISourceStore>().ListAsync(cancellation).Select(s => s.Source.Id).ToListAsync(cancellation);
        var file = ImportSource.Valid(reading.Against(cases, sources));
        var report = await host.Services.GetRequiredService<Importer>().RunAsync(file, cancellation);
        Print(Screen.Of(parsed), report);
        return ExitCode.Done;
    }

    private static void Print(Screen screen, ImportReport report)
    {
        screen.Line($"Imported: {report.Cases} cases, {report.Sources} sources, {report.Subscribers} subscribers to {report.Subscriptions} topics.");
        foreach (var made in report.NewSecrets)
        {
            WebhookSecret.Print(screen, made);
        }
    }
}
