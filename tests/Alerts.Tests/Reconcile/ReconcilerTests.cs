using Alerts.Cases;
using Alerts.Reconcile;
using static Alerts.Tests.Reconcile.Stories;

namespace Alerts.Tests.Reconcile;

public class ReconcilerTests
{
    private readonly Reconciler reconciler = new(new ReconcileOptions());

    [Fact]
    public void A_fresh_event_is_a_change_from_the_state_before_to_the_state_after()
    {
        var file = Apply(NewFile(), Sighting(CaseEventType.Detained, "2019-08-02")).Revised;

        var change = Told(Apply(file, Sighting(CaseEventType.Sentenced, "2019-10-16", "P5M")));

        Assert.Equal(CaseStatus.Detained, change.Before.Status);
        Assert.Equal(CaseStatus.Imprisoned, change.After.Status);
        Assert.Equal("P5M", change.After.Sentence);
        Assert.Equal(change.Event.Id, change.After.ByEvent);
    }

    [Fact]
    public void An_article_that_tells_the_newest_first_still_changes_the_case_in_the_order_of_events()
    {
        var file = Apply(NewFile(), Sighting(CaseEventType.Sentenced, "2019-07", "P7Y")).Revised;

        var told = Apply(file, Sighting(CaseEventType.Sentenced, "2019-10-16", "P5M"), Sighting(CaseEventType.Released, "2019-08", detail: "pardon"));

        Assert.Equal(CaseStatus.Released, Told(told).Before.Status);
    }

    [Fact]
    public void Older_news_found_late_moves_the_state_and_tells_nobody()
    {
        var reconciled = Apply(NewFile(), Sighting(CaseEventType.Sentenced, "2016-11", "P5Y"));

        Assert.Empty(reconciled.News);
        Assert.Equal(1, reconciled.Report.History);
        Assert.Equal(CaseStatus.Imprisoned, reconciled.Revised.State.Status);
    }

    [Fact]
    public void Reading_the_same_article_again_changes_nothing()
    {
        var sighting = Sighting(CaseEventType.Released, "2019-10-20");
        var once = Apply(NewFile(), sighting).Revised;

        var again = Apply(once, sighting);

        Assert.Same(once, again.Revised);
        Assert.Empty(again.News);
        Assert.Equal(1, again.Report.Known);
    }

    [Fact]
    public void A_second_article_about_the_same_event_adds_evidence_and_sharpens_the_date_and_alerts_nobody()
    {
        var once = Apply(NewFile(), Sighting(CaseEventType.Released, "2019-10", page: "a")).Revised;

        var twice = Apply(once, Sighting(CaseEventType.Released, "2019-10-20", detail: "pardon", page: "b"));

        Assert.Empty(twice.News);
        Assert.Equal(1, twice.Report.Confirmed);
        var known = Assert.Single(twice.Revised.Events);
        Assert.Equal("2019-10-20", known.Date?.ToString());
        Assert.Equal("pardon", known.Detail);
        Assert.Equal(2, known.Sightings.Count);
    }

    [Fact]
    public void Two_sentences_with_different_terms_are_two_events()
    {
        var file = Apply(NewFile(), Sighting(CaseEventType.Sentenced, "2019", "P7Y"), Sighting(CaseEventType.Sentenced, "2019-10", "P5M")).Revised;

        Assert.Equal(2, file.Events.Count);
    }

    [Fact]
    public void A_doubtful_event_waits_for_review_and_moves_nothing()
    {
        var reconciled = Apply(NewFile(), Sighting(CaseEventType.Released, "2019-10-20", confidence: 0.5));

        Assert.Equal(1, reconciled.Report.Pending);
        Assert.Equal(CaseStatus.Unknown, reconciled.Revised.State.Status);
        Assert.Empty(reconciled.News);
    }

    [Fact]
    public void A_waiting_event_that_a_sure_sighting_confirms_is_told_then()
    {
        var waiting = Apply(NewFile(), Sighting(CaseEventType.Released, "2019-10-20", confidence: 0.5)).Revised;

        var change = Told(Apply(waiting, Sighting(CaseEventType.Released, "2019-10-20", page: "b")));

        Assert.Equal(CaseStatus.Released, change.After.Status);
    }

    [Fact]
    public void Below_the_floor_an_event_is_dropped_and_counted()
    {
        var file = NewFile();

        var reconciled = Apply(file, Sighting(CaseEventType.Released, "2019-10-20", confidence: 0.2));

        Assert.Same(file, reconciled.Revised);
        Assert.Equal(1, reconciled.Report.Dropped);
    }

    [Fact]
    public void The_same_work_done_twice_gives_the_same_ids()
    {
        var sighting = Sighting(CaseEventType.Released, "2019-10-20");

        var one = Told(Apply(NewFile(), sighting));
        var other = Told(Apply(NewFile(), sighting));

        Assert.Equal(one.Id, other.Id);
        Assert.Equal(one.Event.Id, other.Event.Id);
    }

    [Fact]
    public void An_undated_telling_is_held_to_be_the_event_already_known()
    {
        var known = Apply(NewFile(), Sighting(CaseEventType.Sentenced, "2019-07", "P7Y")).Revised;

        var retold = Apply(known, Sighting(CaseEventType.Sentenced, term: "P7Y", page: "b"));

        Assert.Single(retold.Revised.Events);
    }

    private static CaseChange Told(Reconciliation reconciled) => Assert.IsType<CaseChange>(Assert.Single(reconciled.News));

    private Reconciliation Apply(CaseFile file, params CaseEvent[] sightings) => reconciler.Apply(file, sightings, Now);
}
