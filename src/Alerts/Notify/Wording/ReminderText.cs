using System.Globalization;
using Alerts.Cases;

namespace Alerts.Notify.Wording;

/// <summary>What a reminder says.</summary>
public sealed record ReminderText : AlertText
{
    private const string OurRecord = "our record";

    /// <summary>What the date is: "Release expected", and when: "between 1 and 30 November 2026".</summary>
    public required string Label { get; init; }

    public required string When { get; init; }

    public required string Now { get; init; }

    /// <summary>From what that was worked out; one line each.</summary>
    public required IReadOnlyList<string> Basis { get; init; }

    public override string Headline => $"{Labels.Reminder}: {Name}: {Happened}";

    public override string Why => Labels.WhyCase;

    public static ReminderText Of(ReminderAlert alert)
    {
        var (watched, reminder) = (alert.Case, alert.Reminder);
        var evidence = reminder.Basis.Count > 0 ? reminder.Basis[^1].Proof : null;
        return new ReminderText
        {
            Name = OutsideText.Line(watched.Name, LongestName),
            Happened = Happening(reminder),
            Context = $"{Labels.Reminder}. {CaseWords.Of(watched)}",
            Label = Labels.Expected(reminder.Kind),
            When = Whenever(reminder),
            Now = StateWords.Of(reminder.State),
            Basis = [.. BasisWords(reminder)],
            Source = evidence is null ? OurRecord : HostOf(evidence.Url),
            Link = evidence is null ? null : LinkTo(evidence.Url),
            HowKnown = Labels.HowExpected(reminder.Kind),
        };
    }

    private static string Happening(CaseReminder reminder) => reminder.Kind switch
    {
        ReminderKind.HearingTomorrow => $"court hearing expected {Hearing(reminder)}",
        ReminderKind.ReleaseNear => $"release expected {DateWords.On(reminder.About)}",
        ReminderKind.ReleaseToday when reminder.About.Earliest == reminder.About.Latest => $"release expected today, {Day(reminder.About.Earliest)}",
        ReminderKind.ReleaseToday => $"release may come any day now, until {Day(reminder.About.Latest)}",
        ReminderKind.ReleasePassed => "the term should be over, and no release is known",
        ReminderKind.LawDueNear => $"due {DateWords.On(reminder.About)}",
        ReminderKind.LawDuePassed => $"was due {DateWords.On(reminder.About)}, and has not come",
        _ => $"no news since {Day(reminder.About.Earliest)}",
    };

    /// <summary>Read on another day than it was written, "tomorrow" alone would mislead.</summary>
    private static string Hearing(CaseReminder reminder) => (reminder.About.Earliest == reminder.About.Latest, reminder.Today < reminder.About.Earliest) switch
    {
        (true, true) => $"tomorrow, {Day(reminder.About.Earliest)}",
        (true, false) => $"today, {Day(reminder.About.Earliest)}",
        _ => DateWords.On(reminder.About),
    };

    private static string Whenever(CaseReminder reminder)
    {
        var on = DateWords.On(reminder.About);
        return reminder.Kind switch
        {
            ReminderKind.Quiet => on,
            _ when Left(reminder) is { } left => $"{on} ({left})",
            _ => on,
        };
    }

    private static string? Left(CaseReminder reminder) => (reminder.About.Earliest.DayNumber - reminder.Today.DayNumber) switch
    {
        > 1 and var days => string.Create(CultureInfo.InvariantCulture, $"in {days} days{(reminder.About.Earliest == reminder.About.Latest ? "" : " at the earliest")}"),
        _ => null,
    };

    private static IEnumerable<string> BasisWords(CaseReminder reminder)
    {
        foreach (var happened in reminder.Basis)
        {
            yield return OutsideText.Line($"{EventWords.Of(happened, happened.FirstSeen)} {DateWords.On(happened.Date) ?? "(no date stated)"}", 200);
        }

        if (reminder.Kind is ReminderKind.ReleaseNear or ReminderKind.ReleaseToday or ReminderKind.ReleasePassed && reminder.State.TermFrom is { } from)
        {
            yield return reminder.Basis.Any(e => e.Date == from)
                ? $"counted from {DateWords.Of(from)}"
                : $"counted from the detention {DateWords.On(from)}";
        }

        if (reminder.Kind is ReminderKind.LawDueNear or ReminderKind.LawDuePassed)
        {
            yield return "the date by which it was promised, as entered with this case";
        }
    }

    private static string Day(DateOnly day) => DateWords.Of(PartialDate.Of(day));
}
