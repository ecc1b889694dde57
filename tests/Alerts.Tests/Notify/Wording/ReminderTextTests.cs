using Alerts.Cases;
using Alerts.Notify.Wording;

namespace Alerts.Tests.Notify.Wording;

public class ReminderTextTests
{
    private static readonly DateRange Day = new(new DateOnly(2020, 2, 3), new DateOnly(2020, 2, 3));
    private static readonly DateRange Month = new(new DateOnly(2020, 2, 1), new DateOnly(2020, 2, 29));
    private static readonly DateRange Weeks = new(new DateOnly(2020, 1, 20), new DateOnly(2020, 2, 3));

    public static readonly TheoryData<ReminderKind, DateRange, string, string, string> Wordings = new()
    {
        { ReminderKind.HearingTomorrow, Day, "2020-02-02", "court hearing expected tomorrow, 3 February 2020", "on 3 February 2020" },
        { ReminderKind.HearingTomorrow, Day, "2020-02-03", "court hearing expected today, 3 February 2020", "on 3 February 2020" },
        { ReminderKind.HearingTomorrow, Month, "2020-01-31", "court hearing expected in February 2020", "in February 2020" },
        { ReminderKind.ReleaseNear, Day, "2020-01-04", "release expected on 3 February 2020", "on 3 February 2020 (in 30 days)" },
        { ReminderKind.ReleaseNear, Weeks, "2020-01-04", "release expected between 20 January 2020 and 3 February 2020", "between 20 January 2020 and 3 February 2020 (in 16 days at the earliest)" },
        { ReminderKind.ReleaseToday, Day, "2020-02-03", "release expected today, 3 February 2020", "on 3 February 2020" },
        { ReminderKind.ReleaseToday, Month, "2020-02-01", "release may come any day now, until 29 February 2020", "in February 2020" },
        { ReminderKind.ReleasePassed, Month, "2020-03-01", "the term should be over, and no release is known", "in February 2020" },
        { ReminderKind.LawDueNear, Month, "2020-01-02", "due in February 2020", "in February 2020 (in 30 days at the earliest)" },
        { ReminderKind.LawDuePassed, Month, "2020-03-01", "was due in February 2020, and has not come", "in February 2020" },
        { ReminderKind.Quiet, Day, "2020-08-01", "no news since 3 February 2020", "on 3 February 2020" },
    };

    [Theory]
    [MemberData(nameof(Wordings))]
    public void An_expected_date_is_told_as_precisely_as_it_is_known(ReminderKind kind, DateRange about, string today, string happened, string when)
    {
        var text = ReminderText.Of(Sample.Reminder(kind, about, DateOnly.Parse(today)));

        Assert.Equal((happened, when), (text.Happened, text.When));
        Assert.Equal($"Reminder: Asel Tomiris: {happened}", text.Headline);
    }

    [Fact]
    public void It_says_from_what_the_date_was_worked_out()
    {
        Assert.Equal(["sentenced to 5 months in October 2019", "counted from the detention on 3 September 2019"], ReminderText.Of(Sample.Reminder()).Basis);
        Assert.Equal(
            ["sentenced to 5 months in October 2019", "counted from October 2019"],
            ReminderText.Of(Sample.Reminder(state: s => s with { TermFrom = PartialDate.Parse("2019-10") })).Basis);
    }

    [Fact]
    public void It_never_passes_an_expectation_off_as_a_fact() => Assert.All(
        Enum.GetValues<ReminderKind>().Where(k => k != ReminderKind.Quiet),
        kind => Assert.Contains("It is an expectation, not a fact", ReminderText.Of(Sample.Reminder(kind)).HowKnown, StringComparison.Ordinal));

    [Fact]
    public void Without_an_event_behind_it_there_is_nothing_to_read()
    {
        var text = ReminderText.Of(Sample.Reminder(ReminderKind.LawDueNear, based: false));

        Assert.Null(text.Link);
        Assert.Equal(["the date by which it was promised, as entered with this case"], text.Basis);
    }
}
