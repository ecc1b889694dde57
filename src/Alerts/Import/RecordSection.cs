using Alerts.Cases;
using Alerts.Import.Trees;
using Alerts.Reconcile;

namespace Alerts.Import;

/// <summary>How a recorded event stands in the file, nothing of it left out: what was decided, and what each article said.</summary>
internal static class RecordSection
{
    private static readonly Form<CaseEventType> Type = Forms.Word<CaseEventType>();
    private static readonly Form<Standing> StandingForm = Forms.Word<Standing>();
    private static readonly Form<Standing> DecidedForm = Forms.Word(Standing.Accepted, Standing.Rejected, Standing.Retracted);
    private static readonly Form<Doubt> DoubtForm = Forms.Word<Doubt>();
    private static readonly Form<DateBasis> Basis = Forms.Word<DateBasis>();

    public static RecordedEvent? Read(Entry entry, string watched, CaseKind? kind)
    {
        var (id, type, standing) = (entry.Required("id", Forms.Slug), entry.Required("type", Type), entry.Required("standing", StandingForm));
        var (date, basis) = (entry.Optional("date", Forms.Date), entry.Optional("basis", Basis));
        var (term, detail) = (entry.Optional("term", Forms.Term), entry.Optional("detail", Forms.Line));
        var (doubt, confidence) = (entry.Optional("doubt", DoubtForm), entry.Required("confidence", Forms.Fraction));
        var (told, corrected) = (entry.Optional("told", Forms.Slug), entry.Optional("corrected", Forms.Slug));
        var disputes = entry.Entries("disputes", "dispute").Select(Dispute).OfType<Dispute>().ToList();
        var decisions = entry.Entries("decisions", "decision").Select(Decision).OfType<Decision>().ToList();
        var sightings = entry.Entries("sightings", "sighting").Select(s => SightingSection.Read(s, watched)).OfType<CaseEvent>().ToList();
        if (kind is { } known && type is { Value: var happened } && !Vocabulary.CanHappenTo(known, happened))
        {
            entry.Complain("type", Vocabulary.Complaint(known, happened, null, null, null, default)!);
            return null;
        }

        if (sightings.Count == 0)
        {
            entry.Complain("sightings", "an event has at least one");
            return null;
        }

        return id is null || type is null || standing is null || confidence is null ? null : new RecordedEvent
        {
            Id = id.Value.Value,
            Type = type.Value.Value,
            Date = date?.Value,
            DateBasis = basis?.Value ?? DateBasis.Stated,
            Term = term?.Value,
            Detail = detail?.Value,
            Standing = standing.Value.Value,
            Doubt = doubt?.Value,
            Confidence = confidence.Value.Value,
            Disputes = disputes,
            Sightings = [.. sightings.Order(SightingOrder.Clearest)],
            Told = told?.Value,
            Corrected = corrected?.Value,
            Decisions = decisions,
        };
    }

    public static Shape Write(Shape shape, RecordedEvent recorded, string watched) => shape
        .Text("id", recorded.Id)
        .Word("type", (CaseEventType?)recorded.Type)
        .Text("date", recorded.Date)
        .Word("basis", recorded.DateBasis == DateBasis.Stated ? null : (DateBasis?)recorded.DateBasis)
        .Text("term", recorded.Term)
        .Text("detail", recorded.Detail)
        .Word("standing", (Standing?)recorded.Standing)
        .Word("doubt", recorded.Doubt)
        .Bare("confidence", Forms.Text(recorded.Confidence))
        .Maps("disputes", recorded.Disputes.Select(d => new Shape()
            .Text("attribute", d.Attribute)
            .Maps("values", d.Values.Select(v => new Shape().Text("value", v.Value).Bare("sources", Forms.Text(v.Sources)).Map))
            .Map))
        .Text("told", recorded.Told)
        .Text("corrected", recorded.Corrected)
        .Maps("decisions", recorded.Decisions.Select(Write))
        .Maps("sightings", recorded.Sightings.Select(s => SightingSection.Write(s, watched).Map));

    private static Dispute? Dispute(Entry entry)
    {
        var attribute = entry.Required("attribute", Forms.Line);
        var values = entry.Entries("values", "value").Select(Value).OfType<DisputedValue>().ToList();
        entry.Finish();
        return attribute is null ? null : new Dispute(attribute.Value.Value, values);
    }

    private static DisputedValue? Value(Entry entry)
    {
        var (value, sources) = (entry.Required("value", Forms.Line), entry.Required("sources", Forms.Count));
        entry.Finish();
        return value is null || sources is null ? null : new DisputedValue(value.Value.Value, sources.Value.Value);
    }

    private static Decision? Decision(Entry entry)
    {
        var (standing, by, at) = (entry.Required("standing", DecidedForm), entry.Required("by", Forms.Line), entry.Required("at", Forms.Time));
        var note = entry.Optional("note", Forms.Prose);
        var edit = entry.Nested("edit", "edit") is { } edited ? Edit(edited) : null;
        entry.Finish();
        return standing is null || by is null || at is null ? null : new Decision
        {
            Standing = standing.Value.Value,
            By = by.Value.Value,
            At = at.Value.Value,
            Note = note?.Value,
            Edit = edit,
        };
    }

    private static EventEdit? Edit(Entry entry)
    {
        var (type, date) = (entry.Required("type", Type), entry.Optional("date", Forms.Date));
        var (term, detail) = (entry.Optional("term", Forms.Term), entry.Optional("detail", Forms.Line));
        entry.Finish();
        return type is null ? null : new EventEdit { Type = type.Value.Value, Date = date?.Value, Term = term?.Value, Detail = detail?.Value };
    }

    private static MapNode Write(Decision decision) => new Shape()
        .Word("standing", (Standing?)decision.Standing)
        .Text("by", decision.By)
        .Text("at", Forms.Text(decision.At))
        .Text("note", decision.Note)
        .Nested("edit", decision.Edit is not { } edit ? null : new Shape()
            .Word("type", (CaseEventType?)edit.Type)
            .Text("date", edit.Date)
            .Text("term", edit.Term)
            .Text("detail", edit.Detail)
            .Map)
        .Map;
}
