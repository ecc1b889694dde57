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
    public static Command Create() => new("sources", "The watched sources") { List(), AddSource.Create(), TestSource.Create() };

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
        Interval(watched.Source.Every),
        watched.State.LastChecked?.ToString("u", CultureInfo.InvariantCulture) ?? "never",
        watched.State.Outcome ?? "",
        watched.State.Problem ?? "",
    ];

    /// <summary>As it is written: in the largest unit that divides it.</summary>
    private static string Interval(TimeSpan every)
    {
        var (count, unit) = (every.TotalDays % 1, every.TotalHours % 1) switch
        {
            (0, _) => (every.TotalDays, 'd'),
            (_, 0) => (every.TotalHours, 'h'),
            _ => (every.TotalMinutes, 'm'),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count:0}{unit}");
    }
}
