using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>Enters what a person decided about an event. Pure, as <see cref="Reconciler"/> is.</summary>
public sealed class Review(ReconcileOptions options)
{
    /// <param name="file">The case as it was read.</param>
    /// <param name="eventId">Which event.</param>
    /// <param name="decision">What was decided; without an edit, an earlier one stays.</param>
    /// <param name="told">What people were told of the event first; null for nothing, or where that is lost.</param>
    /// <param name="quiet">Whether an event that is accepted now is to be recorded without an alert. A correction is always told.</param>
    /// <exception cref="ReviewException">The event is not there, or does not stand so that this could be decided.</exception>
    public Reconciliation Decide(CaseFile file, string eventId, Decision decision, CaseNews? told, bool quiet)
    {
        var was = file.Events.FirstOrDefault(e => e.Id == eventId) ?? throw new ReviewException($"The case {file.Case.Id} has no event {eventId}.");
        if (Refusal(was, decision) is { } refusal)
        {
            throw new ReviewException(refusal);
        }

        var decided = Decided(was, decision with { Edit = decision.Edit ?? was.Decision?.Edit });
        var events = Chronicle.Settled(file.Case, file.Events.Select(e => e.Id == eventId ? decided : e), options);
        var revised = file with { Events = events, State = Fold.State(file.Case, events) };
        CaseNews? news = was.Told is not null ? Correction(file, revised, was, decided, told, decision)
            : !quiet && was.Standing != Standing.Accepted && decided.Standing == Standing.Accepted && Freshness.IsFresh(decided, options.FreshDays) ? Telling.Change(file.Case.Id, decided, file.State, revised.State, decision.At)
            : null;
        return new Reconciliation
        {
            Revised = revised with { Events = [.. events.Select(e => e.Id == eventId ? Announced(e, news) : e)] },
            News = news is null ? [] : [news],
        };
    }

    private static RecordedEvent Announced(RecordedEvent recorded, CaseNews? news) => news switch
    {
        CaseChange change => recorded with { Told = change.Id },
        CaseCorrection correction => recorded with { Corrected = correction.Id },
        _ => recorded,
    };

    private static string? Refusal(RecordedEvent was, Decision decision) => (was.Standing, decision.Standing) switch
    {
        (Standing.Accepted, Standing.Accepted) when decision.Edit is null => "It is accepted already.",
        (Standing.Accepted, Standing.Rejected) => "It is accepted already and counts. Take it back with: alerts review retract",
        (not Standing.Accepted, Standing.Retracted) => $"It is {Word.Of(was.Standing)} and counts for nothing. Only an accepted event can be retracted.",
        (Standing.Rejected, Standing.Rejected) => "It is rejected already.",
        _ => null,
    };

    private static RecordedEvent Decided(RecordedEvent was, Decision decision)
    {
        var decided = was with { Standing = decision.Standing, Doubt = null, Decisions = [.. was.Decisions, decision] };
        return decision.Edit is { } edit
            ? decided with { Type = edit.Type, Date = edit.Date, DateBasis = DateBasis.Stated, Term = edit.Term, Detail = edit.Detail, Disputes = [] }
            : decided;
    }

    private static CaseCorrection? Correction(CaseFile file, CaseFile revised, RecordedEvent was, RecordedEvent decided, CaseNews? told, Decision decision)
    {
        CorrectionKind? kind = (was.Standing, decided.Standing) switch
        {
            (Standing.Accepted, Standing.Accepted) when !Says(was).Equals(Says(decided)) => CorrectionKind.Amended,
            (Standing.Retracted or Standing.Rejected, Standing.Accepted) => CorrectionKind.Reinstated,
            (Standing.Accepted or Standing.Pending, Standing.Retracted or Standing.Rejected) => CorrectionKind.Retracted,
            (Standing.Pending, Standing.Accepted) when !Says(was).Equals(Says(decided)) => CorrectionKind.Amended,
            _ => null,
        };
        return kind is null ? null : new CaseCorrection
        {
            Id = Telling.Id(file.Case.Id, decided, $"{decided.Decisions.Count} {Word.Of(kind.Value)}"),
            CaseId = file.Case.Id,
            Kind = kind.Value,
            Corrects = was.Told!,
            ToldAt = told?.At ?? was.FirstSeen,
            Was = Telling.Proved(told is CaseChange first && was.Decision?.Edit is null ? first.Event : was),
            Event = Telling.Proved(decided),
            Before = file.State,
            After = revised.State,
            At = decision.At,
            Note = decision.Note,
        };
    }

    private static (CaseEventType, PartialDate?, string?, string?) Says(RecordedEvent recorded) => (recorded.Type, recorded.Date, recorded.Term, recorded.Detail);
}

/// <summary>Something that cannot be decided so; the message says why, and what can be.</summary>
public sealed class ReviewException(string message) : Exception(message);
