namespace Alerts.Tests.Extract;

/// <summary>Whose trial, sentence or injury it is, when a date, an office or another noun stands between. Published 10 March 2024.</summary>
public sealed class EnglishOwnershipTests
{
    [Theory]
    [InlineData("marko detained 2024-03-03", "Marko Tesin's 3 March arrest came at dawn.")]
    [InlineData("marko hearing 2024-05-05", "The next hearing in Marko Tesin's case is scheduled for 5 May 2024.")]
    [InlineData("marko hearing 2024-05-05", "A hearing on Marko Tesin's appeal is scheduled for 5 May 2024.")]
    [InlineData("marko sentence-changed - P3Y reduced", "Marko Tesin lives in Brena. A court reduced his 20-year prison sentence to three years.")]
    [InlineData("marko sentenced 2024-03-10 P5Y", "Marko Tesin is a poet. He is currently serving a five-year sentence for treason.")]
    [InlineData("marko sentenced - life", "Marko Tesin, serving a life sentence for treason, wrote a letter.")]
    [InlineData("marko sentenced 2024-03-10 P5Y", "Former president of South Korea Marko Tesin is sentenced to five years in prison.")]
    [InlineData("marko detained 2023-05-03", "The leader of the opposition party Marko Tesin was arrested on 3 May 2023.")]
    [InlineData("marko ill-treated -", "Marko Tesin sustained serious injuries while in custody.")]
    [InlineData("marko died 2023-05-03", "The body of Marko Tesin was found on 3 May 2023.")]
    [InlineData("marko exiled 2023-05 deported", "Marko Tesin was returned to China in May 2023.")]
    public void A_text_tells_of_its_owner(string events, string text) => Assert.Equal(events, string.Join(", ", Told.Of(text)));

    [Theory]
    [InlineData("The prosecutor asked for Marko Tesin's five-year sentence.")]
    [InlineData("Marko Tesin returned to China in May 2023.")]
    [InlineData("The lawyer of the journalist Marko Tesin was arrested on 3 May 2023.")]
    public void Nothing_befell_the_owner(string text) => Assert.Empty(Told.Of(text));
}
