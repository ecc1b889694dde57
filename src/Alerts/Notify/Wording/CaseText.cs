using Alerts.Cases;

namespace Alerts.Notify.Wording;

/// <summary>What an alert about a case says.</summary>
public sealed record CaseText : AlertText
{
    private const int LongestQuote = 500;

    public required string Before { get; init; }

    public required string Now { get; init; }

    /// <summary>As precise as the source: "October 2019".</summary>
    public required string When { get; init; }

    /// <summary>How the date is known, where the source does not simply state it.</summary>
    public string? WhenNote { get; init; }

    public required string Quote { get; init; }

    public string? Published { get; init; }

    public override string Headline => $"{Name}: {Happened}";

    public override string Why => Labels.WhyCase;

    public bool Moved => Before != Now;

    /// <summary>"news.example, 30 October 2019".</summary>
    public string Citation => Published is null ? Source : $"{Source}, {Published}";

    public static CaseText Of(CaseAlert alert)
    {
        var (watched, change) = (alert.Case, alert.Change);
        var evidence = change.Event.Proof;
        return new CaseText
        {
            Name = OutsideText.Line(watched.Name, LongestName),
            Happened = EventWords.Of(change.Event, change.At),
            Context = CaseWords.Of(watched),
            Before = StateWords.Of(change.Before),
            Now = StateWords.Of(change.After),
            When = DateWords.Of(change.Event.Date),
            WhenNote = DateWords.Note(change.Event),
            Quote = OutsideText.Line(evidence.Quote, LongestQuote),
            Source = HostOf(evidence.Url),
            Published = evidence.Published is { } day ? DateWords.Of(PartialDate.Of(day)) : null,
            Link = LinkTo(evidence.Url),
            HowKnown = Labels.HowKnown(evidence, change.Event.Confidence),
        };
    }
}
