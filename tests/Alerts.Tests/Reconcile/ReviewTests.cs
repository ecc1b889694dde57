using Alerts.Cases;
using Alerts.Reconcile;
using static Alerts.Tests.Reconcile.Stories;

namespace Alerts.Tests.Reconcile;

public class ReviewTests
{
    private static readonly ReconcileOptions Options = new();

    private readonly Reconciler reconciler = new(Options);
    private readonly Review review = new(Options);

    [Fact]
    public void What_a_person_accepts_counts_and_is_told_while_it_is_news()
    {
        var waiting = Read(NewFile(), Sighting(CaseEventType.Released, "2019-10-20", confidence: 0.5));

        var decided = Decide(waiting, By(Standing.Accepted));

        Assert.Equal(CaseStatus.Released, decided.Revised.State.Status);
        var change = Assert.IsType<CaseChange>(Assert.Single(decided.News));
        Assert.Equal((CaseStatus.Unknown, CaseStatus.Released), (change.Before.Status, change.After.Status));
        Assert.Equal(change.Id, Assert.Single(decided.Revised.Events).Told);
    }

    [Fact]
    public void What_is_accepted_quietly_or_late_is_told_to_nobody()
    {
        var waiting = Read(NewFile(), Sighting(CaseEventType.Released, "2019-10-20", confidence: 0.5));
        var old = Read(NewFile(), Sighting(CaseEventType.Released, "2015-10-20", confidence: 0.5));

        Assert.Empty(Decide(waiting, By(Standing.Accepted), quiet: true).News);
        Assert.Empty(Decide(old, By(Standing.Accepted)).News);
    }

    [Fact]
    public void What_is_rejected_stays_out_however_often_it_is_told_again()
    {
        var rejected = Decide(Read(NewFile(), Sighting(CaseEventType.Released, "2019-10-20", confidence: 0.5)), By(Standing.Rejected)).Revised;

        var again = reconciler.Apply(rejected, [Sighting(CaseEventType.Released, "2019-10-20", page: "b"), Sighting(CaseEventType.Released, "2019-10", page: "c")], Now);

        Assert.Equal(Standing.Rejected, Assert.Single(again.Revised.Events).Standing);
        Assert.Equal(CaseStatus.Unknown, again.Revised.State.Status);
        Assert.Empty(again.News);
    }

    [Fact]
    public void An_edit_holds_and_what_was_read_is_kept_beside_it_with_who_and_when()
    {
        var waiting = Read(NewFile(), Sighting(CaseEventType.Sentenced, "2019-10-16", "P5Y", confidence: 0.5));
        var edit = new EventEdit { Type = CaseEventType.Sentenced, Date = PartialDate.Parse("2019-10-15"), Term = "P6Y" };

        var edited = Assert.Single(Decide(waiting, By(Standing.Accepted) with { Edit = edit, Note = "The verdict says so." }).Revised.Events);

        Assert.Equal(("2019-10-15", "P6Y", Standing.Accepted), (edited.Date?.ToString(), edited.Term, edited.Standing));
        Assert.Equal(("2019-10-16", "P5Y"), (edited.Sightings[0].Date?.ToString(), edited.Sightings[0].Term));
        Assert.Equal(("Dana", Now, "The verdict says so."), (edited.Decision!.By, edited.Decision.At, edited.Decision.Note));
    }

    [Fact]
    public void Another_article_that_tells_what_was_corrected_adds_to_the_edited_event()
    {
        var edit = new EventEdit { Type = CaseEventType.Sentenced, Date = PartialDate.Parse("2019-10-15"), Term = "P6Y" };
        var edited = Decide(Read(NewFile(), Sighting(CaseEventType.Sentenced, "2019-10-16", "P5Y", confidence: 0.5)), By(Standing.Accepted) with { Edit = edit }).Revised;

        var again = reconciler.Apply(edited, [Sighting(CaseEventType.Sentenced, "2019-10-15", "P6Y", page: "b"), Sighting(CaseEventType.Sentenced, "2019-10-16", "P5Y", page: "c")], Now).Revised;

        Assert.Equal("P6Y", Assert.Single(again.Events).Term);
    }

