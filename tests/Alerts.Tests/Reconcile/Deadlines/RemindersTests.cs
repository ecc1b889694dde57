using Alerts.Cases;
using Alerts.Reconcile.Deadlines;
using NodaTime;
using NodaTime.Text;

namespace Alerts.Tests.Reconcile.Deadlines;

public class RemindersTests
{
    private const int QuietDays = 180;

    private static readonly Case Person = new() { Id = "mira-solen", Kind = CaseKind.Person, Name = "Mira Solen", Country = "KZ" };

    private static readonly CaseState Serving = new()
    {
        Status = CaseStatus.Imprisoned,
        ByEvent = "event-1",
        Sentences = [new RunningSentence("event-1", "P3Y")],
        EndOfTerm = Range("2026-11-12", "2026-11-12"),
        LastNews = new DateTimeOffset(2026, 10, 1, 6, 0, 0, TimeSpan.Zero),
    };

    private static readonly Case Law = new() { Id = "protest-law", Kind = CaseKind.Law, Name = "Protest law", Due = PartialDate.Parse("2026-11") };

    [Theory]
    [InlineData("2026-10-12", null)]
    [InlineData("2026-10-13", ReminderKind.ReleaseNear)]
    [InlineData("2026-11-11", ReminderKind.ReleaseNear)]
    [InlineData("2026-11-12", ReminderKind.ReleaseToday)]
    [InlineData("2026-11-13", ReminderKind.ReleasePassed)]
    [InlineData("2026-12-12", ReminderKind.ReleasePassed)]
    [InlineData("2026-12-13", null)]
    public void A_release_is_told_thirty_days_ahead_on_its_day_and_when_it_passed(string today, ReminderKind? kind) =>
        Assert.Equal(kind, Due(Person, Serving, today).SingleOrNull());

    [Theory]
    [InlineData("2026-10-01", null)]
    [InlineData("2026-10-02", ReminderKind.ReleaseNear)]
    [InlineData("2026-10-31", ReminderKind.ReleaseNear)]
    [InlineData("2026-11-01", ReminderKind.ReleaseToday)]
    [InlineData("2026-11-30", ReminderKind.ReleaseToday)]
    [InlineData("2026-12-01", ReminderKind.ReleasePassed)]
    [InlineData("2027-01-01", null)]
    public void A_vague_release_is_near_before_its_first_day_and_passed_after_its_last(string today, ReminderKind? kind) =>
        Assert.Equal(kind, Due(Person, Serving with { EndOfTerm = Range("2026-11-01", "2026-11-30") }, today).SingleOrNull());

    [Fact]
    public void Who_was_released_or_serves_no_counted_term_has_no_day_to_expect()
    {
        Assert.Empty(Due(Person, Serving with { Status = CaseStatus.Released, EndOfTerm = null }, "2026-11-12"));
        Assert.Empty(Due(Person, Serving with { EndOfTerm = new DateRange(DateOnly.MaxValue, DateOnly.MaxValue) }, "2026-11-12"));
    }

    [Theory]
    [InlineData("2026-11-01", false)]
    [InlineData("2026-11-02", true)]
    [InlineData("2026-11-03", true)]
    [InlineData("2026-11-04", false)]
    public void A_hearing_is_told_on_its_eve_or_where_that_was_missed_on_its_day(string today, bool due)
    {
        var reminders = Due(Person, Trial("2026-11-03"), today);

        Assert.Equal(due ? [new DueReminder(ReminderKind.HearingTomorrow, Range("2026-11-03", "2026-11-03"))] : [], reminders);
    }

    [Fact]
    public void A_hearing_first_heard_of_on_its_own_day_was_told_by_that_very_news() =>
        Assert.Empty(Due(Person, Trial("2026-11-03") with { LastNews = new DateTimeOffset(2026, 11, 3, 7, 0, 0, TimeSpan.Zero) }, "2026-11-03"));

    [Theory]
    [InlineData("2026-10-30", false)]
    [InlineData("2026-10-31", true)]
    [InlineData("2026-11-07", true)]
    [InlineData("2026-11-08", false)]
    public void A_hearing_some_day_of_a_month_is_told_before_the_month_begins(string today, bool due) =>
        Assert.Equal(due, Due(Person, Trial("2026-11"), today).Count == 1);

    [Fact]
    public void A_hearing_some_day_of_a_year_has_no_eve() => Assert.Empty(Due(Person, Trial("2027"), "2026-12-31"));

    [Theory]
    [InlineData("2026-10-01", CaseStatus.Promised, null)]
    [InlineData("2026-10-02", CaseStatus.Promised, ReminderKind.LawDueNear)]
    [InlineData("2026-11-15", CaseStatus.Promised, null)]
    [InlineData("2026-12-01", CaseStatus.Proposed, ReminderKind.LawDuePassed)]
    [InlineData("2026-12-31", CaseStatus.Proposed, null)]
    [InlineData("2026-12-01", CaseStatus.InForce, null)]
    [InlineData("2026-12-01", CaseStatus.Amended, null)]
    public void A_promised_law_is_told_before_its_due_date_and_when_it_did_not_come(string today, CaseStatus status, ReminderKind? kind) =>
        Assert.Equal(kind, Due(Law, new CaseState { Status = status }, today).SingleOrNull());

    [Theory]
    [InlineData("2027-03-29", CaseStatus.Released, false)]
    [InlineData("2027-03-30", CaseStatus.Released, true)]
    [InlineData("2027-04-29", CaseStatus.Released, true)]
    [InlineData("2027-04-30", CaseStatus.Released, false)]
    [InlineData("2027-03-30", CaseStatus.Dead, false)]
    public void A_case_is_quiet_after_so_many_days_and_told_so_once(string today, CaseStatus status, bool due)
    {
        var state = new CaseState { Status = status, LastNews = Serving.LastNews };

        Assert.Equal(due, Due(Person, state, today).Count == 1);
        Assert.Empty(Reminders.Due(Person, state, Noon(today), quietDays: 0));
    }

