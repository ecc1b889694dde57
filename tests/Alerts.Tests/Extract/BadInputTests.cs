using System.Text;

namespace Alerts.Tests.Extract;

/// <summary>Whatever stands in a text, reading it neither fails nor tells of what is not there.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b\u200b\u200b")]
    [InlineData("......!!!???")]
    [InlineData("((((((((((((((((((((")]
    [InlineData("\ud83d\udca5 \ud800 Marko")]
    [InlineData("تم اعتقال الناشط يوم الأحد")]
    [InlineData("逮捕されました。")]
    [InlineData("<div>Marko Tesin</div> &nbsp;")]
    public void Odd_text_tells_nothing(string text) => Assert.Empty(Told.Of(text));

    [Fact]
    public void Invisible_characters_inside_words_do_not_hide_them() =>
        Assert.Equal(["marko detained 2024-03-01"], Told.Of("Mar\u200bko Te\u00adsin was de\u200btained on 1 March 2024."));

    [Fact]
    public void A_day_that_does_not_exist_is_no_date() =>
        Assert.Equal(["marko detained -"], Told.Of("Marko Tesin was detained on 31 February 2024."));

    [Fact]
    public void A_term_beyond_any_life_is_no_term() =>
        Assert.Equal(["marko sentenced -"], Told.Of("Marko Tesin was sentenced to 99999999 years in prison."));

    [Theory]
    [InlineData("Marko Tesin was arrested and ")]
    [InlineData("Марка Тесина арестовали и ")]
    [InlineData("word ")]
    [InlineData("the court, who said, ")]
    [InlineData("((\"Tesin, ")]
    [InlineData("1 2 3 2014 May ")]
    public void A_paragraph_without_end_is_read(string piece)
    {
        var text = new StringBuilder();
        while (text.Length < 200_000)
        {
            text.Append(piece);
        }

        Assert.NotNull(Told.Read(text.ToString(), Told.Cast, Told.Published));
    }

    [Fact]
    public void A_word_without_end_is_read() => Assert.Empty(Told.Of(new string('a', 1_000_000)));

    [Theory]
    [InlineData("\"")]
    [InlineData(".")]
    [InlineData("'")]
    public void A_name_with_marks_without_end_behind_it_is_read(string mark) =>
        Assert.Equal(["marko detained 2024-03-01"], Told.Of("Marko Tesin was detained on 1 March 2024. Marko Tesin" + string.Concat(Enumerable.Repeat(mark, 200_000))));

    [Theory]
    [InlineData("Marko Tesin was detained on 1 March 2024. ", "one-")]
    [InlineData("Marko Tesin a été arrêté le 1er mars 2024. ", "l'")]
    public void A_word_of_parts_without_end_is_read(string before, string part) =>
        Assert.Equal(["marko detained 2024-03-01"], Told.Of(before + string.Concat(Enumerable.Repeat(part, 200_000)) + "x"));

    [Fact]
    public void A_name_of_initials_alone_does_not_stop_the_reading() => Assert.NotNull(Told.Of("In the U.S. Tesin assaulted two inmates, and the two were moved.").ToList());
}
