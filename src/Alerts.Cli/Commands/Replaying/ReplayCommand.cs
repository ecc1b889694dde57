using System.CommandLine;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Replaying;

/// <summary><c>alerts replay</c>: what today's rules read in the pages of then.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var since = new Option<DateOnly>("--since")
        {
            Description = "Pages received from this day on (UTC), such as 2026-10-01",
            HelpName = "DATE",
            Required = true,
            CustomParser = result =>
            {
                if (Forms.Day.TryRead(result.Tokens[0].Value, out var day))
                {
                    return day;
                }

                result.AddError($"--since: {Forms.Day.Complaint(result.Tokens[0].Value)}");
                return default;
            },
        };
        var dry = new Option<bool>("--dry-run") { Description = "Only show what would differ; write nothing" };
        var command = new Command("replay", "Read stored pages again with today's rules and show which events and alerts would differ. Nobody is alerted") { since, dry };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var screen = Screen.Of(parsed);
            var from = new DateTimeOffset(parsed.GetValue(since).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            var replay = host.Services.GetRequiredService<Replay>();
            var progress = new RunProgress("pages", Notice.OnTerminal(parsed), TimeProvider.System);
            var report = await replay.RunAsync(from, progress.Report, cancellation);
            Print(screen, report);
            if (!parsed.GetValue(dry) && report.Cases.Count > 0)
            {
                await replay.ApplyAsync(report, cancellation);
            }

            if (report.Cases.Count > 0)
            {
                screen.Line();
                screen.Line(parsed.GetValue(dry) ? "Nothing was written." : "The cases stand as today's rules read them. Nobody was alerted.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Screen screen, ReplayReport report)
    {
        var lost = report.Unreadable == 0 ? "" : $"; {report.Unreadable} could not be (damaged, or of a source that is not watched any more)";
        screen.Line($"{report.Snapshots} page{(report.Snapshots == 1 ? "" : "s")} read again{lost}. {report.Cases.Count} case{(report.Cases.Count == 1 ? " differs" : "s differ")}.");
        foreach (var rereading in report.Cases)
        {
            RereadingReport.Print(screen, rereading);
        }
    }
}
