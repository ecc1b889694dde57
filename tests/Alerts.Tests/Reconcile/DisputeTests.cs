using Alerts.Cases;
using Alerts.Reconcile;
using static Alerts.Tests.Reconcile.Stories;

namespace Alerts.Tests.Reconcile;

public class DisputeTests
{
    private readonly Reconciler reconciler = new(new ReconcileOptions());

    [Fact]
    public void Two_terms_for_one_sentence_are_kept_and_counted_and_what_most_sources_say_holds()
    {
        var passed = One(
            Told("2019-10-16", "P5Y", "https://one.example/1"),
            Told("2019-10-16", "P6Y", "https://two.example/1"),
            Told("2019-10-16", "P6Y", "https://three.example/1"));

        Assert.Equal("P6Y", passed.Term);
        var dispute = Assert.Single(passed.Disputes);
        Assert.Equal("term", dispute.Attribute);
        Assert.Equal([new DisputedValue("P6Y", 2), new DisputedValue("P5Y", 1)], dispute.Values);
    }

    [Fact]
    public void A_text_that_other_sites_repeat_is_one_source()
    {
        var passed = One(
            Told("2019-10-16", "P5Y", "https://one.example/1"),
            Told("2019-10-16", "P6Y", "https://two.example/1", quote: "The agency reports six years."),
            Told("2019-10-16", "P6Y", "https://three.example/1", quote: "The agency reports six years."));

        Assert.All(Assert.Single(passed.Disputes).Values, v => Assert.Equal(1, v.Sources));
    }

    [Fact]
    public void A_sentence_told_of_the_day_before_or_after_is_the_same_with_a_disputed_date()
    {
        var passed = One(
            Told("2019-10-16", "P5Y", "https://one.example/1"),
            Told("2019-10-17", "P5Y", "https://two.example/1"),
            Told("2019-10-16", "P5Y", "https://three.example/1"));

        Assert.Equal("2019-10-16", passed.Date?.ToString());
        Assert.Equal("date", Assert.Single(passed.Disputes).Attribute);
    }

    [Theory]
    [InlineData("P15D", "P5Y")]
    [InlineData("P1M", "P5M")]
    public void Lengths_far_apart_are_two_sentences(string one, string other) =>
        Assert.Equal(2, Read(Told("2019-10-16", one, "https://one.example/1"), Told("2019-10-16", other, "https://two.example/1")).Events.Count);

    [Fact]
    public void Two_arrests_within_days_are_two_events()
    {
        var file = Read(
            Sighting(CaseEventType.Detained, "2019-10-16") with { Evidence = At("https://one.example/1") },
            Sighting(CaseEventType.Detained, "2019-10-17") with { Evidence = At("https://two.example/1") });

        Assert.Equal(2, file.Events.Count);
    }

    [Fact]
    public void One_article_that_names_two_terms_tells_of_two_sentences() => Assert.Equal(
        2,
        Read(Told("2019-10-16", "P5Y", "https://one.example/1"), Told("2019-10-16", "P6Y", "https://one.example/1", quote: "And six years more.")).Events.Count);

    [Fact]
    public void A_page_that_corrects_itself_disputes_nothing()
    {
        var first = Told("2019-10-16", "P5Y", "https://one.example/1");
        var corrected = Told("2019-10-16", "P6Y", "https://one.example/1", quote: "Six years, as we now know.");

        var passed = One(
            first with { Evidence = first.Evidence with { Digest = "a" } },
            corrected with { Evidence = corrected.Evidence with { Digest = "b", Seen = Now.AddHours(2) } });

        Assert.Equal("P6Y", passed.Term);
        Assert.Empty(passed.Disputes);
    }

    [Fact]
    public void One_dies_once_whatever_the_dates_say()
    {
        var died = Assert.Single(Read(
            Sighting(CaseEventType.Died, "2019-03-01") with { Evidence = At("https://one.example/1") },
            Sighting(CaseEventType.Died, "2019-04-20") with { Evidence = At("https://two.example/1") }).Events);

        Assert.Equal("date", Assert.Single(died.Disputes).Attribute);
    }

    [Theory]
    [InlineData(new[] { 0.5 }, 0.5)]
    [InlineData(new[] { 0.5, 0.5 }, 0.625)]
    [InlineData(new[] { 0.5, 0.5, 0.5 }, 0.7188)]
    [InlineData(new[] { 0.9, 0.6 }, 0.93)]
    public void Each_independent_source_takes_away_part_of_the_doubt(double[] confidences, double together)
    {
        var sightings = confidences.Select((c, i) => Sighting(CaseEventType.Released, "2019-10-20", confidence: c) with { Evidence = At($"https://site{i}.example/1", $"Words of {i}.") });

        Assert.Equal(together, Corroboration.Confidence(sightings));
    }

    [Fact]
    public void Pages_of_one_site_are_no_further_sources()
    {
        CaseEvent[] same = [.. Enumerable.Range(0, 5).Select(i => Sighting(CaseEventType.Released, "2019-10-20", confidence: 0.5) with { Evidence = At($"https://www.one.example/{i}", $"Words of {i}.") })];

        Assert.Equal(0.5, Corroboration.Confidence(same));
    }

    private static CaseEvent Told(string date, string term, string url, string? quote = null) =>
        Sighting(CaseEventType.Sentenced, date, term) with { Evidence = At(url, quote ?? $"A sentence of {term}, says {url}.") };

    private static Evidence At(string url, string quote = "What it says.") => new() { Quote = quote, Url = new Uri(url), Published = new DateOnly(2019, 10, 30), Seen = Now };

    private RecordedEvent One(params CaseEvent[] told) => Assert.Single(Read(told).Events);

    private CaseFile Read(params CaseEvent[] told) => told.Aggregate(NewFile(), (file, one) => reconciler.Apply(file, [one], Now).Revised);
}
