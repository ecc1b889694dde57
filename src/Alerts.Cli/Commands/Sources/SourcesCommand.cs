using System.CommandLine;
using System.Globalization;
using Alerts.Cases;
using Alerts.Cli.Terminal;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Sources;

/// <summary><c>alerts sources</c>: where news is looked for.</summary>
internal static class SourcesCommand
{
    public static Command Create() => new("sources", "The watched sources") { List(), ShowSource.Create(), AddSource.Create(), TestSource.Create(), AcceptSource.Create(), SourceDiff.Create() };

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object a line for each source" };
        var command = new Command("list", "All sources and how their last check went") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var sources = await host.Services.GetRequiredService<ISourceStore>()
                .ListAsync(cancellation)
                .OrderBy(s => s.Source.Id, StringComparer.Ordinal)
                .ToListAsync(cancellation);
            Print(Screen.Of(parsed), sources, parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Screen screen, List<WatchedSource> sources, bool json)
    {
        if (json)
        {
            foreach (var source in sources)
            {
                screen.Json(source, Wire.Json);
            }
        }
        else if (sources.Count == 0)
        {
            screen.Line("No source is stored. Add one with: alerts sources add URL");
        }
        else
        {
            screen.Table(["id", "kind", "url", "every", "last check", "outcome", "problem"], sources.Select(Row));
        }
    }

    private static string[] Row(WatchedSource watched) =>
    [
        watched.Source.Id,
        Word.Of(watched.Source.Kind),
        watched.Source.Url.ToString(),
        watched.Source.Every is { } every ? Duration.Short(every) : "learned",
        watched.State.LastChecked?.ToString("u", CultureInfo.InvariantCulture) ?? "never",
        watched.State.Outcome ?? "",
        watched.State.Problem ?? "",
    ];
}
