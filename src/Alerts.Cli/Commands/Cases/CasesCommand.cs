using System.CommandLine;
using Alerts.Cases;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Reconcile;
using Alerts.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Cases;

/// <summary><c>alerts cases</c>: what is watched, and where each case stands.</summary>
internal static class CasesCommand
{
    public static Command Create() => new("cases", "The watched cases") { List(), Show(), MoveCommands.Merge(), MoveCommands.Rename() };

    private static Command List()
    {
        var country = Forms.Country.ToOption("--country", "CC", "Only those of this country");
        var json = new Option<bool>("--json") { Description = "One JSON object a line for each case" };
        var command = new Command("list", "All cases and their states") { country, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var only = parsed.GetValue(country);
            var files = await host.Services.GetRequiredService<ICaseStore>()
                .ListAsync(cancellation)
                .Where(f => only is null || f.Case.Country == only)
                .OrderBy(f => f.Case.Id, StringComparer.Ordinal)
                .ToListAsync(cancellation);
            Print(Screen.Of(parsed), files, parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var id = Forms.Slug.ToArgument("id", "Id of a case, or what telemetry calls it");
        var json = new Option<bool>("--json") { Description = "As one JSON object" };
        var command = new Command("show", "One case: its state, what happened and what proves it") { id, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var ids = host.Services.GetRequiredService<TelemetryIds>();
            var file = await FindAsync(host.Services.GetRequiredService<ICaseStore>(), ids, parsed.GetValue(id)!, cancellation)
                ?? throw new BadInputException(CaseIds.Unknown(parsed.GetValue(id)!, await CaseIds.StoredAsync(host, cancellation)));
            var screen = Screen.Of(parsed);
            if (parsed.GetValue(json))
            {
                screen.Json(new { file.Case, file.State, file.Events }, Wire.Json);
            }
            else
            {
                CaseReport.Print(screen, file, DateOnly.FromDateTime(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime), ids.Of(file.Case.Id));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<CaseFile?> FindAsync(ICaseStore cases, TelemetryIds ids, string id, CancellationToken cancellation) =>
        await cases.FindAsync(id, cancellation)
        ?? (await cases.ListAsync(cancellation).FirstOrDefaultAsync(f => ids.Of(f.Case.Id) == id, cancellation) is { } called
            ? await cases.FindAsync(called.Case.Id, cancellation)
            : null);

    private static void Print(Screen screen, List<CaseFile> files, bool json)
    {
        if (json)
        {
            foreach (var file in files)
            {
                screen.Json(new { file.Case, file.State }, Wire.Json);
            }
        }
        else if (files.Count == 0)
        {
            screen.Line("No such case is stored. Import some with: alerts import FILE (or --seeds)");
        }
        else
        {
            screen.Table(
                ["id", "kind", "name", "country", "status", "since"],
                files.Select(f => new[]
                {
                    f.Case.Id, Word.Of(f.Case.Kind), f.Case.Name, f.Case.Country ?? "", Word.Of(f.State.Status), f.State.Since?.ToString() ?? "",
                }));
        }
    }
}
