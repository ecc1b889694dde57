using System.Text.Json;
using Alerts.Cases;
using Alerts.Reconcile;
using CsCheck;
using static Alerts.Tests.Reconcile.Stories;

namespace Alerts.Tests.Reconcile;

/// <summary>Whatever way the articles about a case come in, the case stands in the same place afterwards.</summary>
public class OrderTests
{
    private static readonly string[] Hosts = ["https://one.example", "https://two.example", "https://three.example"];
    private static readonly string?[] Dates = [null, "2019", "2019-03", "2019-03-05", "2019-03-06", "2019-04", "2019-08-20", "2018", "2018-12-30"];
    private static readonly string?[] Terms = [null, "P5Y", "P6Y", "P15D"];
    private static readonly string?[] Details = [null, "unspecified", "parole", "pardon"];

    private static readonly CaseEventType[] Types =
    [
        CaseEventType.Detained, CaseEventType.Sentenced, CaseEventType.SentenceChanged, CaseEventType.Released, CaseEventType.Died,
        CaseEventType.Banned, CaseEventType.BanLifted, CaseEventType.Hearing,
    ];

    private static readonly Gen<CaseEvent> AnySighting =
        from type in Gen.OneOf(Types)
        from date in Gen.OneOf(Dates)
        from basis in Gen.OneOf(DateBasis.Stated, DateBasis.Published)
        from term in Gen.OneOf(Terms)
        from detail in Gen.OneOf(Details)
        from host in Gen.OneOf(Hosts)
        from page in Gen.Int[0, 5]
        from confidence in Gen.OneOf(0.3, 0.5, 0.6, 0.9)
        select Sighting(type, date, term, detail, confidence: confidence, basis: date?.Length == 10 ? basis : DateBasis.Stated) with
        {
            Evidence = new Evidence
            {
                Quote = $"{Word.Of(type)} {date} {term} {detail}",
                Url = new Uri($"{host}/{page}"),
                Published = new DateOnly(2019, 8, 1).AddDays(page * 40),
                Seen = Now.AddDays(page).AddHours(Array.IndexOf(Hosts, host)),
            },
        };

    private readonly Reconciler reconciler = new(new ReconcileOptions());

    [Fact]
    public void Any_order_and_any_repetition_of_the_same_sightings_give_the_same_events_and_the_same_state() =>
        (from all in AnySighting.List[1, 25] from shuffled in Gen.Shuffle(all.Concat(all.Take(7)).ToArray()) from batch in Gen.Int[1, 6] select (all, shuffled, batch))
            .Sample(
                t => Describe(Read(t.all, t.all.Count)) == Describe(Read(t.shuffled, t.batch)),
                iter: 1000,
                print: t => $"batches of {t.batch}\n{Difference(Describe(Read(t.all, t.all.Count)), Describe(Read(t.shuffled, t.batch)))}");

    [Fact]
    public void Reading_everything_again_changes_nothing() => AnySighting.List[1, 25].Sample(
        all =>
        {
            var read = Read(all, 3);
            return ReferenceEquals(read, reconciler.Apply(read, all, Now).Revised);
        },
        iter: 500);

    [Fact]
    public void No_event_is_told_twice() => AnySighting.List[1, 25].Sample(
        all =>
        {
            var file = NewFile();
            var told = new List<string>();
            foreach (var batch in all.Concat(all).Chunk(4))
            {
                var reconciled = reconciler.Apply(file, batch, Now);
                told.AddRange(reconciled.News.Select(n => n.Id));
                file = reconciled.Revised;
            }

            return told.Count == told.Distinct().Count();
        },
        iter: 500);

    private CaseFile Read(IEnumerable<CaseEvent> sightings, int batch) =>
        sightings.Chunk(batch).Aggregate(NewFile(), (file, some) => reconciler.Apply(file, some, Now).Revised);

    private static string Difference(string one, string other) =>
        $"{string.Join('\n', one.Split('\n').Except(other.Split('\n')))}\n---\n{string.Join('\n', other.Split('\n').Except(one.Split('\n')))}";

    /// <summary>All that is known, with events in the place of their ids: those tell which sighting came first.</summary>
    private static string Describe(CaseFile file)
    {
        var names = file.Events.ToDictionary(e => e.Id, e => $"{Word.Of(e.Type)} {e.Date} {e.Term} {e.Detail} {string.Join(',', e.Sightings.Select(Sightings.Key).Select(k => k.ToString()))}");
        var events = file.Events
            .Select(e => e with { Id = names[e.Id], Told = null })
            .OrderBy(e => e.Id, StringComparer.Ordinal)
            .Select(e => JsonSerializer.Serialize(e, Wire.Json));
        var state = names.Aggregate(JsonSerializer.Serialize(file.State, Wire.Json), (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal));
        return $"{state}\n{string.Join('\n', events)}";
    }
}
