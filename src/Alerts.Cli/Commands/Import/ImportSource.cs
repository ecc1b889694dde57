using System.CommandLine;
using Alerts.Cases;
using Alerts.Import;

namespace Alerts.Cli.Commands.Import;

/// <summary>An import file named on the command line.</summary>
internal static class ImportSource
{
    public static Option<string> CasesOption() => new("--cases")
    {
        Description = "An import file with the cases to look for (default: the seeds)",
        HelpName = "FILE",
    };

    /// <exception cref="BadInputException">The file cannot be read, or something in it is wrong.</exception>
    public static IReadOnlyList<Case> Cases(string? path) => Valid(path is null ? Seeds.Reading() : Read(path)).Cases;

    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static ImportReading Read(string path) => Guarded(path, () =>
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length > ImportReader.MaxLength
            ? throw new BadInputException($"{path} is longer than {ImportReader.MaxLength / 1024 / 1024} MiB; split it.")
            : ImportReader.Read(File.ReadAllBytes(path), path);
    });

    /// <summary>How an import is written.</summary>
    /// <param name="path">A file or folder.</param>
    /// <param name="given">What the operator says.</param>
    /// <exception cref="BadInputException">There is nothing, or something else than what was said.</exception>
    public static ImportFormat Format(string path, ImportFormat? given) => Guarded(path, () => (given ?? (IsTable(path) ? ImportFormat.Csv : ImportFormats.Of(path))) switch
    {
        ImportFormat.Csv when !Directory.Exists(path) && File.Exists(path) =>
            throw new BadInputException($"{path} is one table. Import the folder that it stands in: alerts import {Path.GetDirectoryName(Path.GetFullPath(path))}"),
        not ImportFormat.Csv when Directory.Exists(path) =>
            throw new BadInputException($"{path} is a folder, which only an import as csv is. Name a file."),
        var format => format,
    });

    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static ImportReading Reading(string path, Func<ImportReading> read) => Guarded(path, read);

    /// <exception cref="BadInputException">It lists every error, one a line.</exception>
    public static void Require(ImportReading reading)
    {
        if (reading.Errors.Count > 0)
        {
            var count = reading.Errors.Count + reading.MoreErrors;
            throw new BadInputException(string.Join(
                '\n',
                reading.Errors.Select(e => e.ToString()).Append($"{count} error{(count == 1 ? "" : "s")}; nothing was done.")));
        }
    }

    /// <exception cref="BadInputException">It lists every error, one a line.</exception>
    public static ImportFile Valid(ImportReading reading)
    {
        Require(reading);
        return reading.File!;
    }

    private static bool IsTable(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{path} cannot be read: {unreadable.Message}");
        }
    }
}
