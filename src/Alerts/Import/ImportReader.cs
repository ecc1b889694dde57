using System.Text;
using Alerts.Import.Trees;

namespace Alerts.Import;

/// <summary>
/// Reads an import file, YAML or JSON, and validates it as a whole: either everything in it is right, or every error is named with its place.
/// Whether cases and sources mentioned but not defined exist is asked with <see cref="ImportReading.Against"/>.
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

    /// <param name="text">YAML, or JSON as far as YAML includes it.</param>
    /// <param name="fileName">For errors.</param>
    /// <param name="time">Tells what lies in the future, and when an event written by hand was first seen.</param>
    public static ImportReading Read(string text, string fileName, TimeProvider? time = null)
    {
        if (text.Length > MaxLength)
        {
            return TooLong(fileName);
        }

        var reader = new PartReader(fileName, (time ?? TimeProvider.System).GetUtcNow());
        var parts = reader.Parts(YamlTree.Pieces(new StringReader(text))).ToList();
        return reader.Reading(new ImportFile(
            [.. parts.OfType<CasePart>().Select(p => p.Case)],
            [.. parts.OfType<SourcePart>().Select(p => p.Source)],
            [.. parts.OfType<SubscriberPart>().Select(p => p.Subscriber)])
        {
            Histories = [.. parts.Select(p => (p as CasePart)?.History ?? (p as HistoryPart)?.History).OfType<CaseHistory>()],
        });
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
