using Alerts.Cases;
using Alerts.Import;

namespace Alerts.Tests.Import;

public class SeedCasesTests
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "seeds", "cases.yaml");

    [Fact]
    public void The_seeds_are_a_valid_import_file_with_the_cases_of_the_first_article()
    {
        var reading = ImportReader.Read(File.ReadAllBytes(Path), "seeds/cases.yaml");

        Assert.Empty(reading.Errors);
        var cases = reading.File!.Cases;
        Assert.Equal(
            [
                "max-bokaev", "talgat-ayan", "erlan-baltabay", "serikzhan-bilash", "nurbek-kushakbaev", "amin-eleusinov", "larisa-kharkova",
                "knprk", "kz-protest-law", "kz-trade-union-law", "kz-criminal-code-174", "kz-criminal-code-274", "kz-land-code",
            ],
            cases.Select(c => c.Id));
        Assert.All(cases, c => Assert.Equal("KZ", c.Country));
        Assert.All(cases, c => Assert.Contains(c.Aliases, a => a.Any(letter => letter is >= 'Ѐ' and <= 'ӿ')));
        Assert.Equal(PartialDate.Parse("2019-12"), cases.Single(c => c.Id == "kz-protest-law").Due);
    }

    [Fact]
    public void No_alias_of_one_seed_names_another()
    {
        var cases = ImportReader.Read(File.ReadAllBytes(Path), "seeds/cases.yaml").File!.Cases;

        var names = cases.SelectMany(c => c.Aliases.Append(c.Name)).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
