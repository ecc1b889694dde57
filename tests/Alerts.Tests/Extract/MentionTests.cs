using Alerts.Cases;
using Alerts.Extract;

namespace Alerts.Tests.Extract;

public sealed class MentionTests
{
    [Theory]
    [InlineData("Bokayev", "Serikjan Bokayev was detained on 1 March 2024.")]
    [InlineData("Bokaev", "Serikzhan Bokaev was detained on 1 March 2024.")]
    [InlineData("Cyrillic", "Полиция задержала Серикжана Бокаева 1 марта 2024 года.")]
    public void One_name_is_known_in_its_spellings(string spelling, string text)
    {
        Assert.NotEmpty(spelling);
        Assert.Equal(["sb detained 2024-03-01"], Told.Of(text, [Person("sb", "Serikzhan Bokaev")], Told.Published));
    }

    [Fact]
    public void A_surname_alone_means_nobody_when_the_text_never_names_the_person() =>
        Assert.Empty(Told.Of("Lind was detained on 1 March 2024.", [Person("lind", "Oskar Lind")], Told.Published));

    [Fact]
    public void A_surname_counts_once_the_full_name_stands_somewhere() => Assert.Equal(
        ["lind detained 2024-03-01"],
        Told.Of("Lind was detained on 1 March 2024. Oskar Lind is a docker.", [Person("lind", "Oskar Lind")], Told.Published));

    [Fact]
    public void Another_person_of_that_surname_is_not_meant() =>
        Assert.Empty(Told.Of("Oskar Lind is a docker. Greta Lind was detained on 1 March 2024.", [Person("lind", "Oskar Lind")], Told.Published));

    [Fact]
    public void Of_two_who_share_a_surname_the_one_in_the_title_is_meant()
    {
        var told = Told.Read("Lind was detained on 1 March 2024. Greta Lind is his sister.", [Person("lind", "Oskar Lind"), Person("greta", "Greta Lind")], Told.Published, "Oskar Lind");

        Assert.Equal(["lind detained 2024-03-01"], told.Events.Select(Told.Words));
    }

    [Fact]
    public void A_hundred_thousand_names_fit_one_index()
    {
        var index = new CaseIndex(Enumerable.Range(0, 100_000).Select(i => Person("p" + i, $"Nam{i} Sur{i}")));

        var told = Told.Extractor.Extract(Told.Article("Nam77 Sur77 was detained on 1 March 2024.", Told.Published), index);

        Assert.Equal(100_000, index.Count);
        Assert.Equal(["p77 detained 2024-03-01"], told.Events.Select(Told.Words));
    }

    private static Case Person(string id, string name) => new() { Id = id, Kind = CaseKind.Person, Name = name };
}
