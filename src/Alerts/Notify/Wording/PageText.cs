using System.Globalization;
using Alerts.Read;

namespace Alerts.Notify.Wording;

/// <param name="Mark"><see cref="PageText.Came"/> or <see cref="PageText.Went"/>.</param>
/// <param name="Text">The sentence.</param>
public sealed record MarkedSentence(string Mark, string Text);

/// <summary>What an alert about a page says.</summary>
public sealed record PageText : AlertText
{
    public const string Came = "+";
    public const string Went = "-";

    private const int LongestTitle = 200;
    private const int LongestSentence = 500;

    /// <summary>Empty where the page has none.</summary>
    public required string Title { get; init; }

    /// <summary>In the order of the text.</summary>
    public required IReadOnlyList<MarkedSentence> Sentences { get; init; }

    /// <summary>How many sentences more came or went.</summary>
    public required int LeftOut { get; init; }

    public override string Headline => $"{Name} {Happened}";

    public override string Why => Labels.WhyPage;

    /// <summary>"and 12 more sentences"; null where all are shown.</summary>
    public string? More => MoreThan(Sentences.Count);

    /// <summary>"About us, news.example".</summary>
    public string Citation => Title.Length == 0 ? Source : $"{Title}, {Source}";

    /// <param name="shown">How many of the sentences a channel has room for.</param>
    public string? MoreThan(int shown) => (LeftOut + Sentences.Count - shown) switch
    {
        0 => null,
        1 => "and 1 more sentence",
        var more => string.Create(CultureInfo.InvariantCulture, $"and {more} more sentences"),
    };

    public static PageText Of(PageAlert alert)
    {
        var change = alert.Change;
        var host = HostOf(change.Url);
        return new PageText
        {
            Name = OutsideText.Line(change.SourceName, LongestName),
            Happened = "changed",
            Context = $"Page on {host}",
            Title = OutsideText.Line(change.Title, LongestTitle),
            Sentences = [.. change.Sentences.Select(s => new MarkedSentence(s.Fate == SentenceFate.Added ? Came : Went, OutsideText.Line(s.Text, LongestSentence)))],
            LeftOut = change.LeftOut,
            Source = host,
            Link = LinkTo(change.Url),
            HowKnown = Labels.HowCompared(change.At),
        };
    }
}
