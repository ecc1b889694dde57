namespace Alerts.Tests.Extract;

/// <summary>Ways to tell of custody that no verb of arrest need open: since when, on remand, again. Published 10 March 2024.</summary>
public sealed class EnglishWordingCustodyTests
{
    [Theory]
    [InlineData("marko detained 2023", "Marko Tesin has been locked up since 2023.")]
    [InlineData("marko detained 2023", "Marko Tesin, in prison since 2023, wrote the letter.")]
    [InlineData("marko detained 2024-03-03", "Tesin was taken away by police on 3 March 2024.")]
    [InlineData("marko detained 2024-03-03", "Marko Tesin was grabbed on 3 March and forced into a car.")]
    [InlineData("marko detained 2024-03-03", "Marko Tesin was placed on remand on 3 March.")]
    [InlineData("marko detained -", "Marko Tesin was again imprisoned for his writing.")]
    [InlineData("marko detained 2023-07-16", "Detained since July 16 last year, Marko Tesin is a teacher.")]
    [InlineData("marko detained 2023-07-16", "Detained on July 16 last year, Marko Tesin is a teacher.")]
    [InlineData("marko detained 2024-03-03", "Marko Tesin was grabbed by masked men on 3 March.")]
    [InlineData("marko charged 2024-03-04, marko detained 2024-03-03", "Marko Tesin was arrested on 3 March and charged the following day.")]
    [InlineData("marko detained -", "Marko Tesin was sentenced to two months in pre-trial detention.")]
    public void A_text_tells_of_custody(string events, string text) => Assert.Equal(events, string.Join(", ", Told.Of(text)));
}
