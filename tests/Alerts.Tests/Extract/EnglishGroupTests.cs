using Alerts.Cases;

namespace Alerts.Tests.Extract;

/// <summary>Several told of at once: who "they", "the women", "each" are, who is named a sentence later, and whose share is which.</summary>
public sealed class EnglishGroupTests
{
    private static readonly IReadOnlyList<Case> Watched =
    [
        Person("ada", "Ada Velm"), Person("boris", "Boris Horn"), Person("carla", "Carla Lund"), Person("dov", "Dov Marsh"),
        new Case { Id = "bill", Kind = CaseKind.Law, Name = "Foreign Funding Bill" },
    ];

    [Theory]
    [InlineData("ada boris carla", "Ada Velm, Boris Horn and Carla Lund were charged in May 2022. They were released on 5 June 2022.")]
    [InlineData("ada boris carla", "Ada Velm, Boris Horn and Carla Lund were charged in May 2022. All three journalists were released on 5 June 2022.")]
    [InlineData("boris dov", "Boris Horn and Dov Marsh were charged in May 2022. The brothers were released on 5 June 2022.")]
    [InlineData("boris dov", "Boris Horn and Dov Marsh were charged in May 2022. Both men were released on 5 June 2022.")]
    [InlineData("ada carla", "Ada Velm and Carla Lund were charged in May 2022. The women were released on 5 June 2022.")]
    [InlineData("ada boris carla", "Ada Velm, Carla Lund and their driver, Boris Horn, were charged in May 2022. The two journalists and their driver were released on 5 June 2022.")]
    [InlineData("ada", "Ada Velm was among 30 prisoners freed on 5 June 2022.")]
    [InlineData("ada", "Ada Velm was among 30 prisoners granted amnesty on 5 June 2022.")]
    [InlineData("ada boris", "Those released on 5 June 2022 include Ada Velm and Boris Horn.")]
    [InlineData("ada boris", "Twelve people were released on 5 June 2022. Among them were Ada Velm and Boris Horn.")]
    [InlineData("ada boris", "Twelve people were released on 5 June 2022. They include Ada Velm and Boris Horn.")]
    public void All_who_are_meant_are_found(string expected, string text) =>
        Assert.Equal(expected.Split(' ').Select(id => id + " released 2022-06-05"), Of(text, CaseEventType.Released));

    [Theory]
    [InlineData("Ada Velm, Boris Horn and Carla Lund were charged in May 2022. All five women were released on 5 June 2022.")]
    [InlineData("Ada Velm and Mr Boris Horn were charged in May 2022. The women were released on 5 June 2022.")]
    [InlineData("Ada Velm and Boris Horn were charged in May 2022. Students marched to the court. They were released on 5 June 2022.")]
    [InlineData("Ada Velm and Carla Lund wrote a letter. She was released on 5 June 2022.")]
    [InlineData("Twelve people were arrested in May 2022. Among them were Ada Velm and Boris Horn.")]
    [InlineData("Ada Velm and Boris Horn were charged in May 2022. Had they been released, they would have left.")]
    public void Nobody_is_guessed(string text) => Assert.Empty(Of(text, CaseEventType.Released));

    [Theory]
    [InlineData("ada sentenced - P3Y; boris sentenced - P2Y", "Ada Velm got three years in prison, Boris Horn two.")]
    [InlineData("ada sentenced - P6Y; boris sentenced - P3Y", "The judge sentenced Ada Velm to six years in prison and Boris Horn to three.")]
    [InlineData("ada sentenced - P5Y; boris sentenced - P4Y; carla sentenced - P2Y", "Ada Velm, Boris Horn and Carla Lund were sentenced to five, four and two years in prison respectively.")]
    [InlineData("ada sentenced - P5Y; boris sentenced - P4Y; carla sentenced - P2Y", "Ada Velm, Boris Horn and Carla Lund were jailed (five, four and two years respectively).")]
    [InlineData("boris sentenced - P2Y; dov sentenced - P2Y", "Boris Horn and Dov Marsh were charged in May 2022. Each received two years in prison.")]
    public void Each_gets_a_share_of_the_list(string expected, string text) => Assert.Equal(expected.Split("; "), Of(text, CaseEventType.Sentenced));

    [Theory]
    [InlineData(CaseEventType.Released, "ada released -", "Ada Velm (arrested on 3 May 2022) was released.")]
    [InlineData(CaseEventType.LawAdopted, "bill law-adopted -", "The Foreign Funding Bill, tabled by the ruling party last October, passed with 77 votes.")]
    public void An_aside_keeps_its_date(CaseEventType type, string expected, string text) => Assert.Equal([expected], Of(text, type));

    private static IEnumerable<string> Of(string text, CaseEventType type) => Told.Read(text, Watched, Told.Published).Events.Where(e => e.Type == type)
        .Select(e => Told.Words(type == CaseEventType.Sentenced ? e : e with { Detail = null })).Order(StringComparer.Ordinal);

    private static Case Person(string id, string name) => new() { Id = id, Kind = CaseKind.Person, Name = name, Aliases = [name.Split(' ')[1]] };
}
