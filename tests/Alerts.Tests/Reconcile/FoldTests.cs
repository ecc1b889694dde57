using Alerts.Cases;
using Alerts.Reconcile;
using static Alerts.Tests.Reconcile.Stories;

namespace Alerts.Tests.Reconcile;

public class FoldTests
{
    private readonly Reconciler reconciler = new(new ReconcileOptions());

    [Fact]
    public void A_life_is_told_by_date_in_whatever_order_it_was_read()
    {
        CaseEvent[] told =
        [
            Sighting(CaseEventType.Sentenced, "2019-10", "P5M"),
            Sighting(CaseEventType.Charged, "2018-09"),
            Sighting(CaseEventType.Released, "2019-08", detail: "pardon"),
            Sighting(CaseEventType.Sentenced, "2019-07", "P7Y"),
        ];

        var forward = State(Prisoner, told);
        var backward = State(Prisoner, [.. told.Reverse()]);

        Assert.Equal(CaseStatus.Imprisoned, forward.Status);
        Assert.Equal("2019-10", forward.Since?.ToString());
        Assert.Equal("P5M", forward.Sentence);
        Assert.Equal((forward.Status, forward.Since, forward.Sentence), (backward.Status, backward.Since, backward.Sentence));
    }

    [Fact]
    public void A_term_counted_from_a_partial_date_ends_within_a_range()
    {
        var end = State(Prisoner, Sighting(CaseEventType.Sentenced, "2016-11", "P5Y")).EndOfTerm;

        Assert.Equal(new DateRange(new DateOnly(2021, 11, 1), new DateOnly(2021, 11, 30)), end);
    }

    [Fact]
    public void A_sentence_passed_on_a_prisoner_runs_after_the_one_being_served()
    {
        var state = State(Prisoner, Sighting(CaseEventType.Sentenced, "2016-11-03", "P5Y"), Sighting(CaseEventType.Sentenced, "2018-04-01", "P1Y6M"));

        Assert.Equal(["P5Y", "P1Y6M"], state.Sentences.Select(s => s.Length));
        Assert.Equal("P6Y6M", state.Sentence);
        Assert.Equal(new DateOnly(2023, 5, 3), state.EndOfTerm?.Earliest);
    }

    [Fact]
    public void Time_in_custody_before_the_sentence_counts()
    {
        var state = State(Prisoner, Sighting(CaseEventType.Detained, "2018-02-10"), Sighting(CaseEventType.Charged, "2018-03"), Sighting(CaseEventType.Sentenced, "2019-07-01", "P2Y"));

        Assert.Equal("2018-02-10", state.TermFrom?.ToString());
        Assert.Equal(new DateOnly(2020, 2, 10), state.EndOfTerm?.Latest);
    }

    [Fact]
    public void A_detention_longer_ago_than_the_whole_term_was_another()
    {
        var state = State(Prisoner, Sighting(CaseEventType.Detained, "2012-02-10"), Sighting(CaseEventType.Sentenced, "2019-07-01", "P2Y"));

        Assert.Equal("2019-07-01", state.TermFrom?.ToString());
    }

    [Theory]
    [InlineData("P3Y", "P3Y", "2019-11-03")]
    [InlineData("P8Y", "P8Y", "2024-11-03")]
    public void A_changed_sentence_takes_the_place_of_the_one_passed(string changed, string sentence, string end)
    {
        var state = State(Prisoner, Sighting(CaseEventType.Sentenced, "2016-11-03", "P5Y"), Sighting(CaseEventType.SentenceChanged, "2017-02", changed));

        Assert.Equal((sentence, DateOnly.Parse(end)), (state.Sentence, state.EndOfTerm?.Latest));
    }

    [Theory]
    [InlineData("life")]
    [InlineData("death")]
    public void Where_a_sentence_has_no_length_there_is_no_end(string detail)
    {
        var state = State(Prisoner, Sighting(CaseEventType.Sentenced, "2016-11-03", "P5Y"), Sighting(CaseEventType.Sentenced, "2018-04-01", detail: detail));

        Assert.Equal(detail, state.Sentence);
        Assert.Null(state.EndOfTerm);
    }

