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
    public static ImportReading Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length > ImportReader.MaxLength
                ? throw new BadInputException($"{path} is longer than {ImportReader.MaxLength / 1024 / 1024} MiB; split it.")
                : ImportReader.Read(File.ReadAllBytes(path), path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{path} cannot be read: {unreadable.Message}");
        }
    }

    /// <exception cref="BadInputException">It lists every error, one a line.</exception>
    public static ImportFile Valid(ImportReading reading) => reading.File ?? throw new BadInputException(string.Join(
        '\n',
        reading.Errors.Select(e => e.ToString()).Append($"{reading.Errors.Count} error{(reading.Errors.Count == 1 ? "" : "s")}; nothing was done.")));
}
