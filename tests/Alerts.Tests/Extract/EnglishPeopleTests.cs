using Alerts.Cases;

namespace Alerts.Tests.Extract;

/// <summary>People whom a text names together and means together later, and organizations that are people by their name. Published 10 March 2024.</summary>
public sealed class EnglishPeopleTests
{
    private static readonly IReadOnlyList<Case> Watched = [.. Told.Cast, new Case { Id = "five", Kind = CaseKind.Organization, Name = "Larnaca Five", Aliases = ["Larnaca teachers"] }];

    [Theory]
    [InlineData("marko released 2019", "Four journalists - Marko Tesin, Ivo Pell, Ana Kern and Ada Rossi - work in Larnaca.\n\nThe weather was bad.\n\nThe journalists were released in 2019.")]
    [InlineData("marko released 2019", "Four journalists, Marko Tesin, Ivo Pell, Ana Kern and Ada Rossi, work in Larnaca.\n\nThe weather was bad.\n\nThe four were released in 2019.")]
    [InlineData("marko released 2019", "Five activists, including Marko Tesin, live in Larnaca.\n\nThe weather was bad.\n\nThe five activists were released in 2019.")]
    [InlineData("marko released 2019", "Marko Tesin and Ivo Pell are journalists.\n\nThe weather was bad.\n\nThe pair were released in 2019.")]
    [InlineData("marko released 2019 bail", "Marko Tesin and Ivo Pell are journalists. In 2019 a judge granted the duo bail.")]
    [InlineData("five detained 2019", "The Larnaca Five were arrested in 2019.")]
    [InlineData("five acquitted 2019", "A court quashed the sentences of the Larnaca Five in 2019.")]
    [InlineData("five detained 2019", "The Larnaca Five taught at one school. The teachers were arrested in 2019.")]
    [InlineData("five detained 2019", "The Larnaca Five taught at one school. They were arrested in 2019.")]
    [InlineData("five detained 2019", "Two members of the Larnaca Five were arrested in 2019.")]
    public void Who_is_meant_together_is_found(string events, string text) => Assert.Equal(events, string.Join(", ", Told.Of(text, Watched, Told.Published)));

    [Theory]
    [InlineData("Three others, the journalists Ivo Pell, Ana Kern and Ada Rossi, fled. Marko Tesin stayed.\n\nThe weather was bad.\n\nThe three journalists were released in 2019.")]
    [InlineData("Supporters of the Larnaca Five were detained in 2019.")]
    [InlineData("The lawyer of the Larnaca Five was arrested in 2019.")]
    [InlineData("Two members of the Northern Dockers Union were arrested in 2019.")]
    [InlineData("Hundreds of members of the Miners' League and the Northern Dockers Union who were acquitted in 2019 stayed in jail.")]
    public void Others_are_not_taken_for_them(string text) => Assert.Empty(Told.Of(text, Watched, Told.Published));
}