    [Fact]
    public void A_suspended_sentence_ends_with_no_release()
    {
        var state = State(Prisoner, Sighting(CaseEventType.Sentenced, "2016-11-03", "P2Y", "suspended"));

        Assert.Equal((CaseStatus.ReleasedConditionally, "P2Y"), (state.Status, state.Sentence));
        Assert.Null(state.EndOfTerm);
    }

    [Fact]
    public void A_ban_with_an_end_runs_out()
    {
        var state = State(Prisoner, Sighting(CaseEventType.Banned, "2016-11-03", "P2Y"));

        Assert.Single(state.BansOn(new DateOnly(2018, 11, 3)));
        Assert.Empty(state.BansOn(new DateOnly(2018, 11, 4)));
    }

    [Fact]
    public void The_next_hearing_is_the_first_that_still_lies_ahead()
    {
        var state = State(Prisoner, Sighting(CaseEventType.Hearing, "2019-11-20"), Sighting(CaseEventType.Hearing, "2019-11-05"), Sighting(CaseEventType.Hearing, "2019-02-01"));

        Assert.Equal("2019-11-05", state.NextHearing?.ToString());
        Assert.Equal("2019-11-20", state.HearingFrom(new DateOnly(2019, 11, 6))?.ToString());
        Assert.Null(state.HearingFrom(new DateOnly(2019, 11, 21)));
    }

    [Theory]
    [InlineData("parole", CaseStatus.ReleasedConditionally)]
    [InlineData("bail", CaseStatus.ReleasedConditionally)]
    [InlineData("conditional", CaseStatus.ReleasedConditionally)]
    [InlineData("pardon", CaseStatus.Released)]
    [InlineData("served", CaseStatus.Released)]
    [InlineData(null, CaseStatus.Released)]
    public void A_release_frees_wholly_or_on_conditions(string? detail, CaseStatus expected)
    {
        var state = State(Prisoner, Sighting(CaseEventType.Sentenced, "2016-11", "P5Y"), Sighting(CaseEventType.Released, "2018-04", detail: detail));

        Assert.Equal(expected, state.Status);
        Assert.Null(state.Sentence);
        Assert.Null(state.EndOfTerm);
    }

    [Fact]
    public void Nothing_moves_the_dead()
    {
        var state = State(Prisoner, Sighting(CaseEventType.Died, "2019-01"), Sighting(CaseEventType.Released, "2019-05"));

        Assert.Equal(CaseStatus.Dead, state.Status);
    }

    [Fact]
    public void A_ban_stands_until_it_is_lifted()
    {
        var banned = State(Prisoner, Sighting(CaseEventType.Banned, "2018-01"));
        var lifted = State(Prisoner, Sighting(CaseEventType.Banned, "2018-01"), Sighting(CaseEventType.BanLifted, "2019-01"));

        Assert.Single(banned.Bans);
        Assert.Empty(lifted.Bans);
    }

    [Theory]
    [InlineData(CaseEventType.OrgDenied, CaseStatus.Denied)]
    [InlineData(CaseEventType.OrgDesignated, CaseStatus.Designated)]
    [InlineData(CaseEventType.OrgClosed, CaseStatus.Closed)]
    [InlineData(CaseEventType.OrgRestored, CaseStatus.Active)]
    public void An_organization_goes_where_its_last_event_leads(CaseEventType type, CaseStatus expected) =>
        Assert.Equal(expected, State(Union, Sighting(type, "2017")).Status);

    [Fact]
    public void A_promised_law_is_proposed_then_in_force_and_an_amendment_bill_leaves_it_in_force()
    {
        Assert.Equal(CaseStatus.Promised, State(Reform).Status);
        Assert.Equal(CaseStatus.Proposed, State(Reform, Sighting(CaseEventType.LawProposed, "2020-01")).Status);
        Assert.Equal(
            CaseStatus.InForce,
            State(Reform, Sighting(CaseEventType.LawAdopted, "2020-05"), Sighting(CaseEventType.LawProposed, "2020-09")).Status);
    }

    private CaseState State(Case watched, params CaseEvent[] told) => reconciler.Apply(NewFile(watched), told, Now).Revised.State;
}
