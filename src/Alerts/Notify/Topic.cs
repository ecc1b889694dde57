using Alerts.Cases;

namespace Alerts.Notify;

/// <summary>What one can subscribe to: <c>case:ID</c>, <c>country:KZ</c>, <c>kind:law</c>, <c>tag:TAG</c> or <c>all</c> for cases; <c>source:ID</c> for the pages of a source.</summary>
public readonly record struct Topic
{
    private Topic(string text) => Text = text;

    public string Text { get; }

    public static Topic All { get; } = new("all");

    public static Topic OfCase(string caseId) => new($"case:{caseId}");

    public static Topic OfCountry(string country) => new($"country:{country.ToUpperInvariant()}");

    public static Topic OfKind(CaseKind kind) => new($"kind:{Word.Of(kind)}");

    public static Topic OfTag(string tag) => new($"tag:{tag.ToLowerInvariant()}");

    public static Topic OfSource(string sourceId) => new($"source:{sourceId}");

    /// <summary>Every topic that a change of this case concerns.</summary>
    public static IEnumerable<Topic> Concerning(Case watched)
    {
        yield return OfCase(watched.Id);
        if (watched.Country is { } country)
        {
            yield return OfCountry(country);
        }

        yield return OfKind(watched.Kind);
        foreach (var tag in watched.Tags.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            yield return OfTag(tag);
        }

        yield return All;
    }

    /// <exception cref="FormatException">The text is no topic.</exception>
    public static Topic Parse(string text) => text.Split(':', 2) switch
    {
        ["all"] => All,
        ["case", { Length: > 0 } id] => OfCase(id),
        ["country", { Length: 2 } country] => OfCountry(country),
        ["kind", var kind] when Word.TryParse<CaseKind>(kind, out var parsed) => OfKind(parsed),
        ["tag", { Length: > 0 } tag] => OfTag(tag),
        ["source", { Length: > 0 } id] => OfSource(id),
        _ => throw new FormatException($"\"{text}\" is not a topic; expected case:ID, country:CC, kind:KIND, tag:TAG, source:ID or all"),
    };

    public override string ToString() => Text;
}
