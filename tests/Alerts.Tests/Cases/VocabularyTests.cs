using Alerts.Cases;

namespace Alerts.Tests.Cases;

public class VocabularyTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("person", "sentenced", "2019-10-16", "P7Y", "suspended")]
    [InlineData("person", "sentenced", "2026", null, "life")]
    [InlineData("person", "sentence-changed", null, "P5Y", "reduced")]
    [InlineData("person", "released", "2026-03-02", null, "parole")]
    [InlineData("person", "detained", "2026-03-03", null, "Almaty airport")]
    [InlineData("person", "hearing", "2026-04-01", null, "Second court of Shymkent")]
    [InlineData("person", "fined", "2025", null, "250 euros")]
    [InlineData("person", "org-designated", "2024", null, "foreign-agent")]
    [InlineData("organization", "org-closed", "2024", "P6M", "suspended")]
    [InlineData("organization", "fined", null, null, null)]
    [InlineData("law", "law-adopted", "2027-01", null, null)]
    [InlineData("law", "review", "2025", null, "ILO")]
    public void What_the_vocabulary_has_is_accepted(string kind, string type, string? date, string? term, string? detail) =>
        Assert.Null(Complaint(kind, type, date, term, detail));

    [Theory]
    [InlineData("law", "released", null, null, null, "\"released\" cannot happen to a case of kind law; expected one of: hearing, law-proposed, law-adopted, law-amended, law-repealed, review.")]
    [InlineData("person", "org-closed", null, null, null, "\"org-closed\" cannot happen to a case of kind person")]
    [InlineData("organization", "died", null, null, null, "\"died\" cannot happen to a case of kind organization")]
    [InlineData("person", "released", "2026-03-04", null, null, "2026-03-04 lies in the future, and \"released\" is recorded once it has happened")]
    [InlineData("person", "died", "2027", null, null, "2027 lies in the future")]
    [InlineData("person", "sentenced", null, "5 years", null, "\"5 years\" is not a term; expected an ISO 8601 duration such as P5Y, P7Y6M or P15D.")]
    [InlineData("person", "released", null, "P5Y", null, "\"released\" takes no term; only sentenced, sentence-changed, banned and org-closed have one.")]
    [InlineData("person", "detained", null, "P15D", null, "an arrest for a term that a court passed is \"sentenced\"")]
    [InlineData("person", "released", null, null, "escaped", "\"escaped\" is not a detail of \"released\"; expected one of: served, parole, pardon, amnesty, bail, conditional, exchange, unspecified.")]
    [InlineData("person", "sentenced", null, null, "Life", "expected one of: life, death, suspended, house-arrest, fine, labour, in absentia.")]
    [InlineData("person", "transferred", null, null, "a\nb", "has to be one line of text")]
    public void What_it_has_not_is_refused_with_the_cure(string kind, string type, string? date, string? term, string? detail, string complaint) =>
        Assert.Contains(complaint, Complaint(kind, type, date, term, detail));

    [Fact]
    public void All_that_is_wrong_is_said_each_at_its_attribute()
    {
        var wrong = Vocabulary.Complaints(CaseKind.Law, CaseEventType.Died, PartialDate.Parse("2030"), "P1Y", "", Today);

        Assert.Equal(["type", "date", "term", "detail"], wrong.Select(c => c.Attribute));
    }

    [Fact]
    public void Every_type_can_happen_to_some_kind() =>
        Assert.All(Enum.GetValues<CaseEventType>(), type => Assert.Contains(Enum.GetValues<CaseKind>(), kind => Vocabulary.CanHappenTo(kind, type)));

    private static string? Complaint(string kind, string type, string? date, string? term, string? detail) => Vocabulary.Complaint(
        Word.Parse<CaseKind>(kind), Word.Parse<CaseEventType>(type), date is null ? null : PartialDate.Parse(date), term, detail, Today);
}
