using Alerts.Cases;
using Alerts.Extract;

namespace Alerts.Tests.Extract;

public sealed class ExplanationTests
{
    [Fact]
    public void A_sentence_shows_its_groups_verbs_and_times()
    {
        var read = Told.Extractor.Extract(Told.Article("The NGO's friend Marko Tesin should not be released in May 2023.", Told.Published), new CaseIndex(Told.Cast), explain: true);

        Assert.Equal(["[The NGO's friend Marko Tesin = marko] {should not be released: past, passive, duty, negated} in ⟨May 2023⟩."], read.Sentences);
    }

    [Fact]
    public void Sentences_are_shown_only_where_asked_for() =>
        Assert.Empty(Told.Read("Marko Tesin was released.", Told.Cast, Told.Published).Sentences);

    [Fact]
    public void An_event_lists_what_its_confidence_is_made_of()
    {
        var read = Told.Read("Tesin, Marko Tesin, is a teacher. He was reportedly arrested in May 2023.", Told.Cast, Told.Published);

        var told = Assert.Single(read.Events);
        Assert.Equal(["name", "role", "wording", "hearsay"], told.Factors.Select(f => f.Name));
        Assert.Equal(told.Confidence, told.Factors.Aggregate(1.0, (product, f) => product * f.Value), 3);
        Assert.True(told.Factors.Single(f => f.Name == "hearsay").Value < 1);
    }
}
