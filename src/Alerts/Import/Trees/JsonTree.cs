using System.Text;
using System.Text.Json;

namespace Alerts.Import.Trees;

/// <summary>JSON as nodes, read from a stream of any length: one object, an array, or objects one after the other (JSON Lines).</summary>
internal sealed class JsonTree
{
    private const int MostLevels = 16;

    /// <summary>No text in a file of cases is as long; an open quotation mark makes one.</summary>
    private const int LongestToken = 16 * 1024 * 1024;

    private readonly Stream stream;
    private byte[] buffer = new byte[64 * 1024];
    private JsonReaderState state = new(new JsonReaderOptions
    {
        AllowMultipleValues = true,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MostLevels,
    });

    private int start;
    private int end;
    private bool isLast;
    private int line = 1;
    private int column = 1;
    private JsonTokenType type;
    private string text = "";
    private Place place;

    private JsonTree(Stream stream)
    {
        this.stream = stream;
        Fill();
        if (buffer.AsSpan(0, end).StartsWith(Encoding.UTF8.Preamble))
        {
            start = Encoding.UTF8.Preamble.Length;
        }
    }

    /// <exception cref="UnreadableFileException">This is no JSON object; thrown while the pieces are gone through.</exception>
    public static IEnumerable<Piece> Pieces(Stream stream) => new JsonTree(stream).Root();

    /// <summary>The values of the stream; of an array, its items.</summary>
    /// <exception cref="UnreadableFileException">This is not JSON; thrown while the values are gone through.</exception>
    public static IEnumerable<Node> Values(Stream stream) => new JsonTree(stream).All();

    private IEnumerable<Piece> Root()
    {
        if (!Move())
        {
            throw new UnreadableFileException(new Place(1, 1), "expected the keys cases, sources or subscriptions, found nothing");
        }

        if (type != JsonTokenType.StartObject)
        {
            throw new UnreadableFileException(place, $"expected the keys cases, sources or subscriptions, found {Value().Kind}");
        }

        while (Move() && type != JsonTokenType.EndObject)
        {
            var key = new TextNode(place, text);
            Move();
            if (type != JsonTokenType.StartArray)
            {
                yield return new Piece(key, Value());
                continue;
            }

            yield return new Piece(key, null);
            while (Move() && type != JsonTokenType.EndArray)
            {
                yield return new Piece(key, Value(), IsItem: true);
            }
        }

        if (Move())
        {
            throw new UnreadableFileException(place, "expected the end of the file, found a second document");
        }
    }

    private IEnumerable<Node> All()
    {
        while (Move())
        {
            if (type != JsonTokenType.StartArray)
            {
                yield return Value();
                continue;
            }

            while (Move() && type != JsonTokenType.EndArray)
            {
                yield return Value();
            }
        }
    }

    private Node Value()
    {
        var at = place;
        switch (type)
        {
            case JsonTokenType.StartObject:
                var entries = new List<KeyValuePair<TextNode, Node>>();
                while (Move() && type != JsonTokenType.EndObject)
                {
                    var key = new TextNode(place, text);
                    Move();
                    entries.Add(new(key, Value()));
                }

                return new MapNode(at, entries);
            case JsonTokenType.StartArray:
                var items = new List<Node>();
                while (Move() && type != JsonTokenType.EndArray)
                {
                    items.Add(Value());
                }

                return new ListNode(at, items);
            case JsonTokenType.Null:
                return new NothingNode(at);
            default:
                return new TextNode(at, text) { IsBare = type != JsonTokenType.String };
        }
    }

    /// <returns>false at the end.</returns>
    private bool Move()
    {
        while (true)
        {
            var unread = buffer.AsSpan(start, end - start);
            var reader = new Utf8JsonReader(unread, isLast, state);
            try
            {
                if (reader.Read())
                {
                    Advance(unread[..(int)reader.TokenStartIndex]);
                    (type, place, text) = (reader.TokenType, new Place(line, column), Text(reader));
                    Advance(unread[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
                    state = reader.CurrentState;
                    start += (int)reader.BytesConsumed;
                    return true;
                }
            }
            catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
            {
                var at = malformed is JsonException { LineNumber: { } number } bad ? new Place((int)number + 1, (int)(bad.BytePositionInLine ?? 0) + 1) : new Place(line, column);
                throw new UnreadableFileException(at, $"this is not JSON: {Reason(malformed.Message)}");
            }

            if (isLast)
            {
                return false;
            }

            Fill();
        }
    }

    private static string Text(Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.PropertyName or JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.ASCII.GetString(reader.ValueSpan),
        _ => "",
    };

    /// <summary>The place is told once, in front.</summary>
    private static string Reason(string message) => message.Split(" LineNumber:")[0];

    private void Advance(ReadOnlySpan<byte> passed)
    {
        var lines = passed.Count((byte)'\n');
        if (lines > 0)
        {
            line += lines;
            column = 1;
            passed = passed[(passed.LastIndexOf((byte)'\n') + 1)..];
        }

        foreach (var b in passed)
        {
            // The bytes that go on with a character are not counted.
            column += (b & 0xC0) == 0x80 ? 0 : 1;
        }
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        else if (end == buffer.Length)
        {
            if (buffer.Length >= LongestToken)
            {
                throw new UnreadableFileException(new Place(line, column), "this is not JSON: a text that begins here does not end within 16 MiB");
            }

            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        isLast = read == 0;
    }
}
