using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alerts.Import.Trees;

/// <summary>
/// Text of YAML (and so of JSON) as nodes. Anchors and aliases are refused, since a short file can grow without bound through them;
/// so are depth beyond need, tags and a second document.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>The format needs ten levels.</summary>
    private const int MostLevels = 16;

    private readonly Parser parser;
    private ParsingEvent? ahead;

    private YamlTree(TextReader text) => parser = new Parser(text);

    /// <exception cref="UnreadableFileException">The text is no such YAML; thrown while the pieces are gone through.</exception>
    public static IEnumerable<Piece> Pieces(TextReader text) => new YamlTree(text).Root();

    private IEnumerable<Piece> Root()
    {
        Take();
        if (Peek() is StreamEnd end)
        {
            throw Misfit(new NothingNode(At(end.Start)));
        }

        Take();
        if (Peek() is not MappingStart)
        {
            throw Misfit(Next(level: 0));
        }

        Checked(Take(), level: 0);
        while (Peek() is not MappingEnd)
        {
            var key = Key(level: 1);
            if (Peek() is not SequenceStart)
            {
                yield return new Piece(key, Next(level: 1));
                continue;
            }

            Checked(Take(), level: 1);
            yield return new Piece(key, null);
            while (Peek() is not SequenceEnd)
            {
                yield return new Piece(key, Next(level: 2), IsItem: true);
            }

            Take();
        }

        Take();
        Take();
        if (Peek() is DocumentStart second)
        {
            throw new UnreadableFileException(At(second.Start), "expected the end of the file, found a second document");
        }
    }

    private static UnreadableFileException Misfit(Node root) =>
        new(root.Place, $"expected the keys cases, sources or subscriptions, found {root.Kind}");

    private Node Next(int level)
    {
        var next = Take();
        var place = Checked(next, level);
        return next switch
        {
            Scalar { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" } => new NothingNode(place),
            Scalar text => new TextNode(place, text.Value),
            SequenceStart => List(place, level + 1),
            _ => Map(place, level + 1),
        };
    }

    private static Place Checked(ParsingEvent next, int level)
    {
        var place = At(next.Start);
        return next switch
        {
            AnchorAlias or NodeEvent { Anchor.IsEmpty: false } =>
                throw new UnreadableFileException(place, "anchors (&name) and aliases (*name) are not allowed; write the value out"),
            NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } =>
                throw new UnreadableFileException(place, "tags (!name) are not allowed; write the plain value"),
            _ when level > MostLevels => throw new UnreadableFileException(place, $"nested more than {MostLevels} levels deep"),
            _ => place,
        };
    }

    private ListNode List(Place place, int level)
    {
        var items = new List<Node>();
        while (Peek() is not SequenceEnd)
        {
            items.Add(Next(level));
        }

        Take();
        return new ListNode(place, items);
    }

    private MapNode Map(Place place, int level)
    {
        var entries = new List<KeyValuePair<TextNode, Node>>();
        while (Peek() is not MappingEnd)
        {
            entries.Add(new(Key(level), Next(level)));
        }

        Take();
        return new MapNode(place, entries);
    }

    private TextNode Key(int level) => Next(level) switch
    {
        TextNode text => text,
        var key => throw new UnreadableFileException(key.Place, $"expected a key, found {key.Kind}"),
    };

    private ParsingEvent Peek()
    {
        try
        {
            if (ahead is null && parser.MoveNext())
            {
                ahead = parser.Current;
            }

            return ahead!;
        }
        catch (YamlException malformed)
        {
            throw new UnreadableFileException(At(malformed.Start), $"this is not YAML: {malformed.Message}");
        }
    }

    private ParsingEvent Take()
    {
        var next = Peek();
        ahead = null;
        return next;
    }

    private static Place At(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
