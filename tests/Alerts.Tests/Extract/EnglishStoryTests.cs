namespace Alerts.Tests.Extract;

/// <summary>What a story of several sentences tells of the same person.</summary>
public sealed class EnglishStoryTests
{
    [Theory]
    [InlineData(
        "Marko Tesin was arrested in 2009 over a leaflet. He was released nine days later. On 10 October 2016 Tesin was arrested again. On 17 October 2018 he was released from prison.",
        "marko detained 2009", "marko detained 2016-10-10", "marko released 2009", "marko released 2018-10-17")]
    [InlineData("Marko Tesin was released on 4 March 2019, six years after he was arrested. He had been arrested on 14 August 2013.", "marko detained 2013-08-14", "marko released 2019-03-04")]
    [InlineData("Marko Tesin has been released. He was arrested in May 2020 and was released on Monday.", "marko detained 2020-05", "marko released 2024-03-04")]
    public void An_arrest_between_two_releases_keeps_them_apart(string text, params string[] events) => Assert.Equal(events, Told.Of(text));

    [Theory]
    [InlineData("Marko Tesin is in prison. His lawyer, Ms Anna Belova, said that he was sentenced to two years in May 2023.", "marko sentenced 2023-05 P2Y")]
    [InlineData("Marko Tesin is in prison. His wife, the poet Anna Belova, said that he was sentenced to two years in May 2023.", "marko sentenced 2023-05 P2Y")]
    public void A_title_or_kinship_tells_whom_a_pronoun_cannot_mean(string text, params string[] events) => Assert.Equal(events, Told.Of(text));

    [Theory]
    [InlineData("On 17 October 2015, Marko Tesin, a publisher who wrote books about the party, disappeared from his flat.", "marko disappeared 2015-10-17")]
    [InlineData("On 11 April 2019, after a press conference that the minister held, Marko Tesin was detained at the airport.", "marko detained 2019-04-11")]
    [InlineData("On 28 March 2023, local media reported Marko Tesin was released without charges.", "marko released 2023-03")]
    [InlineData("On 3 May 2023 a court convicted Marko Tesin of libel. He was also fined 500 euros.", "marko convicted 2023-05-03", "marko fined 2023-05-03")]
    public void A_date_at_the_front_is_the_main_verbs(string text, params string[] events) => Assert.Equal(events, Told.Of(text));
}
