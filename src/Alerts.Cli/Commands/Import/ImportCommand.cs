using System.CommandLine;
using Alerts.Cases;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Import.FollowTheMoney;
using Alerts.Reconcile;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Import;

/// <summary><c>alerts import</c>: cases, events, sources and subscriptions from a file, all of it or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file")
        {
            Description = "YAML or JSON (seeds/cases.yaml is a model), what `alerts export` wrote, or FollowTheMoney entities of OpenSanctions",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = Forms.Word<ImportFormat>().ToValueOption("--format", "yaml|json|csv|ftm", "How it is written (default: by its name and how it begins)");
        var seeds = new Option<bool>("--seeds") { Description = "Import the cases that come with the program instead of a file" };
        var command = new Command(
            "import",
            "Import cases, what happened to them, sources and subscriptions. A file with an error changes nothing, importing twice changes nothing, "
            + "what is stored is added to and never lost, and nobody is alerted.")
        {
            file, format, seeds,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(seeds) == result.GetValue(file) is not null)
            {
                result.AddError("import: expected either a FILE or --seeds");
            }
        });
        command.SetAction((parsed, cancellation) => parsed.GetValue(file) is { } path
            ? ImportAsync(parsed, path, parsed.GetValue(format), cancellation)
            : ImportSeedsAsync(parsed, cancellation));
        return command;
    }

    private static async Task<int> ImportSeedsAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = ImportSource.Valid(Seeds.Reading());
        await using var host = await ToolHost.OpenAsync(parsed, cancellation);
        ImportSummary.Print(Screen.Of(parsed), await host.Services.GetRequiredService<Importer>().RunAsync(file, cancellation));
        return ExitCode.Done;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, string path, ImportFormat? given, CancellationToken cancellation)
    {
        var format = ImportSource.Format(path, given);
        if (format == ImportFormat.Ftm)
        {
            return await ImportEntitiesAsync(parsed, path, cancellation);
        }

        var input = new ImportInput(path, format, TimeProvider.System);
        var reading = ImportSource.Reading(path, () => input.Check(new RunProgress("entries", Notice.OnTerminal(parsed), TimeProvider.System, "checked"), cancellation));

        // Without a mention of what is defined elsewhere the file speaks for itself, and a wrong one needs no storage to say so.
        if (reading.Elsewhere.Count == 0)
        {
            ImportSource.Require(reading);
        }

        await using var host = await ToolHost.OpenAsync(parsed, cancellation, touchesAddresses: reading.HasSubscribers);
        var cases = await KindsAsync(host, cancellation);
        var sources = await host.Services.GetRequiredService<ISourceStore>().ListAsync(cancellation).Select(s => s.Source.Id).ToListAsync(cancellation);
        ImportSource.Require(reading.Against(cases.Keys, sources, id => cases[id]));
        var written = new RunProgress("entries", Notice.OnTerminal(parsed), TimeProvider.System, "imported");
        ImportSummary.Print(Screen.Of(parsed), await host.Services.GetRequiredService<Importer>().RunAsync(input.Parts(), written, cancellation));
        return ExitCode.Done;
    }

    private static async Task<int> ImportEntitiesAsync(ParseResult parsed, string path, CancellationToken cancellation)
    {
        var input = new EntityInput(path);
        ImportSource.Require(ImportSource.Reading(path, () => input.Check(new RunProgress("entities", Notice.OnTerminal(parsed), TimeProvider.System, "checked"), cancellation)));
        await using var host = await ToolHost.OpenAsync(parsed, cancellation);
        var written = new RunProgress("cases", Notice.OnTerminal(parsed), TimeProvider.System, "imported");
        ImportSummary.Print(Screen.Of(parsed), await host.Services.GetRequiredService<EntityImporter>().RunAsync(input, written, cancellation));
        return ExitCode.Done;
    }

    private static async Task<Dictionary<string, CaseKind>> KindsAsync(LocalHost host, CancellationToken cancellation) =>
        await host.Services.GetRequiredService<ICaseStore>().ListAsync(cancellation).ToDictionaryAsync(f => f.Case.Id, f => f.Case.Kind, cancellationToken: cancellation);
}
