using System.CommandLine;
using Alerts.Cases;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Review;

/// <summary><c>alerts review</c>: what waits for a person, and what a person decides.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object a line for each event" };
        var command = new Command("review", "Events that wait for a person: list, accept, edit, reject; and take back what was accepted")
        {
            Decide("accept", "It happened as read: it counts, and is told if it is still news", Standing.Accepted),
            Decide("reject", "It did not happen: it stays out, however often it is told again", Standing.Rejected),
            Decide("retract", "Take an accepted event back; everyone who was alerted gets a correction", Standing.Retracted),
            EditCommand.Create(),
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var screen = Screen.Of(parsed);
            var waiting = await host.Services.GetRequiredService<ReviewDesk>().WaitingAsync(cancellation).ToListAsync(cancellation);
            if (parsed.GetValue(json))
            {
                waiting.ForEach(w => screen.Json(new { caseId = w.Case.Id, w.Event }, Wire.Json));
            }
            else
            {
                ReviewReport.Print(screen, waiting);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Decide(string verb, string description, Standing standing)
    {
        var target = new DecisionOptions();
        var quiet = new Option<bool>("--quiet") { Description = "Record it without alerting anybody" };
        var command = new Command(verb, description);
        target.AddTo(command);
        if (standing == Standing.Accepted)
        {
            command.Add(quiet);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var (file, recorded) = await target.FindAsync(parsed, host, cancellation);
            await Decisions.EnterAsync(Screen.Of(parsed), host, file, recorded, target.Decision(parsed, host, standing), standing == Standing.Accepted && parsed.GetValue(quiet), cancellation);
            return ExitCode.Done;
        });
        return command;
    }
}
