using Alerts.Cases;
using Alerts.Notify.Wording;

namespace Alerts.Tests.Notify.Wording;

public class CaseTextTests
{
    [Theory]
    [InlineData(CaseEventType.Sentenced, "P7Y6M", null, "sentenced to 7 years 6 months")]
    [InlineData(CaseEventType.Sentenced, "P15D", null, "sentenced to 15 days")]
    [InlineData(CaseEventType.Sentenced, "P1Y", "suspended", "given a suspended sentence of 1 year")]
    [InlineData(CaseEventType.Sentenced, null, "life", "sentenced to life in prison")]
    [InlineData(CaseEventType.Sentenced, "P2Y", "house-arrest", "sentenced to 2 years of house arrest")]
    [InlineData(CaseEventType.Sentenced, "nonsense", null, "sentenced")]
    [InlineData(CaseEventType.SentenceChanged, "P3Y", null, "sentence changed to 3 years")]
    [InlineData(CaseEventType.Released, null, "parole", "released on parole")]
    [InlineData(CaseEventType.Released, null, "pardon", "released by pardon")]
    [InlineData(CaseEventType.Released, null, "unspecified", "released")]
    [InlineData(CaseEventType.Released, null, "new-word", "released (new word)")]
    [InlineData(CaseEventType.Transferred, null, "house-arrest", "moved to house arrest")]
    [InlineData(CaseEventType.Banned, "P5Y", null, "banned from an activity for 5 years")]
    [InlineData(CaseEventType.OrgClosed, null, "suspended", "activity suspended")]
    [InlineData(CaseEventType.LawAmended, null, null, "amended")]
    [InlineData(CaseEventType.Detained, null, null, "detained")]
    public void What_happened_is_told_in_human_words(CaseEventType type, string? term, string? detail, string words) =>
        Assert.Equal(words, Of(e => e with { Type = type, Term = term, Detail = detail }).Happened);

    [Fact]
    public void Every_type_of_event_has_words_of_its_own()
    {
        var said = Enum.GetValues<CaseEventType>().Select(type => Of(e => e with { Type = type, Term = null }).Happened).ToList();

        Assert.Equal(said.Count, said.Distinct().Count());
        Assert.All(said, words => Assert.DoesNotContain('-', words.Replace("ill-treatment", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2019-10-29", "court hearing")]
    [InlineData("2019-10-30", "court hearing")]
    [InlineData("2019-10-31", "court hearing expected")]
    [InlineData("2019-12", "court hearing expected")]
    public void A_hearing_to_come_is_told_from_one_held(string date, string words) =>
        Assert.Equal(words, Of(e => e with { Type = CaseEventType.Hearing, Term = null, Date = PartialDate.Parse(date) }).Happened);

    [Theory]
    [InlineData("2019", DateBasis.Stated, "2019", null)]
    [InlineData("2019-10", DateBasis.Relative, "October 2019", "worked out from the date of the article")]
    [InlineData("2019-10-03", DateBasis.Published, "3 October 2019", "the date of the article, which gives none for the event")]
    [InlineData(null, DateBasis.Published, "not stated", null)]
    public void A_date_is_told_as_precisely_as_it_is_known(string? date, DateBasis basis, string words, string? note)
    {
        var text = Of(e => e with { Date = date is null ? null : PartialDate.Parse(date), DateBasis = basis });

        Assert.Equal((words, note), (text.When, text.WhenNote));
    }

    [Theory]
    [InlineData(CaseStatus.Unknown, null, null, 0, "not known")]
    [InlineData(CaseStatus.Released, "pardon", null, 0, "released (pardon)")]
    [InlineData(CaseStatus.ReleasedConditionally, "conditional", null, 0, "released conditionally")]
    [InlineData(CaseStatus.ReleasedConditionally, "suspended", "P2Y", 1, "released conditionally (suspended sentence, 2 years, under a ban)")]
    [InlineData(CaseStatus.Imprisoned, "life", "life", 0, "imprisoned (life sentence)")]
    [InlineData(CaseStatus.Suspended, "suspended", null, 0, "suspended")]
    [InlineData(CaseStatus.InForce, null, null, 0, "in force")]
    [InlineData(CaseStatus.Free, null, null, 2, "free (under several bans)")]
    public void A_state_is_told_in_human_words(CaseStatus status, string? detail, string? sentence, int bans, string words)
    {
        var alert = Sample.Alert();
        var state = new CaseState { Status = status, Detail = detail, Sentence = sentence, Bans = [.. Enumerable.Range(0, bans).Select(b => new Ban($"{b}"))] };

        Assert.Equal(words, CaseText.Of(alert with { Change = alert.Change with { Before = state } }).Before);
    }

    [Fact]
    public void An_overlong_quote_is_cut_at_a_word()
    {
        var text = CaseText.Of(Sample.Alert(quote: string.Join(' ', Enumerable.Repeat("judgment", 200))));

        Assert.InRange(text.Quote.Length, 450, 500);
        Assert.EndsWith(" judgment…", text.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void No_cut_leaves_half_a_character()
    {
        var text = CaseText.Of(Sample.Alert(quote: "x" + string.Concat(Enumerable.Repeat("😀", 400))));

        Assert.DoesNotContain(text.Quote.EnumerateRunes(), r => r.Value == 0xFFFD);
        Assert.EndsWith("😀…", text.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_words_become_one_line_without_hidden_marks()
    {
        var text = CaseText.Of(Sample.Alert(name: "Asel\r\n Tomiris\u202E\u200B \u0007", quote: "\u2028می\u200Cخواهد\t\tok"));

        Assert.Equal("Asel Tomiris", text.Name);
        Assert.Equal("می\u200Cخواهد ok", text.Quote);
    }

    [Theory]
    [InlineData("https://ne\u0455s.example/x", "xn--nes-ghd.example")]
    [InlineData("mailto:someone@example.org", "example.org")]
    [InlineData("/relative", "unknown source")]
    public void The_source_is_named_by_its_real_host(string url, string host) =>
        Assert.Equal(host, CaseText.Of(Sample.Alert(url: url)).Source);

    [Theory]
    [InlineData("KZ", "Person, Kazakhstan")]
    [InlineData("Q9", "Person")]
    [InlineData("", "Person")]
    [InlineData(null, "Person")]
    public void The_country_is_named_where_it_is_known(string? code, string words)
    {
        var alert = Sample.Alert();

        Assert.Equal(words, CaseText.Of(alert with { Case = alert.Case with { Country = code } }).Context);
    }

    [Theory]
    [InlineData(0.999, "99 %")]
    [InlineData(0.29, "29 %")]
    [InlineData(1, "100 %")]
    public void No_reading_is_told_as_surer_than_it_is(double confidence, string words) =>
        Assert.Contains(words, Of(e => e with { Confidence = confidence }).HowKnown, StringComparison.Ordinal);

    private static CaseText Of(Func<RecordedEvent, RecordedEvent> happened) => CaseText.Of(Sample.Alert().With(happened));
}
