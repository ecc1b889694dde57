using Alerts.Cases;

namespace Alerts.Notify.Wording;

/// <summary>What a correction says to those who were alerted.</summary>
public sealed record CorrectionText : AlertText
{
    private const int LongestQuote = 500;
    private const int LongestNote = 500;

    /// <summary>First of all, what was wrong: "An earlier alert, of 30 October 2019, was wrong."</summary>
    public required string Lead { get; init; }

    /// <summary>What was told before: "sentenced to 5 months (October 2019)".</summary>
    public required string Told { get; init; }

    /// <summary>What holds instead.</summary>
    public required string Holds { get; init; }

    public required string Before { get; init; }

    public required string Now { get; init; }

    /// <summary>The words of the person who corrected it.</summary>
    public string? Note { get; init; }

    /// <summary>The sentence that proves what holds; null where nothing does any more.</summary>
    public string? Quote { get; init; }

    public string? Published { get; init; }

    public override string Headline => $"{Labels.Correction}: {Name}: {Happened}";

    public override string Why => Labels.WhyCorrection;

    public bool Moved => Before != Now;

    /// <summary>"news.example, 30 October 2019".</summary>
    public string Citation => Published is null ? Source : $"{Source}, {Published}";

    public static CorrectionText Of(CorrectionAlert alert)
    {
        var (watched, correction) = (alert.Case, alert.Correction);
        var (told, holds) = (EventWords.Of(correction.Was, correction.ToldAt), EventWords.Of(correction.Event, correction.At));
        var evidence = correction.Event.Proof;
        var stands = correction.Kind != CorrectionKind.Retracted;
        return new CorrectionText
        {
            Name = OutsideText.Line(watched.Name, LongestName),
            Happened = Happening(correction, told, holds),
            Context = $"{Labels.Correction}. {CaseWords.Of(watched)}",
            Lead = Labels.Lead(correction.Kind, correction.ToldAt),
            Told = Dated(told, correction.Was),
            Holds = stands ? Dated(holds, correction.Event) : Labels.TakenBack,
            Before = StateWords.Of(correction.Before),
            Now = StateWords.Of(correction.After),
            Note = correction.Note is { } note && OutsideText.Line(note, LongestNote) is { Length: > 0 } line ? line : null,
            Quote = stands ? OutsideText.Line(evidence.Quote, LongestQuote) : null,
            Source = HostOf(evidence.Url),
            Published = evidence.Published is { } day ? DateWords.Of(PartialDate.Of(day)) : null,
            Link = stands ? LinkTo(evidence.Url) : null,
            HowKnown = Labels.HowCorrected(correction.At),
        };
    }

    private static string Happening(CaseCorrection correction, string told, string holds) => correction.Kind switch
    {
        CorrectionKind.Retracted => $"“{told}” is taken back",
        CorrectionKind.Reinstated => $"“{told}” stands after all",

        // Where only the date was wrong, the words would say that nothing changed.
        _ => told == holds ? Dated(holds, correction.Event) : holds,
    };

    private static string Dated(string words, RecordedEvent happened) =>
        happened.Date is null ? words : $"{words} ({DateWords.Of(happened.Date)})";
}
