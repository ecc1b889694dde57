using Alerts.Cases;
using Alerts.Import.FollowTheMoney;

namespace Alerts.Tests.Import.FollowTheMoney;

public sealed class EntityTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Persons_and_organizations_become_cases()
    {
        const string lines = """
            {"id":"Q1","caption":"Ерлан БАЛТАБАЙ","schema":"Person","properties":{"name":["BALTABAY, Erlan","Ерлан БАЛТАБАЙ","Erlan Baltabay"],"alias":["Erlan Baltabai"],"weakAlias":["Erlan"],"nationality":["suhh","kz"],"gender":["male"],"topics":["role.pep"],"sourceUrl":["https://example.org/e","not an address"],"birthDate":["1970"]}}
            {"id":"NK-x/y","schema":"Organization","properties":{"name":["Свободный союз"],"country":["zz"]},"referents":["Q9"]}
            {"id":"a1","schema":"Address","properties":{"full":["Aksu"]}}
            {"id":"s1","schema":"Sanction","properties":{}}
            {"id":"Q2","schema":"Person","properties":{"name":[]}}
            """;

        var (shelf, report) = await ImportAsync(new Shelf(), lines);

        var (person, union) = (shelf.Files.Single(f => f.Case.Kind == CaseKind.Person).Case, shelf.Files.Single(f => f.Case.Kind == CaseKind.Organization).Case);
        Assert.Equal(("erlan-baltabay", "Erlan Baltabay", "KZ", Gender.Male), (person.Id, person.Name, person.Country, person.Gender));
        Assert.Equal(["Ерлан БАЛТАБАЙ", "BALTABAY, Erlan", "Erlan Baltabai"], person.Aliases);
        Assert.Equal(["role-pep"], person.Tags);
        Assert.Equal(["https://www.opensanctions.org/entities/Q1/", "https://example.org/e"], person.Links.Select(l => l.AbsoluteUri));
        Assert.Equal(("svobodnyy-soyuz", "Свободный союз", null), (union.Id, union.Name, union.Country));
        Assert.Equal((1, 1, 1, 1), (report.Entities.Persons, report.Entities.Organizations, report.Entities.Nameless, report.Entities.UnknownCountries));
        Assert.Equal(["Address 1", "Sanction 1"], report.Entities.Skipped.Select(s => $"{s.Key} {s.Value}"));
    }

    [Fact]
    public async Task Imported_again_nothing_changes_and_a_renamed_or_merged_entity_finds_its_case()
    {
        const string before = """{"id":"Q1","schema":"Person","properties":{"name":["Ada River"]}}""";
        const string after = """[{"id":"Q7","schema":"Person","referents":["Q1"],"properties":{"name":["Ada Stone"],"country":["fr"]}}]""";
        var (shelf, _) = await ImportAsync(new Shelf(), before);
        var writes = shelf.Writes;

        await ImportAsync(shelf, before);
        Assert.Equal(writes, shelf.Writes);
        await ImportAsync(shelf, after);
        await ImportAsync(shelf, after);

        var renamed = Assert.Single(shelf.Files).Case;
        Assert.Equal(writes + 1, shelf.Writes);
        Assert.Equal(("ada-river", "Ada Stone", "FR"), (renamed.Id, renamed.Name, renamed.Country));
        Assert.Equal(["Ada River"], renamed.Aliases);
    }

    [Fact]
    public async Task What_an_operator_has_added_stays()
    {
        var (shelf, _) = await ImportAsync(new Shelf(), """{"id":"Q1","schema":"Person","properties":{"name":["Ada River"],"country":["fr"]}}""");
        var watched = shelf.Files.Single().Case;
        await shelf.PutAsync(watched with { Country = "KZ", Tags = ["rivers"], Aliases = ["A. R."] }, Cancellation);

        await ImportAsync(shelf, """{"id":"Q1","schema":"Person","properties":{"name":["Ada River"],"alias":["Ада"],"country":["fr"],"topics":["sanction"]}}""");

        var again = shelf.Files.Single().Case;
        Assert.Equal("KZ", again.Country);
        Assert.Equal(["rivers", "sanction"], again.Tags);
        Assert.Equal(["A. R.", "Ада"], again.Aliases);
    }

    [Fact]
    public async Task Namesakes_are_two_cases()
    {
        var shelf = new Shelf();
        await shelf.PutAsync(new Case { Id = "ada-river", Kind = CaseKind.Person, Name = "Ada River" }, Cancellation);

        var (_, report) = await ImportAsync(shelf, """
            {"id":"Q1","schema":"Person","properties":{"name":["Ada River"]}}
            {"id":"Q2","schema":"Person","properties":{"name":["Ada River"]}}
            {"id":"Q3","schema":"Person","properties":{"name":["阿达"]}}
            """);

        Assert.Equal(2, report.Namesakes);
        Assert.Equal(["ada-river", "ada-river-2", "ada-river-3"], shelf.Files.Select(f => f.Case.Id).Where(id => id.StartsWith("ada-river")));
        Assert.Equal(4, shelf.Files.Count);
    }

    [Theory]
    [InlineData("Макс Боқаев", "maks-boqaev")]
    [InlineData("Nurbek  Kushakbaev (Jr.)", "nurbek-kushakbaev-jr")]
    [InlineData("Zoë d'Arc", "zoe-darc")]
    [InlineData("…", "")]
    public void A_name_in_any_script_makes_an_id(string name, string slug) => Assert.Equal(slug, Slugs.Of(name));

    public void Dispose() => File.Delete(path);

    private async Task<(Shelf Shelf, EntityReport Report)> ImportAsync(Shelf shelf, string text)
    {
        await File.WriteAllTextAsync(path, text, Cancellation);
        var input = new EntityInput(path);
        Assert.Empty(input.Check(null, Cancellation).Errors);
        return (shelf, await new EntityImporter(shelf, shelf.Cases).RunAsync(input, null, Cancellation));
    }
}
