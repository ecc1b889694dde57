using System.Text;
using Alerts.Import.Trees;

namespace Alerts.Import;

/// <summary>
/// An import of any length on disk, in YAML, JSON or as a folder of CSV. It is gone through twice: once to find whether all of it is right, and
/// then to do it, so that a wrong one changes nothing and a long one need not fit into memory.
/// </summary>
public sealed class ImportInput(string path, ImportFormat format, TimeProvider time)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // One time for both passes: what was right in the first is so in the second.
    private readonly DateTimeOffset now = time.GetUtcNow();

    /// <returns>The errors, and what must be stored already; the content is not kept.</returns>
    /// <param name="passed">Told how many parts were found right so far.</param>
    /// <param name="cancellation">Ends the reading between two parts.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public ImportReading Check(IProgress<int>? passed, CancellationToken cancellation)
    {
        var (reader, parts) = (new PartReader(path, now), 0);
        foreach (var _ in reader.Parts(Pieces()))
        {
            cancellation.ThrowIfCancellationRequested();
            passed?.Report(++parts);
        }

        return reader.Reading(null);
    }

    /// <summary>What it holds. To be gone through when <see cref="Check"/> has found no error.</summary>
    /// <exception cref="IOException">It cannot be read, or is no longer what it was.</exception>
    public IEnumerable<ImportPart> Parts()
    {
        var reader = new PartReader(path, now);
        foreach (var part in reader.Parts(Pieces()))
        {
            yield return part;
        }

        if (reader.Reading(null).Errors is [var error, ..])
        {
            throw new IOException($"{path} was changed while it was imported: {error}. Import it again.");
        }
    }

    private IEnumerable<Piece> Pieces()
    {
        if (format == ImportFormat.Csv)
        {
            foreach (var piece in CsvFolder.Pieces(path))
            {
                yield return piece;
            }

            yield break;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, FileOptions.SequentialScan);
        using var text = new StreamReader(file, Utf8);
        foreach (var piece in format == ImportFormat.Json ? JsonTree.Pieces(file) : YamlTree.Pieces(text))
        {
            yield return piece;
        }
    }
}
