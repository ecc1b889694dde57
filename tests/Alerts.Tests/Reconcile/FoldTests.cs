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
