using System.Globalization;
using Alerts.Cases;

namespace Alerts.Notify.Wording;

/// <summary>The fixed words of an alert.</summary>
public static class Labels
{
    public const string Language = "en";
    public const string Before = "Before";
    public const string Now = "Now";
    public const string Unchanged = "Now, unchanged";
    public const string When = "When";
    public const string Says = "What the source says";
    public const string Differs = "What came (+) and what went (-)";
    public const string UnknownSource = "unknown source";
    public const string How = "How this is known";
    public const string Act = "Before you act";
    public const string ActText = "Read the source and, where lives depend on it, ask someone who knows the case. Nothing in this message tracks you.";
    public const string LinkText = "The link leads straight to the site, which can see who visits it.";

    public const string Reminder = "Reminder";
    public const string Basis = "Worked out from";
    public const string Correction = "Correction";
    public const string ToldBefore = "Told before";
    public const string Holds = "What holds now";
    public const string TakenBack = "Nothing of it. It is taken back.";
    public const string StateBefore = "State before";
    public const string StateNow = "State now";
    public const string StateUnchanged = "State, unchanged";
    public const string Note = "A note from the person who corrected it";

    public const string Why = "Why you receive this";
    public const string WhyCase = "You follow this case, or a topic that it belongs to.";
    public const string WhyCorrection = "You were sent the alert that this corrects.";
    public const string WhyPage = "You follow this source for any change of its pages.";

    public static string Read(string source) => $"Read it on {source}";

    public static string HowKnown(Evidence evidence, double confidence) =>
        $"A program read it in the sentence above, seen on {Time(evidence.Seen)}. Its confidence is {Percent(confidence)} %; it can be wrong.";

    /// <summary>What was wrong comes first.</summary>
    public static string Lead(CorrectionKind kind, DateTimeOffset told) => kind == CorrectionKind.Reinstated
        ? $"Our earlier alert of {Day(told)} was right. Taking it back was the mistake."
        : $"Our earlier alert of {Day(told)} was wrong.";

    public static string Expected(ReminderKind kind) => kind switch
    {
        ReminderKind.HearingTomorrow => "Hearing expected",
        ReminderKind.ReleaseNear or ReminderKind.ReleaseToday => "Release expected",
        ReminderKind.ReleasePassed => "Was expected",
        ReminderKind.LawDueNear => "Due",
        ReminderKind.LawDuePassed => "Was due",
        _ => "Last news seen",
    };

    public static string HowExpected(ReminderKind kind) => kind switch
    {
        ReminderKind.Quiet => "A program counted the days. That nothing was found does not mean that nothing happened.",
        ReminderKind.HearingTomorrow => "A program remembered a date that a source gave. It is an expectation, not a fact: hearings are often put off.",
        ReminderKind.LawDueNear or ReminderKind.LawDuePassed => "A program compared a promise with the calendar. It is an expectation, not a fact, and may rest on a source that is wrong or out of date.",
        _ => "A program worked it out from the dates above. It is an expectation, not a fact: parole, a pardon, another sentence, time counted otherwise or a source that is wrong can change it.",
    };

    public static string HowCorrected(DateTimeOffset at) =>
        $"A person looked at what a program had read, and corrected it on {Time(at)}. People can be wrong too.";

    public static string HowCompared(DateTimeOffset at) =>
        $"A program compared the page as it stood on {Time(at)} with how it was before, and recognised no new event of a case in what changed. It can be wrong.";

    private static string Day(DateTimeOffset at) => DateWords.Of(PartialDate.Of(DateOnly.FromDateTime(at.UtcDateTime)));

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Rounded down, so that no reading is ever told as certain that is not.</summary>
    private static int Percent(double confidence) => (int)Math.Floor((Math.Clamp(confidence, 0, 1) * 100) + 1e-9);
}
