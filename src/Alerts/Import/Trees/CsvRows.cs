using System.Text;
using CsvHelper;

namespace Alerts.Import.Trees;

/// <summary>The rows of a CSV file (RFC 4180, comma or semicolon) as nodes, one at a time. An empty cell is as if its column were not there.</summary>
internal static class CsvRows
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions Options = new()
    {
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        IncludeValuesInExceptions = false,
        MaxRecordSize = 16 * 1024 * 1024,
    };

    /// <exception cref="UnreadableFileException">The file is no such table; thrown while the rows are gone through.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<MapNode> Of(string path)
    {
        using var text = new StreamReader(path, Utf8);
        using var reader = CsvReader.Create(text, Options, leaveOpen: true);
        var headers = Guarded(path, () => reader.Headers.ToArray());
        while (Guarded(path, reader.Read))
        {
            var line = (int)reader.LineNumber;
            var entries = new List<KeyValuePair<TextNode, Node>>();
            for (var i = 0; i < headers.Length; i++)
            {
                var place = new Place(line, i + 1, path);
                if (CsvCell.Read(reader.GetString(i)) is { Length: > 0 } cell)
                {
                    entries.Add(new(new TextNode(place, headers[i]), Value(headers[i], new TextNode(place, cell))));
                }
            }

            yield return new MapNode(new Place(line, 1, path), entries);
        }
    }

    private static Node Value(string column, TextNode cell)
    {
        if (CsvTables.HasLines(column))
        {
            var lines = cell.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new ListNode(cell.Place, [.. lines.Select(line => new TextNode(cell.Place, line))]);
        }

        if (!CsvTables.HasJson(column))
        {
            return cell;
        }

        try
        {
            using var json = new MemoryStream(Encoding.UTF8.GetBytes(cell.Text));
            return new ListNode(cell.Place, [.. JsonTree.Values(json).Select(node => Placed(node, cell.Place))]);
        }
        catch (UnreadableFileException bad)
        {
            throw new UnreadableFileException(cell.Place, bad.Message);
        }
    }

    /// <summary>What is within a cell stands where the cell stands.</summary>
    private static Node Placed(Node node, Place place) => node switch
    {
        MapNode map => new MapNode(place, [.. map.Entries.Select(e => KeyValuePair.Create(e.Key with { Place = place }, Placed(e.Value, place)))]),
        ListNode list => new ListNode(place, [.. list.Items.Select(item => Placed(item, place))]),
        _ => node with { Place = place },
    };

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException malformed)
        {
            var line = (int)Math.Max(malformed.LineNumber, 1);
            throw new UnreadableFileException(new Place(line, 1, path), $"this is not CSV, in row {malformed.RecordNumber} of the table: {malformed.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException(new Place(1, 1, path), "the file is not UTF-8; save it as \"CSV UTF-8\"");
        }
    }
}
