using System.Text;

namespace Alerts.Import;

/// <summary>
/// Reads an import file, YAML or JSON, and validates it as a whole: either everything in it is right, or every error is named with its place.
/// Pure; whether cases and sources mentioned but not defined exist is asked with <see cref="ImportReading.Against"/>.
/// </summary>
public static class ImportReader
{
    /// <summary>Bytes or characters; tens of thousands of cases.</summary>
    public const int MaxLength = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ImportReading Read(byte[] bytes, string fileName)
    {
        if (bytes.Length > MaxLength)
        {
            return TooLong(fileName);
        }

        try
        {
            var preamble = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return Read(Utf8.GetString(bytes.AsSpan(preamble)), fileName);
        }
        catch (DecoderFallbackException)
        {
            return Failed(fileName, FirstWrongByte(bytes), "the file is not UTF-8; save it as UTF-8");
        }
    }

    public static ImportReading Read(string text, string fileName)
    {
        if (text.Length > MaxLength)
        {
            return TooLong(fileName);
        }

        try
        {
            return YamlTree.Read(text) switch
            {
                MapNode root => Read(root, fileName),
                var other => Failed(fileName, other.Place, $"expected the keys cases, sources or subscriptions, found {other.Kind}"),
            };
        }
        catch (BadYamlException bad)
        {
            return Failed(fileName, bad.Place, bad.Message);
        }
    }

    private static ImportReading Read(MapNode map, string fileName)
    {
        var problems = new Problems(fileName);
        var root = new Entry(map, "file", problems);
        var cases = All(root.Entries("cases", "case"), CaseSection.Read);
        var sources = All(root.Entries("sources", "source"), SourceSection.Read);
        var mentioned = new List<Reference>();
        var subscribers = All(root.Entries("subscriptions", "subscription"), entry => SubscriptionSection.Read(entry, problems, mentioned));
        root.Finish();

        RefuseRepeats(cases.Select(c => new Located<string>(c.Value.Id, c.Place)), "case", problems);
        RefuseRepeats(sources.Select(s => new Located<string>(s.Value.Id, s.Place)), "source", problems);
        var (defined, definedSources) = (cases.Select(c => c.Value.Id).ToHashSet(), sources.Select(s => s.Value.Id).ToHashSet());
        return new ImportReading
        {
            FileName = fileName,
            File = problems.All.Count > 0 ? null : new ImportFile(Values(cases), Values(sources), Values(subscribers)),
            Errors = problems.All,
            Defined = [.. defined],
            DefinedSources = [.. definedSources],
            Elsewhere = [.. mentioned.Where(m => !(m.What == "case" ? defined : definedSources).Contains(m.Id))],
        };
    }

    private static List<Located<T>> All<T>(IEnumerable<Entry> entries, Func<Entry, Located<T>?> read) => [.. entries.Select(read).OfType<Located<T>>()];

    private static IReadOnlyList<T> Values<T>(IEnumerable<Located<T>> located) => [.. located.Select(l => l.Value)];

    private static void RefuseRepeats(IEnumerable<Located<string>> ids, string what, Problems problems)
    {
        foreach (var group in ids.GroupBy(id => id.Value))
        {
            var first = group.First().Place.Line;
            foreach (var repeat in group.Skip(1))
            {
                problems.Add(repeat.Place, $"duplicate {what} \"{group.Key}\"; first on line {first}");
            }
        }
    }

    private static ImportReading TooLong(string fileName) =>
        Failed(fileName, new Place(1, 1), $"the file is longer than {MaxLength / 1024 / 1024} MiB; split it");

    private static ImportReading Failed(string fileName, Place place, string message) =>
        new() { FileName = fileName, Errors = [new ImportError(fileName, place, message)] };

    private static Place FirstWrongByte(ReadOnlySpan<byte> bytes)
    {
        var right = bytes[..ValidLength(bytes)];
        var lineStart = right.LastIndexOf((byte)'\n') + 1;
        return new Place(right.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(right[lineStart..]) + 1);
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
