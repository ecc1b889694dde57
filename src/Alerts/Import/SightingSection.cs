using Alerts.Cases;
using Alerts.Import.Trees;

namespace Alerts.Import;

/// <summary>How a sighting stands in the file: what one article says, and the evidence.</summary>
internal static class SightingSection
{
    private static readonly Form<CaseEventType> Type = Forms.Word<CaseEventType>();
    private static readonly Form<DateBasis> Basis = Forms.Word<DateBasis>();

    /// <param name="entry">The sighting.</param>
    /// <param name="watched">The case that it is of, where it names no other: cases are merged.</param>
    public static CaseEvent? Read(Entry entry, string watched)
    {
        var (about, type, date, basis) = (entry.Optional("about", Forms.Slug), entry.Required("type", Type), entry.Optional("date", Forms.Date), entry.Optional("basis", Basis));
        var (term, detail) = (entry.Optional("term", Forms.Term), entry.Optional("detail", Forms.Line));
        var (confidence, rule, order) = (entry.Required("confidence", Forms.Fraction), entry.Required("rule", Forms.Line), entry.Optional("order", Forms.Count));
        var factors = entry.Entries("factors", "factor").Select(Factor).OfType<ConfidenceFactor>().ToList();
        var evidence = Evidence(entry);
        entry.Finish();
        return type is null || confidence is null || rule is null || evidence is null ? null : new CaseEvent
        {
            CaseId = about?.Value ?? watched,
            Type = type.Value.Value,
            Date = date?.Value,
            DateBasis = basis?.Value ?? DateBasis.Stated,
            Term = term?.Value,
            Detail = detail?.Value,
            Confidence = confidence.Value.Value,
            Factors = factors,
            Rule = rule.Value.Value,
            Evidence = evidence,
            Order = order?.Value ?? 0,
        };
    }

    public static Shape Write(CaseEvent sighting, string watched) => new Shape()
        .Text("about", sighting.CaseId == watched ? null : sighting.CaseId)
        .Word("type", (CaseEventType?)sighting.Type)
        .Text("date", sighting.Date)
        .Word("basis", sighting.DateBasis == DateBasis.Stated ? null : (DateBasis?)sighting.DateBasis)
        .Text("term", sighting.Term)
        .Text("detail", sighting.Detail)
        .Bare("confidence", Forms.Text(sighting.Confidence))
        .Maps("factors", sighting.Factors.Select(f => new Shape().Text("name", f.Name).Bare("value", Forms.Text(f.Value)).Map))
        .Text("rule", sighting.Rule)
        .Bare("order", Forms.Text(sighting.Order))
        .Text("quote", sighting.Evidence.Quote)
        .Text("url", sighting.Evidence.Url.OriginalString)
        .Text("source", sighting.Evidence.SourceId)
        .Text("digest", sighting.Evidence.Digest)
        .Text("published", sighting.Evidence.Published is { } day ? Forms.Text(day) : null)
        .Text("seen", Forms.Text(sighting.Evidence.Seen))
        .Flag("stood-before", sighting.Evidence.StoodBefore);

    private static Evidence? Evidence(Entry entry)
    {
        var (quote, url, seen) = (entry.Required("quote", Forms.Prose), entry.Required("url", Forms.Link), entry.Required("seen", Forms.Time));
        var (source, digest) = (entry.Optional("source", Forms.Slug), entry.Optional("digest", Forms.Digest));
        var (published, stoodBefore) = (entry.Optional("published", Forms.Day), entry.Optional("stood-before", Forms.Flag));
        return quote is null || url is null || seen is null ? null : new Evidence
        {
            Quote = quote.Value.Value,
            Url = url.Value.Value,
            SourceId = source?.Value,
            Digest = digest?.Value,
            Published = published?.Value,
            Seen = seen.Value.Value,
            StoodBefore = stoodBefore?.Value ?? false,
        };
    }

    private static ConfidenceFactor? Factor(Entry entry)
    {
        var (name, value) = (entry.Required("name", Forms.Line), entry.Required("value", Forms.Fraction));
        entry.Finish();
        return name is null || value is null ? null : new ConfidenceFactor(name.Value.Value, value.Value.Value);
    }
}
