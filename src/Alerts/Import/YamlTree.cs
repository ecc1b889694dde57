using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alerts.Import;

/// <summary>The file cannot be read any further.</summary>
public sealed class BadYamlException(Place place, string message) : Exception(message)
{
    public Place Place { get; } = place;
}

/// <summary>
/// Text of YAML (and so of JSON) as nodes. Anchors and aliases are refused, since a short file can grow without bound through them;
/// so are depth beyond need, tags and a second document.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>The format needs five levels.</summary>
    private const int MostLevels = 16;

    private readonly Parser parser;

    private YamlTree(string text) => parser = new Parser(new StringReader(text));

    /// <exception cref="BadYamlException">The text is no such YAML.</exception>
    public static Node Read(string text)
    {
        try
        {
            return new YamlTree(text).Document();
        }
        catch (YamlException malformed)
        {
            throw new BadYamlException(At(malformed.Start), $"this is not YAML: {malformed.Message}");
        }
    }

    private Node Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out var end))
        {
            return new NothingNode(At(end.Start));
        }

        parser.Consume<DocumentStart>();
        var root = Next(level: 0);
        parser.Consume<DocumentEnd>();
        return parser.Accept<DocumentStart>(out var second)
            ? throw new BadYamlException(At(second.Start), "expected the end of the file, found a second document")
            : root;
    }

    private Node Next(int level)
    {
        var next = parser.Consume<ParsingEvent>();
        var place = At(next.Start);
        if (next is AnchorAlias || next is NodeEvent { Anchor.IsEmpty: false })
        {
            throw new BadYamlException(place, "anchors (&name) and aliases (*name) are not allowed; write the value out");
        }

        if (next is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
        {
            throw new BadYamlException(place, "tags (!name) are not allowed; write the plain value");
        }

        if (level > MostLevels)
        {
            throw new BadYamlException(place, $"nested more than {MostLevels} levels deep");
        }

        return next switch
        {
            Scalar { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" } => new NothingNode(place),
            Scalar text => new TextNode(place, text.Value),
            SequenceStart => List(place, level + 1),
            _ => Map(place, level + 1),
        };
    }

    private ListNode List(Place place, int level)
    {
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Next(level));
        }

        return new ListNode(place, items);
    }

    private MapNode Map(Place place, int level)
    {
        var entries = new List<KeyValuePair<TextNode, Node>>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Next(level);
            entries.Add(key is TextNode text
                ? new(text, Next(level))
                : throw new BadYamlException(key.Place, $"expected a key, found {key.Kind}"));
        }

        return new MapNode(place, entries);
    }

    private static Place At(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
