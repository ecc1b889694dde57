using Alerts.Cases;
using Alerts.Notify.Wording;

namespace Alerts.Tests.Notify.Wording;

public class CorrectionTextTests
{
    [Theory]
    [InlineData(CorrectionKind.Retracted, "“sentenced to 5 months” is taken back", "Our earlier alert of 30 October 2019 was wrong.")]
    [InlineData(CorrectionKind.Reinstated, "“sentenced to 5 months” stands after all", "Our earlier alert of 30 October 2019 was right. Taking it back was the mistake.")]
    public void What_was_wrong_is_said_first(CorrectionKind kind, string happened, string lead)
    {
        var text = CorrectionText.Of(Sample.Correction(kind));

        Assert.Equal((happened, lead), (text.Happened, text.Lead));
    }

    [Fact]
    public void An_amended_date_shows_in_the_headline_where_nothing_else_changed() => Assert.Equal(
        "Correction: Asel Tomiris: sentenced to 5 months (21 October 2019)",
        CorrectionText.Of(Sample.Correction(CorrectionKind.Amended, e => e with { Date = PartialDate.Parse("2019-10-21") })).Headline);

    [Theory]
    [InlineData(null, null)]
    [InlineData(" \n ", null)]
    [InlineData("It was\r\nhis brother.", "It was his brother.")]
    public void The_corrector_s_note_is_one_line_or_none(string? note, string? words) =>
        Assert.Equal(words, CorrectionText.Of(Sample.Correction(CorrectionKind.Retracted, note: note)).Note);

    [Theory]
    [InlineData(CorrectionKind.Retracted, false)]
    [InlineData(CorrectionKind.Amended, true)]
    [InlineData(CorrectionKind.Reinstated, true)]
    public void Only_what_holds_is_proved_and_linked(CorrectionKind kind, bool proved)
    {
        var text = CorrectionText.Of(Sample.Correction(kind));

        Assert.Equal((proved, proved), (text.Quote is not null, text.Link is not null));
    }
}
