using Alerts.Cases;
using Alerts.Import.Trees;

namespace Alerts.Import.FollowTheMoney;

/// <summary>What became of the entities of a file.</summary>
public sealed class EntityTally
{
    public int Persons { get; internal set; }

    public int Organizations { get; internal set; }

    /// <summary>By schema: addresses, sanctions, ships and whatever else nobody follows.</summary>
    public SortedDictionary<string, int> Skipped { get; } = new(StringComparer.Ordinal);

    /// <summary>Persons and organizations that have no name.</summary>
    public int Nameless { get; internal set; }

    /// <summary>Persons and organizations all of whose countries are no countries of ISO 3166-1, such as <c>suhh</c>.</summary>
    public int UnknownCountries { get; internal set; }
}

/// <summary>
/// FollowTheMoney entities (followthemoney.tech) as OpenSanctions publishes them in <c>entities.ftm.json</c>: one JSON object a line, or one array.
/// A file of any length; gone through twice, once to find whether all of it can be read.
/// </summary>
public sealed class EntityInput(string path)
{
    private static readonly string[] CountryKeys = ["nationality", "citizenship", "jurisdiction", "mainCountry", "country"];
    private static readonly string[] NameKeys = ["name", "alias", "previousName"];
    private static readonly HashSet<string> Organizations = ["Organization", "Company", "LegalEntity", "PublicBody"];

    /// <exception cref="IOException">It cannot be read.</exception>
    public ImportReading Check(IProgress<int>? passed, CancellationToken cancellation)
    {
        var (problems, count) = (new Problems(path), 0);
        try
        {
            foreach (var node in Nodes())
            {
                cancellation.ThrowIfCancellationRequested();
                if (node is not MapNode map || Text(map, "id") is null || Text(map, "schema") is null || map.Find("properties") is not (MapNode or null))
                {
                    problems.Add(node.Place, "this is no FollowTheMoney entity; expected an object with \"id\", \"schema\" and \"properties\"");
                }

                passed?.Report(++count);
            }
        }
        catch (UnreadableFileException bad)
        {
            problems.Add(bad.Place, bad.Message);
        }

        return new ImportReading { FileName = path, Errors = problems.All, MoreErrors = problems.More };
    }

    /// <summary>The persons and organizations.</summary>
    /// <param name="tally">Counts them, and what is passed over.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IEnumerable<Entity> Entities(EntityTally tally) => Nodes().Cast<MapNode>().Select(node => Read(node, tally)).OfType<Entity>();

    private IEnumerable<Node> Nodes()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, FileOptions.SequentialScan);
        foreach (var node in JsonTree.Values(file))
        {
            yield return node;
        }
    }

    private static Entity? Read(MapNode node, EntityTally tally)
    {
        var schema = Text(node, "schema")!;
        CaseKind? kind = schema == "Person" ? CaseKind.Person : Organizations.Contains(schema) ? CaseKind.Organization : null;
        if (kind is null)
        {
            tally.Skipped[schema] = tally.Skipped.GetValueOrDefault(schema) + 1;
            return null;
        }

        var properties = node.Find("properties") as MapNode ?? new MapNode(node.Place, []);
        var names = Names(node, properties);
        if (names.Count == 0)
        {
            tally.Nameless++;
            return null;
        }

        var countries = CountryKeys.SelectMany(key => Texts(properties, key)).ToList();
        var country = countries.Select(c => c.ToUpperInvariant()).FirstOrDefault(Countries.All.Contains);
        tally.UnknownCountries += countries.Count > 0 && country is null ? 1 : 0;
        tally.Persons += kind == CaseKind.Person ? 1 : 0;
        tally.Organizations += kind == CaseKind.Organization ? 1 : 0;
        return new Entity
        {
            Id = Text(node, "id")!,
            Referents = Texts(node, "referents"),
            Kind = kind.Value,
            Names = names,
            Country = country,
            Gender = kind == CaseKind.Person && Texts(properties, "gender") is [var gender, ..] && Word.TryParse<Gender>(gender, out var known) ? known : null,
            Topics = [.. Texts(properties, "topics").Select(Slugs.Of).Where(t => t.Length > 0)],
            Sources = [.. Texts(properties, "sourceUrl").Select(u => Forms.Url.TryRead(u, out var url) ? url : null).OfType<Uri>()],
        };
    }

    /// <summary>Not the weak aliases: by FollowTheMoney's own word they are too broad to match anybody by.</summary>
    private static List<string> Names(MapNode node, MapNode properties) =>
    [
        .. Texts(node, "caption")
            .Concat(NameKeys.SelectMany(key => Texts(properties, key)))
            .Select(name => Forms.Line.TryRead(name, out var line) ? line : null)
            .OfType<string>()
            .Where(name => name.Any(char.IsLetter))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static string? Text(MapNode map, string key) => map.Find(key) is TextNode { Text: { Length: > 0 } text } ? text : null;

    /// <summary>Properties have many values; a lone one is taken as well.</summary>
    private static IReadOnlyList<string> Texts(MapNode map, string key) => map.Find(key) switch
    {
        ListNode list => [.. list.Items.OfType<TextNode>().Select(t => t.Text)],
        TextNode text => [text.Text],
        _ => [],
    };
}
