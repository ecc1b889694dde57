namespace Alerts.Tests.Extract;

/// <summary>Charges, hearings, verdicts and terms as reporters of courts word them. Published 10 March 2024.</summary>
public sealed class EnglishWordingCourtTests
{
    [Theory]
    [InlineData("marko hearing 2024-03-03", "Marko Tesin was produced before a magistrate on 3 March.")]
    [InlineData("marko hearing 2024-03-03", "Tesin made his second appearance in court on 3 March.")]
    [InlineData("marko hearing 2024-03-20", "The judge said the case against Marko Tesin would resume on 20 March.")]
    [InlineData("marko hearing 2024-03-20", "Tesin's bail hearing was postponed till 20 March.")]
    [InlineData("marko hearing 2024-03-03", "On 3 March the judge adjourned the hearing of Marko Tesin.")]
    [InlineData("marko hearing 2024-03-20", "Marko Tesin is scheduled to apply for bail on 20 March.")]
    [InlineData("marko hearing 2024-03-03", "Marko Tesin was subjected to an unfair hearing on 3 March.")]
    [InlineData("marko hearing 2024-03-20", "Marko Tesin will appear in court on 20 March.")]
    [InlineData("marko hearing 2024-03-20", "The next court appearance of Marko Tesin is on Wednesday, 20 March.")]
    [InlineData("marko hearing 2024-03-20", "The trial of Marko Tesin is to resume on 20 March.")]
    [InlineData("marko charged -", "Marko Tesin was indicted for fraud.")]
    [InlineData("marko charged -", "Marko Tesin has also been charged with terrorism.")]
    [InlineData("marko charged 2024-03-03", "Criminal charges were initiated against Marko Tesin on 3 March.")]
    [InlineData("anna acquitted 2024-03-03, marko acquitted 2024-03-03", "A tribunal declared the innocence of Marko Tesin and Anna Belova on 3 March.")]
    [InlineData("marko acquitted 2024-03-03", "A jury found Marko Tesin not guilty on four charges on 3 March.")]
    [InlineData("marko acquitted 2024-03-03", "Marko Tesin was found not guilty on four charges on 3 March.")]
    [InlineData("marko acquitted 2023 charges dropped", "The charges against Marko Tesin were eventually dropped in 2023.")]
    [InlineData("marko acquitted 2023", "Marko Tesin's conviction was quashed in 2023.")]
    [InlineData("marko acquitted 2023", "In 2023 a court of appeal quashed the conviction of Marko Tesin.")]
    [InlineData("marko sentenced - P21M", "Marko Tesin served a 21-month jail term.")]
    [InlineData("anna sentenced - suspended, marko sentenced - suspended", "Marko Tesin and Anna Belova were given suspended sentences.")]
    [InlineData("marko sentenced - P2Y", "Marko Tesin was ordered to serve two years.")]
    [InlineData("marko sentence-changed 2023 reduced", "An appeal court sliced a year off Marko Tesin's sentence in 2023.")]
    [InlineData("marko sentence-changed 2023 reduced", "In 2023 the court halved Marko Tesin's term.")]
    [InlineData("marko sentence-changed 2023 P25Y increased", "Marko Tesin's sentence was lifted to 25 years in 2023.")]
    [InlineData("marko sentence-changed 2024 P3Y commuted, marko sentenced 2023 P9Y", "Marko Tesin was sentenced to nine years in 2023. This was commuted to three years in 2024.")]
    public void A_text_tells_what_a_court_did(string events, string text) => Assert.Equal(events, string.Join(", ", Told.Of(text)));
}