    [Fact]
    public void A_retracted_event_folds_the_state_again_and_corrects_what_was_told()
    {
        var detained = Read(NewFile(), Sighting(CaseEventType.Detained, "2019-08-02"));
        var told = reconciler.Apply(detained, [Sighting(CaseEventType.Released, "2019-10-20")], Now);
        var change = Assert.Single(told.News);
        var released = told.Revised.Events.Single(e => e.Type == CaseEventType.Released);

        var taken = review.Decide(told.Revised, released.Id, By(Standing.Retracted) with { Note = "Another man of that name." }, change, quiet: false);

        Assert.Equal(CaseStatus.Detained, taken.Revised.State.Status);
        var correction = Assert.IsType<CaseCorrection>(Assert.Single(taken.News));
        Assert.Equal((CorrectionKind.Retracted, change.Id, change.At, "Another man of that name."), (correction.Kind, correction.Corrects, correction.ToldAt, correction.Note));
        Assert.Equal((CaseStatus.Released, CaseStatus.Detained), (correction.Before.Status, correction.After.Status));
    }

    [Fact]
    public void An_amended_event_corrects_what_was_told_and_a_retracted_one_can_come_back()
    {
        var told = reconciler.Apply(NewFile(), [Sighting(CaseEventType.Sentenced, "2019-10-16", "P5Y")], Now);
        var edit = new EventEdit { Type = CaseEventType.Sentenced, Date = PartialDate.Parse("2019-10-16"), Term = "P5M" };

        var amended = Decide(told.Revised, By(Standing.Accepted) with { Edit = edit }, told.News[0]);
        var taken = Decide(amended.Revised, By(Standing.Retracted), told.News[0]);
        var back = Decide(taken.Revised, By(Standing.Accepted), told.News[0]);

        CaseCorrection[] corrections = [.. new[] { amended, taken, back }.Select(d => Assert.IsType<CaseCorrection>(Assert.Single(d.News)))];
        Assert.Equal([CorrectionKind.Amended, CorrectionKind.Retracted, CorrectionKind.Reinstated], corrections.Select(c => c.Kind));
        Assert.Equal(("P5Y", "P5M"), (corrections[0].Was.Term, corrections[0].Event.Term));
        Assert.Equal("P5M", corrections[2].Event.Term);
        Assert.Equal(3, corrections.Select(c => c.Id).Distinct().Count());
        Assert.Equal("P5M", back.Revised.State.Sentence);
    }

    [Fact]
    public void An_event_nobody_was_told_of_is_taken_back_in_silence()
    {
        var history = Read(NewFile(), Sighting(CaseEventType.Released, "2015-10-20"));

        Assert.Empty(Decide(history, By(Standing.Retracted)).News);
    }

    [Fact]
    public void A_release_after_death_waits_for_review_and_counts_once_a_person_says_so()
    {
        var file = Read(NewFile(), Sighting(CaseEventType.Died, "2019-09-01"), Sighting(CaseEventType.Released, "2019-10-20"));
        var released = file.Events.Single(e => e.Type == CaseEventType.Released);

        Assert.Equal((Standing.Pending, Doubt.Impossible), (released.Standing, released.Doubt));
        Assert.Equal(CaseStatus.Dead, file.State.Status);
        var survived = review.Decide(file, file.Events.Single(e => e.Type == CaseEventType.Died).Id, By(Standing.Retracted), null, quiet: false).Revised;
        Assert.Equal(CaseStatus.Released, survived.State.Status);
    }

    [Fact]
    public void An_arrest_told_without_a_date_after_a_death_is_background_and_not_impossible()
    {
        var file = Read(NewFile(), Sighting(CaseEventType.Died, "2019-09-01"), Sighting(CaseEventType.Detained));

        Assert.Equal((Standing.Accepted, CaseStatus.Dead), (file.Events.Single(e => e.Type == CaseEventType.Detained).Standing, file.State.Status));
    }

    [Theory]
    [InlineData(0.9, Standing.Accepted, "accepted already")]
    [InlineData(0.9, Standing.Rejected, "retract")]
    [InlineData(0.5, Standing.Retracted, "Only an accepted event")]
    public void What_makes_no_sense_is_refused_with_the_way_out(double confidence, Standing standing, string says)
    {
        var file = Read(NewFile(), Sighting(CaseEventType.Released, "2019-10-20", confidence: confidence));

        var refused = Assert.Throws<ReviewException>(() => Decide(file, By(standing)));

        Assert.Contains(says, refused.Message);
    }

    private static Decision By(Standing standing) => new() { Standing = standing, By = "Dana", At = Now };

    private CaseFile Read(CaseFile file, params CaseEvent[] told) => reconciler.Apply(file, told, Now).Revised;

    private Reconciliation Decide(CaseFile file, Decision decision, CaseNews? told = null, bool quiet = false) =>
        review.Decide(file, Assert.Single(file.Events).Id, decision, told, quiet);
}
