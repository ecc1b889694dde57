using Alerts.Cases;
using Alerts.Extract;
using Alerts.Extract.Evaluation;

namespace Alerts.Tests.Extract.Evaluation;

public sealed class ScoringTests
{
    private const string First = "Ada Kirsch was detained in May 2020.";
    private const string Second = "She was sentenced to two years in prison.";
    private const string Plea = "Friends asked that she be released.";

    private static readonly CorpusRow Row = new()
    {
        Id = "r",
        Language = "en",
        Text = $"{First} {Second} {Plea}",
        Watch = [new WatchedRow("ada", "person", "Ada Kirsch", [])],
        Expected = [new ExpectedRow("ada", "detained", "2020-05", null, null, "detained in May 2020"), new ExpectedRow("ada", "sentenced", null, "P24M", null, Second)],
        Optional = [new ExpectedRow("ada", "charged", null, null, null, Second)],
        Traps = [new TrapRow("ada", "released", Plea, "a plea")],
    };

    [Fact]
    public void A_prediction_is_right_by_its_quote_or_its_date()
    {
        var score = Scoring.Score(Row, new Extraction([Event(CaseEventType.Detained, "elsewhere", "2020-05-03"), Event(CaseEventType.Sentenced, Second, term: "P2Y")], []));
        var tally = Tally.Of([score]);

        Assert.Equal((2, 0, 0), (tally.Right, tally.Wrong, tally.Missed));
        Assert.Equal((1, 1), tally.Dates);
        Assert.Equal((1, 1), tally.Terms);
    }

    [Fact]
    public void What_is_missed_says_why()
    {
        var refused = new TurnedDown("ada", CaseEventType.Detained, "detained", First, "hearsay");
        var other = Event(CaseEventType.Sentenced, Second) with { CaseId = "ben" };

        Assert.Equal(["hearsay", "given to ben"], Scoring.Score(Row, new Extraction([other], [refused])).Missed.Select(m => m.Reason));
        Assert.Equal(["unread", "unread"], Scoring.Score(Row, new Extraction([], [])).Missed.Select(m => m.Reason));
    }

    [Fact]
    public void A_row_is_taken_once()
    {
        var tally = Tally.Of([Scoring.Score(Row, new Extraction([Event(CaseEventType.Detained, First), Event(CaseEventType.Detained, First)], []))]);

        Assert.Equal((1, 1, 1), (tally.Right, tally.Wrong, tally.Missed));
    }

    [Fact]
    public void What_is_optional_is_neither_owed_nor_wrong()
    {
        var tally = Tally.Of([Scoring.Score(Row, new Extraction([Event(CaseEventType.Charged, Second)], []))]);

        Assert.Equal((0, 0, 2), (tally.Right, tally.Wrong, tally.Missed));
    }

    [Fact]
    public void A_wrong_prediction_on_a_traps_sentence_springs_it()
    {
        var tally = Tally.Of([Scoring.Score(Row, new Extraction([Event(CaseEventType.Released, Plea)], []))]);

        Assert.Equal((1, 1, 1.0), (tally.Wrong, tally.Sprung, tally.TrapRate));
    }

    private static CaseEvent Event(CaseEventType type, string quote, string? date = null, string? term = null) => new()
    {
        CaseId = "ada",
        Type = type,
        Date = date is null ? null : PartialDate.Parse(date),
        Term = term,
        Confidence = 1,
        Rule = "r",
        Evidence = new Evidence { Quote = quote, Url = new Uri("https://news.example/1"), Seen = DateTimeOffset.UnixEpoch },
    };
}
