namespace Alerts.Tests.Extract;

/// <summary>When something happened, where the words leave part of it to what was told before. Published 10 March 2024, a Sunday.</summary>
public sealed class EnglishTimeTests
{
    [Theory]
    [InlineData("Marko Tesin was arrested on 3 May 2019. He was sentenced in December of the same year to two years in prison.", "marko detained 2019-05-03", "marko sentenced 2019-12 P2Y")]
    [InlineData("Marko Tesin was arrested on 3 May 2019. In June of that year he was released.", "marko detained 2019-05-03", "marko released 2019-06")]
    [InlineData("Marko Tesin was arrested in December 2019 and sentenced the following June to four years in prison.", "marko detained 2019-12", "marko sentenced 2020-06 P4Y")]
    [InlineData("Marko Tesin was arrested on 6 January 2021. He was released the following evening.", "marko detained 2021-01-06", "marko released 2021-01-07")]
    [InlineData("Marko Tesin was tried on 6 January 2021. He was released that night.", "marko hearing 2021-01-06", "marko released 2021-01-06")]
    [InlineData("The paper was closed on 29 October 2016. Marko Tesin had been arrested on 17 August.", "marko detained 2016-08-17")]
    [InlineData("Marko Tesin, in custody since July, was released on 15 January.", "marko detained 2023-07", "marko released 2024-01-15")]
    [InlineData("Two years earlier Marko Tesin was arrested.", "marko detained -")]
    [InlineData("In 2015 a strike began. Two years later Marko Tesin was arrested.", "marko detained 2017")]
    public void A_year_or_day_goes_on_from_what_was_told(string text, params string[] events) => Assert.Equal(events, Told.Of(text));

    [Theory]
    [InlineData("Last summer Marko Tesin was arrested.", "marko detained 2023")]
    [InlineData("In the autumn of 2020 Marko Tesin was arrested.", "marko detained 2020")]
    [InlineData("The summer school is closed. Marko Tesin was arrested.", "marko detained -")]
    [InlineData("Marko Tesin was arrested last Sunday.", "marko detained 2024-03-03")]
    [InlineData("Marko Tesin was released last weekend.", "marko released 2024-03")]
    [InlineData("Police raided the flat in June 2018. Marko Tesin was arrested on the 24th.", "marko detained 2018-06-24")]
    [InlineData("Marko Tesin was in hospital from 2 to 6 November, and on 9 November he was arrested.", "marko detained 2023-11-09")]
    public void Seasons_and_days_are_as_exact_as_they_are_told(string text, params string[] events) => Assert.Equal(events, Told.Of(text));

    [Theory]
    [InlineData("3 May 2020: Marko Tesin is arrested.\n\n7 June: Marko Tesin is released.\n\n2 January: Marko Tesin is arrested again.", "marko detained 2020-05-03", "marko detained 2021-01-02", "marko released 2020-06-07")]
    public void A_chronology_goes_on_from_line_to_line(string text, params string[] events) => Assert.Equal(events, Told.Of(text));

    [Theory]
    [InlineData("On 4 June 2021 Marko Tesin was tried and the court released Anna Belova.", "anna released 2021-06-04", "marko hearing 2021-06-04")]
    [InlineData("Marko Tesin was arrested on 4 June 2021 and Anna Belova has been in hiding since.", "marko detained 2021-06-04")]
    [InlineData("Marko Tesin was tried, but on 23 February, a judge released him.", "marko hearing -", "marko released 2024-02-23")]
    [InlineData("At a hearing held on 4 June 2021, the judge sentenced Marko Tesin to two years in prison.", "marko sentenced 2021-06-04 P2Y")]
    [InlineData("On 5 May 2021 police detained Marko Tesin over a post from 2015.", "marko detained 2021-05-05")]
    [InlineData("Police detained Marko Tesin over a post from 2015.", "marko detained -")]
    [InlineData("Marko Tesin was detained for six weeks and freed on 8 March 2020.", "marko detained -", "marko released 2020-03-08")]
    public void Each_verb_has_its_own_time(string text, params string[] events) => Assert.Equal(events, Told.Of(text));

    [Theory]
    [InlineData("Marko Tesin was arrested on 7 May 2019. Anna Belova was detained in the same raid.", "anna detained 2019-05-07", "marko detained 2019-05-07")]
    [InlineData("On 4 June 2021 the court acquitted Marko Tesin. Anna Belova was sentenced to two years in prison.", "anna sentenced 2021-06-04 P2Y", "marko acquitted 2021-06-04")]
    [InlineData("Marko Tesin was arrested on 7 May 2019. Anna Belova was released.", "anna released -", "marko detained 2019-05-07")]
    [InlineData("On 4 June 2021 the court acquitted Marko Tesin. Anna Belova had been sentenced to two years in prison.", "anna sentenced - P2Y", "marko acquitted 2021-06-04")]
    public void One_court_and_one_raid_have_one_day(string text, params string[] events) => Assert.Equal(events, Told.Of(text));

    [Theory]
    [InlineData("A court suspended the Northern Dockers Union for six months on 4 May 2020.", "union org-closed 2020-05-04 P6M")]
    [InlineData("A court suspended the 20-year-old Northern Dockers Union on 4 May 2020.", "union org-closed 2020-05-04")]
    [InlineData("Marko Tesin's sentence of six years and three months, handed down in May 2020, was harsh.", "marko sentenced 2020-05 P6Y3M")]
    public void Lengths_are_read_where_they_stand(string text, params string[] events) => Assert.Equal(events, Told.Of(text));
}
