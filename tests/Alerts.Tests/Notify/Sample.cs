using Alerts.Cases;
using Alerts.Notify;
using Alerts.Read;

namespace Alerts.Tests.Notify;

/// <summary>An alert with invented names.</summary>
internal static class Sample
{
    public const string Quote = "In October 2019 the district court sentenced Asel Tomiris to prison for another five months, her lawyer said.";

    public const string Removed = "The hall is open on weekdays from nine.";
    public const string Added = "The hall is closed until further notice.";

    /// <summary>What someone who writes a page that is watched might try.</summary>
    public const string Hostile = "<script>alert(1)</script> <!channel> <@U1> <https://evil.example|click> & *bold* \r\nBcc: someone@evil.example\u202Egnp.exe\u0000";

    public static readonly DateTimeOffset Now = new(2019, 10, 30, 14, 5, 0, TimeSpan.Zero);

    public static CaseAlert Alert(string name = "Asel Tomiris", string quote = Quote, string url = "https://news.example/2019/10/asel?a=1&b=2") => new(
        new Case { Id = "asel-tomiris", Kind = CaseKind.Person, Name = name, Country = "KZ" },
        new CaseChange
        {
            Id = "change-1",
            CaseId = "asel-tomiris",
            Event = new RecordedEvent
            {
                Id = "event-1",
                Type = CaseEventType.Sentenced,
                Date = PartialDate.Parse("2019-10"),
                DateBasis = DateBasis.Stated,
                Term = "P5M",
                Standing = Standing.Accepted,
                Confidence = 0.93,
                Sightings =
                [
                    new CaseEvent
                    {
                        CaseId = "asel-tomiris",
                        Type = CaseEventType.Sentenced,
                        Confidence = 0.93,
                        Rule = "test",
                        Evidence = new Evidence
                        {
                            Quote = quote,
                            Url = new Uri(url, UriKind.RelativeOrAbsolute),
                            Digest = new string('a', 64),
                            Published = new DateOnly(2019, 10, 30),
                            Seen = Now,
                        },
                    },
                ],
            },
            Before = new CaseState { Status = CaseStatus.Released, Since = PartialDate.Parse("2019-08"), ByEvent = "event-0", Detail = "pardon" },
            After = new CaseState { Status = CaseStatus.Imprisoned, Since = PartialDate.Parse("2019-10"), ByEvent = "event-1", Sentence = "P5M" },
            At = Now,
        });

    public static CaseAlert With(this CaseAlert alert, Func<RecordedEvent, RecordedEvent> happened) =>
        alert with { Change = alert.Change with { Event = happened(alert.Change.Event) } };

    /// <summary>What Alert() told, put right eleven days later.</summary>
    public static CorrectionAlert Correction(CorrectionKind kind, Func<RecordedEvent, RecordedEvent>? mended = null, string? note = "The court's own record names another person.", string name = "Asel Tomiris", string quote = Quote, string url = "https://news.example/2019/10/asel?a=1&b=2")
    {
        var told = Alert(name, quote, url);
        return new CorrectionAlert(told.Case, new CaseCorrection
        {
            Id = "correction-1",
            CaseId = told.Case.Id,
            Kind = kind,
            Corrects = told.Change.Id,
            ToldAt = told.Change.At,
            Was = told.Change.Event,
            Event = mended?.Invoke(told.Change.Event) ?? told.Change.Event,
            Before = kind == CorrectionKind.Reinstated ? told.Change.Before : told.Change.After,
            After = kind == CorrectionKind.Retracted ? told.Change.Before : told.Change.After,
            Note = note,
            At = Now.AddDays(11),
        });
    }

    /// <summary>The end of the five months that Alert() told of, counted from a detention in September.</summary>
    public static ReminderAlert Reminder(ReminderKind kind = ReminderKind.ReleaseNear, DateRange? about = null, DateOnly? today = null, Func<CaseState, CaseState>? state = null, string name = "Asel Tomiris", bool based = true)
    {
        var told = Alert(name);
        return new ReminderAlert(told.Case, new CaseReminder
        {
            Id = "reminder-1",
            CaseId = told.Case.Id,
            Kind = kind,
            About = about ?? new DateRange(new DateOnly(2020, 2, 3), new DateOnly(2020, 2, 3)),
            Today = today ?? new DateOnly(2020, 1, 4),
            State = (state ?? (s => s))(told.Change.After with { TermFrom = PartialDate.Parse("2019-09-03") }),
            Basis = based ? [told.Change.Event] : [],
            At = Now.AddDays(66),
        });
    }

    /// <summary>A page on which one sentence took the place of another.</summary>
    public static PageAlert Page(string name = "Court register", string added = Added, string url = "https://court.example/register?a=1&b=2", string title = "Hearings", int leftOut = 0) => new(
        new PageChange
        {
            Id = "change-2",
            SourceId = "court-register",
            SourceName = name,
            Url = new Uri(url, UriKind.RelativeOrAbsolute),
            Title = title,
            At = Now,
            Before = new string('b', 64),
            After = new string('c', 64),
            Sentences = [new SentenceChange(SentenceFate.Removed, Removed), new SentenceChange(SentenceFate.Added, added)],
            LeftOut = leftOut,
        });

    public static Recipient Recipient(ChannelKind channel, string target, string? secret = null) =>
        new() { Id = "r1", Channel = channel, Target = target, Secret = secret };
}
