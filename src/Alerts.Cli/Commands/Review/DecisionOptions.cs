using System.CommandLine;
using Alerts.Cases;
using Alerts.Cli.Local;
using Alerts.Import;
using Alerts.Reconcile;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Review;

/// <summary>Which event is decided about, by whom and why.</summary>
internal sealed class DecisionOptions
{
    private const int ShortestId = 6;

    private readonly Argument<string> caseId = Forms.Slug.ToArgument("case", "Id of a case");
    private readonly Argument<string> eventId = new("event") { Description = $"Id of one of its events, or the first {ShortestId} or more characters of it" };

    private readonly Option<string?> by = Forms.Line.ToOption("--by", "NAME", "Who decides (default: the name you are logged in with)");
    private readonly Option<string?> note = Forms.Line.ToOption("--note", "TEXT", "Why; a correction shows it to those who were alerted");

    public void AddTo(Command command)
    {
        command.Add(caseId);
        command.Add(eventId);
        command.Add(by);
        command.Add(note);
    }

    public Decision Decision(ParseResult parsed, LocalHost host, Standing standing) => new()
    {
        Standing = standing,
        By = parsed.GetValue(by) ?? Environment.UserName,
        At = host.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
        Note = parsed.GetValue(note),
    };

    /// <exception cref="BadInputException">There is no such case or event.</exception>
    public async Task<(CaseFile File, RecordedEvent Event)> FindAsync(ParseResult parsed, LocalHost host, CancellationToken cancellation)
    {
        var (id, start) = (parsed.GetValue(caseId)!, parsed.GetValue(eventId)!);
        var file = await host.Services.GetRequiredService<ICaseStore>().FindAsync(id, cancellation)
            ?? throw new BadInputException(CaseIds.Unknown(id, await CaseIds.StoredAsync(host, cancellation)));
        var found = start.Length < ShortestId ? [] : file.Events.Where(e => e.Id.StartsWith(start, StringComparison.Ordinal)).ToList();
        return found switch
        {
            [var one] => (file, one),
            [] => throw new BadInputException($"The case {file.Case.Id} has no event \"{start}\"{(start.Length < ShortestId ? $": give at least {ShortestId} characters of its id" : "")} (alerts cases show {file.Case.Id} lists them)"),
            _ => throw new BadInputException($"{found.Count} events of {file.Case.Id} begin with \"{start}\": give more of the id (alerts cases show {file.Case.Id} lists them)"),
        };
    }
}
