using Alerts.Cases;

namespace Alerts.Import;

/// <summary>
/// How an event stands in the file: in short, as somebody writes it down who knows what happened; or whole, as it is exported, with all its
/// sightings.
/// </summary>
internal static class EventSection
{
    private static readonly Form<CaseEventType> Type = Forms.Word<CaseEventType>();

    /// <param name="entry">The event.</param>
    /// <param name="watched">Its case.</param>
    /// <param name="kind">The case's kind; null where the file does not tell.</param>
    /// <param name="now">When this is.</param>
    /// <returns>A recorded event or a sighting; null where something is missing or wrong.</returns>
    public static CaseEntry? Read(Entry entry, string watched, CaseKind? kind, DateTimeOffset now)
    {
        if (entry.Has("sightings"))
        {
            var recorded = RecordSection.Read(entry, watched, kind);
            entry.Finish();
            return recorded is null ? null : new CaseEntry(recorded, null);
        }

        if (entry.Has("id") || entry.Has("standing"))
        {
            entry.Complain("sightings", "an exported event has at least one; without any, an event has only type, date, term, detail, quote, url and published");
            return null;
        }

        var sighting = Short(entry, watched, kind, now);
        entry.Finish();
        return sighting is null ? null : new CaseEntry(null, sighting);
    }

    private static CaseEvent? Short(Entry entry, string watched, CaseKind? kind, DateTimeOffset now)
    {
        var type = entry.Required("type", Type);
        var (date, term, detail) = (entry.Optional("date", Forms.Date), entry.Optional("term", Forms.Term), entry.Optional("detail", Forms.Line));
        var (quote, url, published) = (entry.Required("quote", Forms.Prose), entry.Required("url", Forms.Url), entry.Optional("published", Forms.Day));
        if (type is not { Value: var happened })
        {
            return null;
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var complaints = Vocabulary.Complaints(kind ?? AnyKindOf(happened), happened, date?.Value, term?.Value, detail?.Value, today).ToList();
        foreach (var (attribute, sentence) in complaints)
        {
            entry.Complain(attribute, sentence);
        }

        return complaints.Count > 0 || quote is null || url is null ? null : new CaseEvent
        {
            CaseId = watched,
            Type = happened,
            Date = date?.Value,
            Term = term?.Value,
            Detail = detail?.Value,
            Confidence = 1,
            Rule = "by-hand",
            Evidence = new Evidence { Quote = quote.Value.Value, Url = url.Value.Value, Published = published?.Value, Seen = now },
        };
    }

    private static CaseKind AnyKindOf(CaseEventType type) => Enum.GetValues<CaseKind>().First(k => Vocabulary.CanHappenTo(k, type));
}

/// <summary>What a file says once of a case's past: one of the two.</summary>
internal readonly record struct CaseEntry(RecordedEvent? Recorded, CaseEvent? Told);
