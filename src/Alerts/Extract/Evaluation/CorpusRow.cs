using System.Text.Json.Serialization;
using Alerts.Cases;
using Alerts.Read;

namespace Alerts.Extract.Evaluation;

/// <summary>One article of a corpus with the events it states: a line of JSON.</summary>
public sealed record CorpusRow
{
    public required string Id { get; init; }

    public string? Url { get; init; }

    public string? Source { get; init; }

    public DateOnly? Published { get; init; }

    [JsonPropertyName("lang")]
    public required string Language { get; init; }

    public string? Title { get; init; }

    /// <summary>Paragraphs, a blank line between them.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<WatchedRow> Watch { get; init; }

    public IReadOnlyList<ExpectedRow> Expected { get; init; } = [];

    /// <summary>Borderline or a second telling: neither owed nor wrong.</summary>
    public IReadOnlyList<ExpectedRow> Optional { get; init; } = [];

    public IReadOnlyList<TrapRow> Traps { get; init; } = [];

    public Article Article() => new()
    {
        Url = Uri.TryCreate(Url, UriKind.Absolute, out var url) ? url : new Uri("urn:corpus:" + Uri.EscapeDataString(Id)),
        Retrieved = DateTimeOffset.UnixEpoch,
        Title = Title ?? "",
        Language = Language,
        Published = Published,
        Blocks = PlainText.Blocks(Text),
    };

    public IEnumerable<Case> Cases() => Watch.Select(w => new Case
    {
        Id = w.Case,
        Kind = Word.Parse<CaseKind>(w.Kind),
        Name = w.Name,
        Aliases = w.Aliases,
    });
}

/// <param name="Case">Its id within the row.</param>
public sealed record WatchedRow(string Case, string Kind, string Name, IReadOnlyList<string> Aliases);

public sealed record ExpectedRow(string Case, string Type, string? Date, string? Term, string? Detail, string Quote);

/// <param name="Why">What makes it no event.</param>
public sealed record TrapRow(string Case, string Type, string Quote, string? Why);
