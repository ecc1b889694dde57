using Alerts.Cases;

namespace Alerts.Tests.Extract;

/// <summary>A whole article of the kind that rights groups publish: demands in a list, sections by person, events of years told in chains.</summary>
public sealed class ArticleShapeTests
{
    private const string Text = """
        Several union leaders in Varnia are still in prison, including Oskar Lind, sentenced to six years in prison for speeches against the harbour code in 2017. Others, like Petra Holm, whose films drew attention to the camps and who pleaded guilty in May to invented charges, have since been released, but only on condition that they stay silent.

        Varnian officials should urge the new president to:

          • Free those who were jailed for their activism, particularly Lind and Moreau;
          • Amend the Harbour Code, so that strikes are no crime;
          • End the ban on Petra Holm and drop all charges against her.

        Oskar Lind

        Oskar Lind was sentenced to six years in prison in October 2017. He was sentenced together with another docker, Ivo Brandt, though Brandt was released on parole in June 2019. Lind remains unjustly imprisoned.

        Unions

        The country adopted a new Strike Act in 2015. The government said amendments to the Strike Act were submitted to parliament in June. The Free Dockers Federation (FDF), the largest independent union, was ordered to close in 2018.

        Jean Moreau and others

        In August 2018, prosecutors opened a criminal case against Jean Moreau, a crane driver who spoke at a congress in July 2018. In March 2019, a court sentenced him to prison for four years. While Moreau was released from prison due to a royal pardon in April on the condition that he pay a fine, in July he was sentenced to prison for another eight months. Two organizers, Ada Kirsch and Tomas Veld, remained barred from leading unions.
        """;

    private static readonly IReadOnlyList<Case> Cases =
    [
        Person("lind", "Oskar Lind"), Person("holm", "Petra Holm"), Person("brandt", "Ivo Brandt"), Person("moreau", "Jean Moreau"), Person("kirsch", "Ada Kirsch"), Person("veld", "Tomas Veld"),
        new Case { Id = "fdf", Kind = CaseKind.Organization, Name = "Free Dockers Federation", Aliases = ["FDF"] },
        new Case { Id = "strike-act", Kind = CaseKind.Law, Name = "Strike Act" },
        new Case { Id = "harbour-code", Kind = CaseKind.Law, Name = "Harbour Code" },
    ];

    [Fact]
    public void Every_event_is_told_and_no_demand() => Assert.Equal(
        [
            "brandt released 2019-06 parole",
            "brandt sentenced 2017-10",
            "fdf org-closed 2018",
            "holm convicted 2019-05",
            "holm released - conditional",
            "kirsch banned -",
            "lind sentenced 2017-10 P6Y",
            "moreau charged 2018-08",
            "moreau released 2019-04 pardon",
            "moreau sentenced 2019-03 P4Y",
            "moreau sentenced 2019-07 P8M",
            "strike-act law-adopted 2015",
            "strike-act law-proposed 2019-06",
            "veld banned -",
        ],
        Told.Of(Text, Cases, new DateOnly(2019, 8, 20)));

    [Fact]
    public void What_was_demanded_is_turned_down_with_its_reason()
    {
        var turnedDown = Told.Read(Text, Cases, new DateOnly(2019, 8, 20)).TurnedDown;

        Assert.Contains(turnedDown, t => t is { CaseId: "harbour-code", Type: CaseEventType.LawAmended, Reason: "demand" });
        Assert.Contains(turnedDown, t => t is { CaseId: "lind", Reason: "background" });
    }

    [Fact]
    public void The_evidence_is_the_sentence_as_it_stands()
    {
        var closed = Told.Read(Text, Cases, new DateOnly(2019, 8, 20)).Events.Single(e => e.CaseId == "fdf");

        Assert.Equal("The Free Dockers Federation (FDF), the largest independent union, was ordered to close in 2018.", closed.Evidence.Quote);
        Assert.Equal("news", closed.Evidence.SourceId);
        Assert.Equal("abc", closed.Evidence.Digest);
        Assert.Equal(new DateOnly(2019, 8, 20), closed.Evidence.Published);
    }

    private static Case Person(string id, string name) => new() { Id = id, Kind = CaseKind.Person, Name = name };
}
