using System.CommandLine;
using Alerts.Cases;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Review;

/// <summary><c>alerts review edit</c>: it happened, but not as read.</summary>
internal static class EditCommand
{
    private const string Nothing = "-";

    public static Command Create()
    {
        var target = new DecisionOptions();
        var type = Forms.Word<CaseEventType>().ToValueOption("--type", "TYPE", "What happened");
        var date = new Option<string?>("--date") { HelpName = "DATE", Description = $"When: 2019, 2019-10 or 2019-10-16; {Nothing} for not known" };
        var term = new Option<string?>("--term") { HelpName = "TERM", Description = $"An ISO 8601 duration: P5Y, P7Y6M, P15D; {Nothing} for none" };
        var detail = new Option<string?>("--detail") { HelpName = "WORD", Description = $"A word of the vocabulary: parole, pardon, life, …; {Nothing} for none" };
        var quiet = new Option<bool>("--quiet") { Description = "Record an event that waited without alerting anybody" };
        var command = new Command("edit", "It happened, but not as read: it counts as you say; what was read is kept beside it") { type, date, term, detail, quiet };
        target.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (new Option[] { type, date, term, detail }.All(o => parsed.GetResult(o) is null))
            {
                throw new BadInputException("Nothing to edit: give --type, --date, --term or --detail. To take an event as it was read: alerts review accept");
            }

            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var (file, recorded) = await target.FindAsync(parsed, host, cancellation);
            var edit = new EventEdit
            {
                Type = parsed.GetValue(type) ?? recorded.Type,
                Date = parsed.GetValue(date) is { } day ? Date(day) : recorded.Date,
                Term = Given(parsed.GetValue(term), recorded.Term),
                Detail = Given(parsed.GetValue(detail), recorded.Detail),
            };
            var today = DateOnly.FromDateTime(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            if (Vocabulary.Complaint(file.Case.Kind, edit.Type, edit.Date, edit.Term, edit.Detail, today) is { } complaint)
            {
                throw new BadInputException(complaint);
            }

            var decision = target.Decision(parsed, host, Standing.Accepted) with { Edit = edit };
            await Decisions.EnterAsync(Screen.Of(parsed), host, file, recorded, decision, parsed.GetValue(quiet), cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static string? Given(string? given, string? former) => given switch
    {
        null => former,
        Nothing => null,
        _ => given,
    };

    private static PartialDate? Date(string given) => given == Nothing ? null
        : PartialDate.TryParse(given, out var date) ? date
        : throw new BadInputException($"--date: \"{given}\" is not a date such as 2019, 2019-10 or 2019-10-16, nor {Nothing} for not known");
}
