namespace Alerts.Tests.Extract;

/// <summary>Laws and organizations as parliaments and registries word them. Published 10 March 2024.</summary>
public sealed class EnglishWordingLawAndOrganizationTests
{
    [Theory]
    [InlineData("union org-denied 2023", "In 2023 the city council withheld the registration of the Northern Dockers Union.")]
    [InlineData("law law-repealed 2023", "The constitutional court declared unconstitutional the part of the Assembly Act on fines in 2023.")]
    [InlineData("law law-adopted 2023", "The Assembly Act was voted through in 2023.")]
    [InlineData("law law-adopted 2023", "Parliament backed the Assembly Act by 86 to 39 in 2023.")]
    [InlineData("law law-proposed 2023", "The Assembly Act was presented to parliament in 2023.")]
    [InlineData("law law-proposed 2023-06", "A senator filed the Assembly Act in late June 2023.")]
    [InlineData("law law-amended 2007", "A partial revision of the Assembly Act, in 2007, made the notice shorter.")]
    [InlineData("union org-closed 2021", "The Northern Dockers Union, dissolved by a court in 2021, was an active body.")]
    [InlineData("union org-closed 2021", "Access to the site of the Northern Dockers Union has been blocked since 2021.")]
    [InlineData("union org-closed -", "In 2021 the ministry had the Northern Dockers Union liquidated.")]
    [InlineData("union org-restored 2021", "In 2021 the court reversed the ban on the Northern Dockers Union.")]
    [InlineData("union org-denied -", "Registration of the Northern Dockers Union was refused for the fifth time.")]
    [InlineData("union org-closed 2021", "In 2021 the ministry suspended all Northern Dockers Union media.")]
    [InlineData("union org-closed 2021", "In 2021 the court ruled in favour of the ministry, revoking the Northern Dockers Union's licence.")]
    public void A_text_tells_of_a_law_or_an_organization(string events, string text) => Assert.Equal(events, string.Join(", ", Told.Of(text)));
}
