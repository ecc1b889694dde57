namespace Alerts.Tests.Extract;

/// <summary>Several at once: however their list is written, and however they are called afterwards. Published 10 March 2024.</summary>
public sealed class EnglishPartyTests
{
    [Theory]
    [InlineData("Four men, Marko Tesin, Anna Belova, Paul Novak and Ivan Sever, were arrested on 3 May 2023.")]
    [InlineData("Marko Tesin, of Radio North, and Anna Belova, of Radio South, were arrested on 3 May 2023.")]
    [InlineData("Marko Tesin (Radio North) and Anna Belova (Radio South) were arrested on 3 May 2023.")]
    [InlineData("Marko Tesin, a reporter for Radio North, and Anna Belova, an editor of the weekly, were arrested on 3 May 2023.")]
    [InlineData("Police arrested two reporters of the daily, Marko Tesin and Anna Belova, on 3 May 2023.")]
    [InlineData("Marko Tesin and Anna Belova's arrest on 3 May 2023 came at dawn.")]
    public void A_list_of_names_is_read_whole(string text) => Assert.Equal("anna detained 2023-05-03, marko detained 2023-05-03", string.Join(", ", Told.Of(text)));

    [Theory]
    [InlineData("The pair were arrested on 3 May 2023.")]
    [InlineData("The two were arrested on 3 May 2023.")]
    [InlineData("The two bloggers were arrested on 3 May 2023.")]
    [InlineData("The bloggers were arrested on 3 May 2023.")]
    public void They_are_still_meant_paragraphs_later(string text) =>
        Assert.Equal("anna charged 2023-06, anna detained 2023-05-03, marko charged 2023-06, marko detained 2023-05-03", string.Join(", ",
            Told.Of($"In June 2023 two bloggers, Marko Tesin and Anna Belova, were charged with libel.\n\nThe square is empty. The rain fell. Snow lay. The wind blew. The mayor spoke. The rain fell again.\n\n{text}")));

    [Theory]
    [InlineData("Two bloggers, Marko Tesin and Anna Belova, write about the town. The three men were arrested on 3 May 2023.")]
    [InlineData("Two bloggers, Marko Tesin and Anna Belova, write about the town. The sailors were arrested on 3 May 2023.")]
    [InlineData("Police arrested four people for the murder of Marko Tesin and Anna Belova.")]
    [InlineData("Police arrested two friends of the poet Marko Tesin and the singer Anna Belova.")]
    public void Others_are_not_taken_for_them(string text) => Assert.DoesNotContain("detained", string.Join(", ", Told.Of(text)), StringComparison.Ordinal);

    [Fact]
    public void An_age_stands_for_who_was_named() => Assert.Equal(["marko detained 2023-05-03"], Told.Of("Marko Tesin is a poet. The 34-year-old was arrested on 3 May 2023."));

    [Fact]
    public void Whose_alias_a_name_is_goes_before_whose_surname_it_is() =>
        Assert.Equal(["marko detained 2023-05-03"], Told.Of("Marko Tesin writes. Tesin was arrested on 3 May 2023, his cousin Darko Tesin says."));
}
