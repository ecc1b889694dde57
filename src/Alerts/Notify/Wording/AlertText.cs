using Alerts.Cases;

namespace Alerts.Notify.Wording;

/// <summary>
/// What an alert says, in plain words, before a channel dresses it. Every text is a single line of bounded length, and unescaped:
/// names and quotes are the words of others. All wording stands in this folder.
/// </summary>
public sealed record AlertText
{
    private const int LongestName = 100;
    private const int LongestQuote = 500;
    private const int LongestHost = 100;
    private const int LongestLink = 2000;

    public required string Name { get; init; }

    /// <summary>In mid-sentence form: "sentenced to 5 months".</summary>
    public required string Happened { get; init; }

    /// <summary>Kind and country: "Person, Kazakhstan".</summary>
    public required string Context { get; init; }

    public required string Before { get; init; }

    public required string Now { get; init; }

    /// <summary>As precise as the source: "October 2019".</summary>
    public required string When { get; init; }

    /// <summary>How the date is known, where the source does not simply state it.</summary>
    public string? WhenNote { get; init; }

    public required string Quote { get; init; }

    /// <summary>The host the quote stood on, in ASCII, so that a look-alike shows.</summary>
    public required string Source { get; init; }

    public string? Published { get; init; }

    /// <summary>Where the quote stands; null when that is no plain http or https address.</summary>
    public Uri? Link { get; init; }

    public required string HowKnown { get; init; }

    public string Headline => $"{Name}: {Happened}";

    public bool Moved => Before != Now;

    /// <summary>"news.example, 30 October 2019".</summary>
    public string Citation => Published is null ? Source : $"{Source}, {Published}";

    public static AlertText Of(Alert alert)
    {
        var (watched, change) = (alert.Case, alert.Change);
        var evidence = change.Event.Evidence[0];
        return new AlertText
        {
            Name = OutsideText.Line(watched.Name, LongestName),
            Happened = EventWords.Of(change.Event, change.At),
            Context = CaseWords.Of(watched),
            Before = StateWords.Of(change.Before),
            Now = StateWords.Of(change.After),
            When = DateWords.Of(change.Event.Date),
            WhenNote = DateWords.Note(change.Event),
            Quote = OutsideText.Line(evidence.Quote, LongestQuote),
            Source = Host(evidence.Url) is { Length: > 0 } host ? OutsideText.Line(host, LongestHost) : Labels.UnknownSource,
            Published = evidence.Published is { } day ? DateWords.Of(PartialDate.Of(day)) : null,
            Link = Linkable(evidence.Url) ? evidence.Url : null,
            HowKnown = Labels.HowKnown(evidence, change.Event.Confidence),
        };
    }

    private static string? Host(Uri url) => url.IsAbsoluteUri ? url.IdnHost : null;

    /// <summary>A name before an @ serves to pass one host off as another.</summary>
    private static bool Linkable(Uri url) =>
        url is { IsAbsoluteUri: true, UserInfo: "" } && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.AbsoluteUri.Length <= LongestLink;
}
