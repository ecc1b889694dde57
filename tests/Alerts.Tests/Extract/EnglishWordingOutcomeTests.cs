namespace Alerts.Tests.Extract;

/// <summary>How it ends: release, death, ill-treatment, disappearance, bans and exile. Published 10 March 2024.</summary>
public sealed class EnglishWordingOutcomeTests
{
    [Theory]
    [InlineData("marko released 2024-03-03", "Marko Tesin walked out of jail on 3 March.")]
    [InlineData("marko released 2024-03-03", "Marko Tesin was set free on 3 March.")]
    [InlineData("marko released 2024-03-03", "On 3 March Marko Tesin returned home after two years in custody.")]
    [InlineData("marko released - conditional", "Marko Tesin is out on furlough.")]
    [InlineData("marko released 2024-03-03 pardon", "Marko Tesin was included in the presidential pardon decree on 3 March.")]
    [InlineData("marko released 2024-03-03 bail", "A court granted Marko Tesin bail on 3 March, ordering his release upon payment of 500 euros.")]
    [InlineData("marko released 2024-03-03", "Marko Tesin was allowed to leave the detention centre on 3 March.")]
    [InlineData("marko released 2024-03-03 parole", "Marko Tesin was let out on medical parole on 3 March.")]
    [InlineData("marko died 2023", "Marko Tesin was executed in 2023.")]
    [InlineData("marko died 2023", "Marko Tesin was shot dead in 2023.")]
    [InlineData("anna died 2023", "Anna Belova killed herself in 2023.")]
    [InlineData("marko died 2005", "The killing of Marko Tesin in 2005 shocked the country.")]
    [InlineData("marko died 2004-05-04", "Marko Tesin (12 June 1931 – 4 May 2004) was a poet.")]
    [InlineData("marko ill-treated -", "Marko Tesin was subject to torture and beatings.")]
    [InlineData("marko ill-treated -", "Marko Tesin was subjected to torture and beatings.")]
    [InlineData("marko ill-treated -", "Marko Tesin was assaulted by guards.")]
    [InlineData("marko detained -, marko ill-treated -", "Marko Tesin was beaten and arrested by the military.")]
    [InlineData("marko disappeared -", "Marko Tesin was disappeared.")]
    [InlineData("marko disappeared 2023-05", "Marko Tesin has been missing since May 2023.")]
    [InlineData("marko disappeared -", "Marko Tesin has been disappeared for months.")]
    [InlineData("marko disappeared 2023-05", "Marko Tesin, missing since May 2023, is a teacher.")]
    [InlineData("marko banned -", "Marko Tesin was not allowed out of the country.")]
    [InlineData("marko banned 2023", "Marko Tesin was dismissed from the Bar in 2023.")]
    [InlineData("marko banned 2023-05", "Marko Tesin was stopped from boarding a flight in May 2023.")]
    [InlineData("marko banned -", "Marko Tesin received a five-year ban on membership in any party.")]
    [InlineData("marko exiled 2015-10", "Marko Tesin fled to Vilnius, Lithuania, in October 2015.")]
    [InlineData("marko exiled 2015-10", "Marko Tesin decided to flee to Lithuania in October 2015.")]
    [InlineData("marko exiled 2015-10", "Marko Tesin was expelled under the label of deportation in October 2015.")]
    [InlineData("marko exiled 2015-10", "Marko Tesin was handed over to the authorities of Iran in October 2015.")]
    [InlineData("marko exiled 2015-10", "Marko Tesin received asylum in Sweden in October 2015.")]
    [InlineData("marko exiled 2015", "Marko Tesin has been exiled in Sweden since 2015.")]
    public void A_text_tells_how_it_went_on(string events, string text) => Assert.Equal(events, string.Join(", ", Told.Of(text)));
}
