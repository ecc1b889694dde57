namespace Alerts.Tests.Extract;

/// <summary>What ministries, courts and parliaments do to organizations and laws, in the words of headlines and chronicles. Published 10 March 2024.</summary>
public sealed class EnglishAuthorityWordingTests
{
    [Theory]
    [InlineData("union org-closed 2019", "The regulator slapped a six-month ban on the Northern Dockers Union in 2019.")]
    [InlineData("union org-closed 2019", "The Northern Dockers Union received a six-month suspension in 2019.")]
    [InlineData("union org-closed 2019", "The Northern Dockers Union was made illegal in 2019.")]
    [InlineData("union org-closed 2019", "A court wound up the Northern Dockers Union in 2019.")]
    [InlineData("union org-closed 2019", "The Northern Dockers Union closed its doors in 2019.")]
    [InlineData("union org-closed 2019", "The regulator suspended three bodies in 2019: the Northern Dockers Union, the Miners' League and the Farmers' League.")]
    [InlineData("union org-closed 2019", "The Northern Dockers Union was among the 40 organizations liquidated in 2019.")]
    [InlineData("union org-closed 2019", "The Supreme Court upheld a decision to liquidate the Northern Dockers Union in 2019.")]
    [InlineData("union org-closed 2019", "The Northern Dockers Union won 40 seats on the council. In 2019 the Supreme Court dissolved the union.")]
    [InlineData("union org-closed 2024-03-10", "The ministry orders the Northern Dockers Union to halt all activities.")]
    [InlineData("union org-designated 2019", "In 2019 the ministry forced the Northern Dockers Union to register as a \"foreign agent\".")]
    [InlineData("union org-designated 2019 extremist", "A court ruled in 2019 that the Northern Dockers Union was extremist.")]
    [InlineData("union org-designated 2019", "In 2019 the authorities labelled the Northern Dockers Union an \"illegal organization\".")]
    [InlineData("union org-denied 2019", "The Northern Dockers Union was prevented from registering in 2019.")]
    [InlineData("union org-denied 2019", "The Northern Dockers Union was not allowed to register in 2019.")]
    [InlineData("union org-denied 2019", "Courts denied the Northern Dockers Union legal status in 2019.")]
    [InlineData("union org-denied 2019", "The ministry rejected an application by the Northern Dockers Union in 2019.")]
    [InlineData("union org-restored 2019", "The High Court ruled the ban on the Northern Dockers Union unlawful in 2019.")]
    [InlineData("union org-restored 2019", "The regulator restored access to the website of the Northern Dockers Union in 2019.")]
    [InlineData("union banned 2019", "In 2019 the Northern Dockers Union was barred from the elections.")]
    [InlineData("union convicted 2019", "A court found the Northern Dockers Union guilty of libel in 2019.")]
    [InlineData("union fined 2019", "The regulator issued a fine of 5,000 dollars against the Northern Dockers Union in 2019.")]
    public void A_text_tells_what_became_of_an_organization(string events, string text) => Assert.Equal(events, string.Join(", ", Told.Of(text)));

    [Theory]
    [InlineData("law law-repealed 2024-03-10", "The Constitutional Court strikes down the Assembly Act.")]
    [InlineData("law law-adopted 2024-03-10", "President Ivo Pell signs into law the Assembly Act.")]
    [InlineData("law law-adopted 2024-03-10", "The upper house passes the Assembly Act in its third and final reading.")]
    [InlineData("law law-adopted 2019", "In 2019, parliament passed a law known as the Assembly Act.")]
    [InlineData("law law-adopted 2019", "The Assembly Act was given assent by the president in 2019.")]
    [InlineData("law law-amended 2024-03-10", "Parliament passes a bill amending the Assembly Act.")]
    [InlineData("law law-amended 2024-03-10", "Parliament passes a bill to amend the Assembly Act.")]
    [InlineData("law law-amended 2024-03-10", "The National Assembly approves a series of amendments to the Assembly Act.")]
    [InlineData("law law-amended 2019", "The government suspended application of the Assembly Act in 2019.")]
    [InlineData("law law-amended 2019", "The Assembly Act underwent changes in 2019.")]
    [InlineData("law law-repealed 2019", "Until its repeal in 2019, the Assembly Act banned masks.")]
    [InlineData("law law-repealed 2021-02", "The Assembly Act drew protests. In February 2021 the court declared the law unconstitutional.")]
    [InlineData("law law-repealed 2019", "In 2019 the court ruled the Assembly Act incompatible with the constitution.")]
    public void A_text_tells_what_became_of_a_law(string events, string text) => Assert.Equal(events, string.Join(", ", Told.Of(text)));

    [Theory]
    [InlineData("The government introduced a bill banning the Northern Dockers Union.")]
    [InlineData("The opposition criticised a bill banning the Northern Dockers Union.")]
    [InlineData("The court overturned the decision to dissolve the Northern Dockers Union.")]
    [InlineData("The ministry is considering a decision to close the Northern Dockers Union.")]
    [InlineData("The court decided not to dissolve the Northern Dockers Union.")]
    [InlineData("The Northern Dockers Union decided to suspend a member in 2019.")]
    [InlineData("Parliament rejected a bill to amend the Assembly Act in 2019.")]
    [InlineData("The House of Representatives passed the Assembly Act in 2019.")]
    [InlineData("A recent security law raised the jail term for sedition, and critics of the Assembly Act wrote to parliament.")]
    public void What_is_only_proposed_or_undone_is_no_event(string text) => Assert.Empty(Told.Of(text));
}
