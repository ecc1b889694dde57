using Alerts.Cases;
using Alerts.Reconcile;
using static Alerts.Tests.Reconcile.Stories;

namespace Alerts.Tests.Reconcile;

public class RereadingTests
{
    private const string Page = "d1";

    private static readonly ReconcileOptions Options = new();

    private readonly Reconciler reconciler = new(Options);

    [Fact]
    public void The_same_reading_makes_no_difference()
    {
        var told = Told(CaseEventType.Released, "2019-10-20");

        var again = Again(Read(told), told);

        Assert.Empty(again.Differences);
    }

    [Fact]
    public void A_sentence_that_is_read_otherwise_changes_its_event_which_stays_the_one_people_were_told_of()
    {
        var before = Read(Told(CaseEventType.Sentenced, "2019-10-16", "P5Y"));

        var difference = Assert.Single(Again(before, Told(CaseEventType.Sentenced, "2019-10-16", "P5M")).Differences);

        Assert.Equal((RereadingKind.Changed, false), (difference.Kind, difference.IsNews));
        Assert.Equal((before.Events[0].Id, before.Events[0].Told, "P5M"), (difference.After!.Id, difference.After.Told, difference.After.Term));
    }

    [Fact]
    public void What_is_read_for_the_first_time_would_have_been_told_when_it_was_news()
    {
        var (fresh, old) = (Told(CaseEventType.Released, "2019-10-20"), Told(CaseEventType.Detained, "2016-10-20"));

        var differences = Again(Read(), fresh, old).Differences;

        Assert.All(differences, d => Assert.Equal(RereadingKind.New, d.Kind));
        Assert.Equal([false, true], differences.Select(d => d.IsNews));
    }

    [Fact]
    public void What_is_not_read_any_more_goes_unless_people_were_told_of_it()
    {
        var (told, untold) = (Told(CaseEventType.Released, "2019-10-20"), Told(CaseEventType.Detained, "2016-10-20"));
        var before = Read(told, untold);

        var again = Again(before);

        Assert.Equal([(RereadingKind.Unread, CaseEventType.Released), (RereadingKind.Gone, CaseEventType.Detained)], again.Differences.Select(d => (d.Kind, d.Before!.Type)));
        Assert.Equal(CaseEventType.Released, Assert.Single(again.After.Events).Type);
        Assert.Equal(CaseStatus.Released, again.After.State.Status);
    }

    [Fact]
    public void What_a_person_decided_stands_whatever_is_read()
    {
        var read = Read(Told(CaseEventType.Released, "2015-10-20"));
        var decision = new Decision { Standing = Standing.Retracted, By = "Dana", At = Now };
        var retracted = new Review(Options).Decide(read, read.Events[0].Id, decision, told: null, quiet: false).Revised;

        Assert.Empty(Again(retracted, Told(CaseEventType.Released, "2015-10-20")).Differences);
    }

    [Fact]
    public void Evidence_from_pages_that_were_not_read_again_stays()
    {
        var elsewhere = Sighting(CaseEventType.Detained, "2016-10-20");
        var before = Read(elsewhere with { Evidence = elsewhere.Evidence with { Digest = "d2" } });

        Assert.Empty(Again(before).Differences);
    }

    private static CaseEvent Told(CaseEventType type, string date, string? term = null)
    {
        var sighting = Sighting(type, date, term);
        return sighting with { Evidence = sighting.Evidence with { Digest = Page, Quote = $"{Word.Of(type)} stands here." } };
    }

    private static Rereading Again(CaseFile before, params CaseEvent[] read) => Rereading.Of(before, new HashSet<string> { Page }, read, Options);

    private CaseFile Read(params CaseEvent[] told) => reconciler.Apply(NewFile(), told, Now).Revised;
}
