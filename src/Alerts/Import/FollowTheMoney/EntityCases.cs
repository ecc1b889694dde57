using Alerts.Cases;

namespace Alerts.Import.FollowTheMoney;

/// <summary>
/// Which case an entity is. A case remembers the entity it came from by a link to its page, so that it is found again when the name has changed or
/// two entities have become one. Namesakes stay two cases: that they are one person is for a person to say.
/// </summary>
public sealed class EntityCases
{
    private const string Page = "https://www.opensanctions.org/entities/";
    private const int MostAliases = 100;
    private const int MostSources = 5;

    private readonly HashSet<string> taken = [];

    /// <summary>By the id of the entity.</summary>
    private readonly Dictionary<string, Case> known = [];

    /// <param name="stored">All cases.</param>
    public EntityCases(IEnumerable<Case> stored)
    {
        foreach (var watched in stored)
        {
            Remember(watched);
        }
    }

    /// <summary>Names that a case of another origin has already.</summary>
    public int Namesakes { get; private set; }

    /// <returns>The case as it shall be: of a known one nothing is lost.</returns>
    public Case Of(Entity entity)
    {
        var former = entity.Referents.Prepend(entity.Id).Select(known.GetValueOrDefault).FirstOrDefault(c => c is not null);
        var watched = former is null ? New(entity) : With(former, entity);
        Remember(watched);
        return watched;
    }

    private Case New(Entity entity)
    {
        var name = BestName(entity.Names);
        return With(new Case { Id = NewId(name, entity.Id), Kind = entity.Kind, Name = name }, entity);
    }

    private static Case With(Case watched, Entity entity)
    {
        // A name that the entity no longer has at all has been changed, and the old one is an alias from now on.
        var name = entity.Names.Contains(watched.Name, StringComparer.OrdinalIgnoreCase) ? watched.Name : BestName(entity.Names);
        return watched with
        {
            Name = name,
            Aliases = [.. watched.Aliases.Append(watched.Name).Concat(entity.Names)
                .Where(n => !n.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(Math.Max(MostAliases, watched.Aliases.Count))],
            Country = watched.Country ?? entity.Country,
            Gender = watched.Gender ?? (watched.Kind == CaseKind.Person ? entity.Gender : null),
            Tags = [.. watched.Tags.Union(entity.Topics)],
            Links = [.. watched.Links.Append(PageOf(entity.Id)).Concat(entity.Sources.Take(MostSources)).DistinctBy(l => l.AbsoluteUri)],
        };
    }

    /// <summary>In Latin letters before others, as it is read ("Max Bokaev") before as it is filed ("BOKAEV, Max").</summary>
    private static string BestName(IReadOnlyList<string> names) => names
        .OrderByDescending(n => n.Where(char.IsLetter).All(IsLatin))
        .ThenBy(n => n.Contains(',', StringComparison.Ordinal))
        .ThenBy(n => n.Where(char.IsLetter).All(c => !char.IsLower(c)))
        .First();

    private static bool IsLatin(char letter) => letter is < '\u0250' or (>= '\u1E00' and < '\u1F00');

    private string NewId(string name, string entityId)
    {
        var slug = Slugs.Of(name) is { Length: > 0 } readable ? readable : $"entity-{StableId.Of(entityId)[..12]}";
        if (!taken.Contains(slug))
        {
            return slug;
        }

        Namesakes++;
        return Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{slug}-{n}").First(id => !taken.Contains(id));
    }

    private void Remember(Case watched)
    {
        taken.Add(watched.Id);
        foreach (var link in watched.Links.Select(l => l.AbsoluteUri).Where(l => l.StartsWith(Page, StringComparison.Ordinal)))
        {
            known[Uri.UnescapeDataString(link[Page.Length..].TrimEnd('/'))] = watched;
        }
    }

    private static Uri PageOf(string entityId) => new($"{Page}{Uri.EscapeDataString(entityId)}/");
}
