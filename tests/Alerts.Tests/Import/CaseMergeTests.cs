using Alerts.Cases;
using Alerts.Import;
using Alerts.Reconcile;
using static Alerts.Tests.Reconcile.Stories;

namespace Alerts.Tests.Import;

/// <summary>What an import makes of a case that has a past already.</summary>
public class CaseMergeTests
{
    private static readonly Reconciler Reconciler = new(new ReconcileOptions());

    private static readonly CaseEvent Arrest = Sighting(CaseEventType.Detained, "2019-03-05", page: "arrest");
    private static readonly CaseEvent Sentence = Sighting(CaseEventType.Sentenced, "2019-10-16", "P5M", page: "sentence");
    private static readonly CaseEvent Release = Sighting(CaseEventType.Released, "2019-10-29", page: "release");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_two_stores_have_read_comes_together_as_if_one_had_read_it_all()
    {
        var shelf = new Shelf().With(Read(Arrest, Sentence));

        var tally = await shelf.Cases.AddAsync(History(Read(Sentence, Release, Sentence with { Evidence = Sentence.Evidence with { Url = new Uri("https://other.example/x") } })), Cancellation);

        var merged = Assert.Single(shelf.Files);
        Assert.Equal((1, 2), (tally.Events, tally.Sightings));
        Assert.Equal(
            [(CaseEventType.Detained, 1), (CaseEventType.Sentenced, 2), (CaseEventType.Released, 1)],
            Fold.InOrder(merged.Events).Select(e => (e.Type, e.Sightings.Count)));
        Assert.Equal(CaseStatus.Released, merged.State.Status);
        Assert.All(Read(Arrest, Sentence).Events, e => Assert.Contains(merged.Events, m => m.Id == e.Id));
    }

    [Fact]
    public async Task Ids_and_marks_of_events_that_were_not_there_are_kept()
    {
        var shelf = new Shelf().With(Read(Arrest));
        var theirs = Read(Release).Events[0] with { Id = "theirs", Told = "their-change" };

        await shelf.Cases.AddAsync(new CaseHistory(Prisoner.Id, [theirs], []), Cancellation);

        var came = Assert.Single(shelf.Files.Single().Events, e => e.Type == CaseEventType.Released);
        Assert.Equal(("theirs", "their-change", Standing.Accepted), (came.Id, came.Told, came.Standing));
    }

    [Fact]
    public async Task A_decision_made_elsewhere_is_taken_over_and_one_made_here_stands()
    {
        var (here, there) = (new Decision { Standing = Standing.Accepted, By = "here", At = Now }, new Decision { Standing = Standing.Retracted, By = "there", At = Now.AddDays(1) });
        var stored = Read(Arrest, Release);
        stored = stored with { Events = [.. stored.Events.Select(e => e.Type == CaseEventType.Detained ? e with { Decisions = [here] } : e)] };
        var shelf = new Shelf().With(stored);
        var theirs = stored.Events.Select(e => e with { Standing = Standing.Retracted, Decisions = [there] }).ToList();

        await shelf.Cases.AddAsync(new CaseHistory(Prisoner.Id, theirs, []), Cancellation);

        var merged = shelf.Files.Single();
        Assert.Equal("here", merged.Events.Single(e => e.Type == CaseEventType.Detained).Decision!.By);
        Assert.Equal("there", merged.Events.Single(e => e.Type == CaseEventType.Released).Decision!.By);
        Assert.Equal(CaseStatus.Detained, merged.State.Status);
    }

    [Fact]
    public async Task A_decided_event_with_an_edit_takes_its_sightings_along()
    {
        var edited = Read(Sentence).Events[0] with
        {
            Term = "P6M",
            Standing = Standing.Accepted,
            Decisions = [new Decision { Standing = Standing.Accepted, By = "there", At = Now, Edit = new EventEdit { Type = CaseEventType.Sentenced, Date = Sentence.Date, Term = "P6M" } }],
        };
        var shelf = new Shelf().With(Read(Arrest));

        await shelf.Cases.AddAsync(new CaseHistory(Prisoner.Id, [edited], []), Cancellation);
        await shelf.Cases.AddAsync(new CaseHistory(Prisoner.Id, [edited], []), Cancellation);

        var came = Assert.Single(shelf.Files.Single().Events, e => e.Type == CaseEventType.Sentenced);
        Assert.Equal(("P6M", "P5M", 1), (came.Term, came.Sightings.Single().Term, shelf.Writes));
    }

    [Fact]
    public async Task Events_written_by_hand_are_history_and_the_same_when_they_are_written_again()
    {
        const string text = """
            cases:
              - id: amira-odan
                kind: person
                name: Amira Odan
                events:
                  - {type: detained, date: 2019-03-05, detail: Aksu, quote: The police took her away., url: "https://news.example/1"}
                  - {type: sentenced, date: 2019-10, term: P5Y, quote: Five years., url: "https://news.example/2", published: 2019-10-20}
            """;
        var shelf = new Shelf();

        await shelf.Importer.RunAsync(ImportReader.Read(text, "hand.yaml").File!, Cancellation);
        var writes = shelf.Writes;
        var again = await shelf.Importer.RunAsync(ImportReader.Read(text, "hand.yaml").File!, Cancellation);

        var file = shelf.Files.Single();
        Assert.Equal((CaseStatus.Imprisoned, "P5Y"), (file.State.Status, file.State.Sentence));
        Assert.All(file.Events, e => Assert.Equal((Standing.Accepted, null, null), (e.Standing, e.Told, e.Doubt)));
        Assert.Equal((default, writes), (again.Tally, shelf.Writes));
    }

    [Fact]
    public async Task Written_by_hand_what_an_article_told_becomes_its_proof_as_well()
    {
        var shelf = new Shelf().With(Read(Sentence));
        const string text = """
            events:
              - {case: amira-odan, type: sentenced, date: 2019-10-16, term: P5M, quote: Five months., url: "https://other.example/2"}
            """;

        await shelf.Importer.RunAsync(ImportReader.Read(text, "hand.yaml").Against(["amira-odan"], []).File!, Cancellation);

        Assert.Equal(2, Assert.Single(shelf.Files.Single().Events).Sightings.Count);
    }

    [Fact]
    public async Task Whatever_is_imported_into_whatever_no_sighting_and_no_decided_event_is_lost()
    {
        var shelf = new Shelf().With(Read(Arrest, Sentence, Release));
        var before = shelf.Files.Single().Events;

        foreach (var theirs in new[] { Read(Release, Arrest), Read(Sighting(CaseEventType.Released, "2019-10", page: "later")), Read(Sighting(CaseEventType.Died, "2019-09-01", page: "death")) })
        {
            await shelf.Cases.AddAsync(History(theirs), Cancellation);
        }

        var keys = shelf.Files.Single().Events.SelectMany(e => e.Sightings).Select(Sightings.Key).ToHashSet();
        Assert.All(before.SelectMany(e => e.Sightings), s => Assert.Contains(Sightings.Key(s), keys));
        Assert.Equal(shelf.Files.Single().Events.Count, shelf.Files.Single().Events.Select(e => e.Id).Distinct().Count());
    }

    private static CaseFile Read(params CaseEvent[] sightings)
    {
        var file = Reconciler.Apply(NewFile(), sightings, Now).Revised;
        return file with { Events = [.. file.Events.Select(e => e with { Told = null })] };
    }

    private static CaseHistory History(CaseFile file) => new(file.Case.Id, file.Events, []);
}
