using Alerts.Cases;

namespace Alerts.Benchmarks;

/// <summary>Cases to watch, of invented names: eight persons to an organization and a law, each with aliases in two scripts.</summary>
internal static class Watched
{
    public static List<Case> Cases(int count)
    {
        var names = new Names(seed: 1);
        return [.. Enumerable.Range(0, count).Select(i => (i % 10) switch
        {
            8 => Organization(i, names),
            9 => Law(i, names),
            _ => Person(i, names),
        })];
    }

    private static Case Person(int i, Names names)
    {
        var (latin, cyrillic) = names.Person();
        return new Case { Id = $"person-{i}", Kind = CaseKind.Person, Name = latin, Aliases = [cyrillic, $"{latin} {names.Word(2).Latin}"] };
    }

    private static Case Organization(int i, Names names)
    {
        var (latin, cyrillic) = names.Word(3);
        return new Case { Id = $"organization-{i}", Kind = CaseKind.Organization, Name = $"{latin} Workers Union", Aliases = [$"Профсоюз {cyrillic}", $"{latin} Union"] };
    }

    private static Case Law(int i, Names names)
    {
        var (latin, cyrillic) = names.Word(3);
        return new Case { Id = $"law-{i}", Kind = CaseKind.Law, Name = $"Law on {latin} {i}", Aliases = [$"Закон о {cyrillic} {i}"] };
    }
}
