using Alerts.Cases;

namespace Alerts.Tests.Extract;

/// <summary>Who is meant where order, lists and references show it: inversions, groups, gaps, relative clauses. Published on 10 March 2024.</summary>
public sealed class EnglishSentenceShapeTests
{
    private static readonly IReadOnlyList<Case> Watched =
    [
        new Case { Id = "anna", Kind = CaseKind.Person, Name = "Anna Belova", Aliases = ["Belova"] },
        new Case { Id = "marko", Kind = CaseKind.Person, Name = "Marko Tesin", Aliases = ["Tesin"] },
        new Case { Id = "ivo", Kind = CaseKind.Person, Name = "Ivo Radek", Aliases = ["Radek"] },
        new Case { Id = "mira", Kind = CaseKind.Person, Name = "Mira Kolar", Aliases = ["Kolar"] },
        new Case { Id = "ndu", Kind = CaseKind.Organization, Name = "Northern Dockers Union", Aliases = ["NDU"] },
        new Case { Id = "tamar", Kind = CaseKind.Organization, Name = "Radio Tamar", Aliases = ["Tamar FM"] },
        new Case { Id = "lantern", Kind = CaseKind.Organization, Name = "The Lantern", Aliases = ["Lantern"] },
    ];

    [Theory]
    [InlineData("anna detained -", "Also arrested was Anna Belova.")]
    [InlineData("anna detained -", "Also arrested with Marko Tesin was Anna Belova.")]
    [InlineData("anna detained -", "Among those arrested was Anna Belova.")]
    [InlineData("anna detained -; marko detained -", "Among those arrested were Anna Belova and Marko Tesin.")]
    [InlineData("anna detained -", "Among the detained was Anna Belova.")]
    [InlineData("anna detained 2022-05-03", "Among them was Anna Belova, who was arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03", "Anna Belova was among those arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03", "Anna Belova was one of those arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03", "Anna Belova was one of five people arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03", "Anna Belova is one of the journalists who were arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03", "Anna Belova is a blogger who was arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03", "Twelve people, Anna Belova among them, were arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03", "Police arrested twelve people on 3 May 2022, among them Anna Belova.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Police arrested twelve people on 3 May 2022, including Anna Belova and Marko Tesin.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Twelve people were arrested on 3 May 2022, among them Anna Belova and Marko Tesin.")]
    [InlineData("anna detained 2022-05-03; anna released 2022-05-05; marko detained 2022-05-03; marko released 2022-05-05", "Anna Belova and Marko Tesin were arrested on 3 May 2022. Both were released on 5 May 2022.")]
    [InlineData("anna detained 2022-05-03; anna released 2022-05-05; marko detained 2022-05-03; marko released 2022-05-05", "Anna Belova and Marko Tesin were arrested on 3 May 2022. The two were released on 5 May 2022.")]
    [InlineData("anna detained 2022-05-03; anna released 2022-05-05; marko detained 2022-05-03; marko released 2022-05-05", "Anna Belova and Marko Tesin were arrested on 3 May 2022. The pair were released on 5 May 2022.")]
    [InlineData("anna detained 2022-05-03; anna released 2022-05-05; marko detained 2022-05-03; marko released 2022-05-05", "Anna Belova and Marko Tesin were arrested on 3 May 2022. The two journalists were released on 5 May 2022.")]
    [InlineData("anna detained 2022-05-03; anna released 2022-05-05; marko detained 2022-05-03; marko released 2022-05-05", "Anna Belova and Marko Tesin were arrested on 3 May 2022. They were released on 5 May 2022.")]
    [InlineData("anna detained 2022-05-03; anna released 2022-05-05; ivo detained 2022-05-03; ivo released 2022-05-05; marko detained 2022-05-03; marko released 2022-05-05", "Anna Belova, Marko Tesin and Ivo Radek were arrested on 3 May 2022. All three were released on 5 May 2022.")]
    [InlineData("anna detained 2022-05-03; anna released 2022-05-05; ivo detained 2022-05-03; ivo released 2022-05-05; marko detained 2022-05-03; marko released 2022-05-05", "Anna Belova, Marko Tesin and Ivo Radek were arrested on 3 May 2022. The three were released on 5 May 2022.")]
    [InlineData("anna detained 2022-05-03; anna released 2022-05-05; ivo detained 2022-05-03; ivo released 2022-05-05; marko detained 2022-05-03; marko released 2022-05-05", "Anna Belova, Marko Tesin and Ivo Radek were arrested on 3 May 2022. The three men were released on 5 May 2022.")]
    [InlineData("anna detained 2022-05-03; anna released 2022-05-05; ivo detained 2022-05-03; ivo released 2022-05-05; marko detained 2022-05-03; marko released 2022-05-05", "Police arrested Anna Belova, Marko Tesin and Ivo Radek on 3 May 2022. On 5 May 2022 a court released all of them.")]
    [InlineData("anna sentenced -; marko sentenced -", "Anna Belova was sentenced to four years in prison and Marko Tesin to three.")]
    [InlineData("anna sentenced -; ivo sentenced -; marko sentenced -", "Anna Belova was sentenced to four years in prison, Marko Tesin to three and Ivo Radek to two.")]
    [InlineData("anna sentenced -; marko sentenced -", "The court sentenced Anna Belova to four years in prison and Marko Tesin to three years.")]
    [InlineData("anna sentenced -; ivo sentenced -; marko sentenced -", "The court sentenced Anna Belova to four years in prison, Marko Tesin to three years, and Ivo Radek to two years.")]
    [InlineData("anna sentenced -; ivo sentenced -; marko sentenced -", "Anna Belova received four years in prison, Marko Tesin three and Ivo Radek two.")]
    [InlineData("anna acquitted -; marko sentenced -", "Anna Belova was acquitted, while Marko Tesin was sentenced to three years in prison.")]
    [InlineData("anna detained 2022-05-03; anna released 2022-05-05", "Arrested on 3 May 2022, Anna Belova was released on 5 May 2022.")]
    [InlineData("marko detained 2022-05-03", "Anna Belova, whose brother Marko Tesin was arrested on 3 May 2022, lives in Rome.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Anna Belova and her husband, Marko Tesin, were arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Anna Belova was arrested on 3 May 2022 along with Marko Tesin.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Anna Belova was arrested on 3 May 2022 together with her colleague Marko Tesin.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Anna Belova, along with Marko Tesin, was arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Along with Marko Tesin, Anna Belova was arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Anna Belova was arrested on 3 May 2022, as was Marko Tesin.")]
    [InlineData("anna detained 2022-05-03; ivo detained 2022-05-03; marko detained 2022-05-03", "Anna Belova was arrested on 3 May 2022, as were Marko Tesin and Ivo Radek.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Both Anna Belova and Marko Tesin were arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "The journalists Anna Belova and Marko Tesin were arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Two journalists were arrested on 3 May 2022: Anna Belova and Marko Tesin.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Police arrested two journalists on 3 May 2022: Anna Belova and Marko Tesin.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Two journalists (Anna Belova and Marko Tesin) were arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Two journalists — Anna Belova and Marko Tesin — were arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Two journalists, Anna Belova of The Globe and Marko Tesin of The Sun, were arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03; marko detained 2022-05-03", "Anna Belova, 34, and Marko Tesin, 40, were arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03; ivo detained 2022-05-03; marko detained 2022-05-03", "Anna Belova, a lawyer, Marko Tesin, a writer, and Ivo Radek, a student, were arrested on 3 May 2022.")]
    [InlineData("anna detained 2022-05-03", "It was Anna Belova whom police arrested on 3 May 2022.")]
    [InlineData("lantern org-closed 2022-05; tamar org-closed 2022-05", "The government suspended a number of outlets in May 2022, among them The Lantern and Radio Tamar.")]
    [InlineData("tamar org-closed 2022-05", "In May 2022 the regulator cancelled the licences of several stations, including Radio Tamar.")]
    [InlineData("lantern org-designated -; ndu org-designated -; tamar org-designated -", "The ministry designated numerous groups as \"undesirable,\" including The Lantern, Radio Tamar, and the Northern Dockers Union.")]
    [InlineData("lantern org-restored 2022-05; tamar org-restored 2022-05", "The regulator lifted bans on two outlets in May 2022: The Lantern and Radio Tamar.")]
    [InlineData("lantern org-closed 2022-05; tamar org-closed 2022-05", "The Lantern and Radio Tamar were criticised. Both outlets were suspended in May 2022.")]
    [InlineData("lantern org-closed 2022-05; tamar org-closed 2022-05", "The Lantern and Radio Tamar were criticised. They were shut down in May 2022.")]
    [InlineData("tamar org-closed 2022-05", "Radio Tamar, whose licence was revoked in May 2022, appealed.")]
    [InlineData("tamar org-closed 2022-05-03", "Radio Tamar lost the case. On 3 May 2022 a court ruled for the ministry, revoking the station's licence.")]
    [InlineData("anna detained 2022-05; marko detained 2022-06", "Anna Belova was arrested in May 2022 and Marko Tesin in June 2022.")]
    [InlineData("anna acquitted -; marko convicted -", "The court acquitted Anna Belova but convicted Marko Tesin.")]
    [InlineData("anna released 2022-05-03; marko released 2022-05-03", "The other two, Anna Belova and Marko Tesin, were released on 3 May 2022.")]
    [InlineData("marko detained 2022-05-03", "A third man, Marko Tesin, was arrested on 3 May 2022.")]
    [InlineData("marko released 2022-05-03", "His co-defendant Marko Tesin was released on 3 May 2022.")]
    [InlineData("anna convicted -; marko acquitted -", "Anna Belova was convicted of fraud. Her co-defendant, Marko Tesin, was acquitted.")]
    public void A_wording_tells_of_its_event(string expected, string text) => Assert.Equal(expected, Events(text));

    [Theory]
    [InlineData("Neither Anna Belova nor Marko Tesin was released on 3 May 2022.")]
    [InlineData("A court ruled in favour of the ministry on 3 May 2022, revoking the outlet's licence. Radio Tamar appealed. =>")]
    [InlineData("All of the defendants except Anna Belova were released on 3 May 2022.")]
    public void What_did_not_happen_to_it_is_no_event(string text) => Assert.Equal("", Events(text));

    private static string Events(string text) =>
        string.Join("; ", Told.Read(text, Watched, Told.Published).Events.Select(e => $"{e.CaseId} {Word.Of(e.Type)} {e.Date?.ToString() ?? "-"}").Order(StringComparer.Ordinal));
}
