using Alerts.Cases;
using Alerts.Cli.Commands.Cases;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Jobs;
using Alerts.Reconcile;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Review;

/// <summary>Enters a decision and says what came of it.</summary>
internal static class Decisions
{
    /// <exception cref="BadInputException">It cannot be decided so.</exception>
    public static async Task EnterAsync(
        Screen screen, LocalHost host, CaseFile file, RecordedEvent recorded, Decision decision, bool quiet, CancellationToken cancellation)
    {
        try
        {
            var desk = host.Services.GetRequiredService<ReviewDesk>();
            Print(screen, file, (await desk.DecideAsync(file.Case.Id, recorded.Id, decision, quiet, cancellation))!, recorded.Id);
        }
        catch (ReviewException refused)
        {
            throw new BadInputException($"{file.Case.Id} {EventText.Line(recorded)}: {refused.Message}");
        }
    }

    private static void Print(Screen screen, CaseFile before, Reconciliation decided, string eventId)
    {
        var (state, now) = (before.State, decided.Revised.State);
        screen.Line($"{before.Case.Id} {EventText.Line(decided.Revised.Events.First(e => e.Id == eventId))}");
        screen.Line(state.Status == now.Status ? $"The state stays {Word.Of(now.Status)}." : $"The state is {Word.Of(now.Status)} now; it was {Word.Of(state.Status)}.");
        foreach (var news in decided.News)
        {
            screen.Line(news switch
            {
                CaseCorrection correction => $"A correction goes to everyone who was alerted on {correction.ToldAt:yyyy-MM-dd}.",
                _ => "It is news: everyone who follows the case is alerted.",
            });
        }

        if (decided.News.Count > 0)
        {
            screen.Line("(sent by the function app, or by alerts serve)", Screen.Faint);
        }
    }
}