    [Fact]
    public void Another_date_is_another_reminder_and_the_same_one_has_one_id()
    {
        var first = Due(Person, Serving, "2026-10-13").Single();
        var later = Due(Person, Serving, "2026-11-11").Single();
        var moved = Due(Person, Serving with { EndOfTerm = Range("2026-11-10", "2026-11-10") }, "2026-10-13").Single();

        Assert.Equal(first.IdFor(Person.Id), later.IdFor(Person.Id));
        Assert.NotEqual(first.IdFor(Person.Id), moved.IdFor(Person.Id));
        Assert.NotEqual(first.IdFor(Person.Id), first.IdFor("pavel-orlik"));
    }

    // East and west of Greenwich, across both turns of the clock, and a day that one zone left out.
    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-11-01T09:59:59Z", "2026-11-01", 23)]
    [InlineData("Pacific/Kiritimati", "2026-11-01T10:00:00Z", "2026-11-02", 0)]
    [InlineData("Pacific/Pago_Pago", "2026-11-02T10:59:59Z", "2026-11-01", 23)]
    [InlineData("Asia/Almaty", "2026-11-01T03:00:00Z", "2026-11-01", 8)]
    [InlineData("Europe/Warsaw", "2026-03-29T00:59:59Z", "2026-03-29", 1)]
    [InlineData("Europe/Warsaw", "2026-03-29T01:00:00Z", "2026-03-29", 3)]
    [InlineData("Europe/Warsaw", "2026-10-25T00:30:00Z", "2026-10-25", 2)]
    [InlineData("Europe/Warsaw", "2026-10-25T01:30:00Z", "2026-10-25", 2)]
    [InlineData("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29", 23)]
    [InlineData("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31", 0)]
    public void The_day_is_the_case_s_own(string zone, string now, string date, int hour)
    {
        var day = Local(now, zone);

        Assert.Equal((DateOnly.Parse(date), hour), (day.Date, day.Hour));
    }

    [Theory]
    [InlineData("2011-12-29T18:00:00Z", "2011-12-31", true)]
    [InlineData("2011-12-28T18:00:00Z", "2011-12-31", false)]
    public void Where_a_day_was_left_out_the_eve_is_the_day_before_it(string now, string hearing, bool due) =>
        Assert.Equal(due, Reminders.Due(Person, Trial(hearing), Local(now, "Pacific/Apia"), 0).Count == 1);

    [Theory]
    [InlineData("2011-12-29T18:00:00Z", ReminderKind.ReleaseNear)]
    [InlineData("2011-12-30T18:00:00Z", ReminderKind.ReleaseToday)]
    [InlineData("2011-12-31T18:00:00Z", ReminderKind.ReleasePassed)]
    public void A_release_on_a_day_that_was_left_out_is_told_on_the_day_after_it(string now, ReminderKind kind) => Assert.Equal(
        kind,
        Reminders.Due(Person, Serving with { EndOfTerm = Range("2011-12-30", "2011-12-30") }, Local(now, "Pacific/Apia"), 0).SingleOrNull());

    [Theory]
    [InlineData("Asia/Almaty", "US", "Asia/Almaty")]
    [InlineData(null, "GE", "Asia/Tbilisi")]
    [InlineData(null, "DE", "Europe/Berlin")]
    [InlineData(null, "RU", "Africa/Lagos")]
    [InlineData(null, null, "Africa/Lagos")]
    [InlineData("Asia/Nowhere", "GE", "Asia/Tbilisi")]
    public void A_case_s_zone_is_its_own_or_its_country_s_or_the_one_that_the_settings_name(string? own, string? country, string zone)
    {
        var watched = Person with { TimeZone = own, Country = country };

        Assert.Equal(zone, CaseZone.Of(watched, At("2026-11-01T03:00:00Z"), DateTimeZoneProviders.Tzdb["Africa/Lagos"]).Id);
    }

    [Fact]
    public void A_country_whose_clocks_all_agree_has_one_zone() => Assert.Equal(
        Offset.FromHours(5),
        CaseZone.Of(Person, At("2026-11-01T03:00:00Z"), DateTimeZone.Utc).GetUtcOffset(At("2026-11-01T03:00:00Z")));

    private static CaseState Trial(string hearing) => new()
    {
        Status = CaseStatus.OnTrial,
        Hearings = [PartialDate.Parse(hearing)],
        LastNews = new DateTimeOffset(2011, 10, 1, 6, 0, 0, TimeSpan.Zero),
    };

    private static IReadOnlyList<DueReminder> Due(Case watched, CaseState state, string today) =>
        [.. Reminders.Due(watched, state, Noon(today), QuietDays).Where(d => state.Status != CaseStatus.OnTrial || d.Kind != ReminderKind.Quiet)];

    private static LocalDay Noon(string today) => Local($"{today}T12:00:00Z", "UTC");

    private static LocalDay Local(string now, string zone) => new(At(now), DateTimeZoneProviders.Tzdb[zone]);

    private static Instant At(string now) => InstantPattern.General.Parse(now).Value;

    private static DateRange Range(string earliest, string latest) => new(DateOnly.Parse(earliest), DateOnly.Parse(latest));
}

internal static class DueReminders
{
    public static ReminderKind? SingleOrNull(this IReadOnlyList<DueReminder> due) => due.Count == 0 ? null : Assert.Single(due).Kind;
}
