using Alerts.Import.Trees;

namespace Alerts.Export;

/// <summary>Where an export goes: beside its place while it is written, and to its place at the end. Disposed without having been kept, it is gone.</summary>
internal sealed class ExportTarget : IDisposable
{
    private readonly string path;
    private readonly bool isFolder;

    public ExportTarget(string path, bool isFolder)
    {
        (this.path, this.isFolder) = (Path.GetFullPath(Path.TrimEndingDirectorySeparator(path)), isFolder);
        Temporary = $"{this.path}.{Path.GetRandomFileName()}.part";
        Directory.CreateDirectory(isFolder ? Temporary : Path.GetDirectoryName(this.path)!);
    }

    public string Temporary { get; }

    public void Keep()
    {
        if (!isFolder)
        {
            File.Move(Temporary, path, overwrite: true);
        }
        else if (!Directory.Exists(path))
        {
            Directory.Move(Temporary, path);
        }
        else
        {
            // Set aside and not deleted first, so that at no time there is none.
            var former = $"{path}.{Path.GetRandomFileName()}.former";
            Directory.Move(path, former);
            Directory.Move(Temporary, path);
            Directory.Delete(former, recursive: true);
        }
    }

    public void Dispose()
    {
        if (isFolder && Directory.Exists(Temporary))
        {
            Directory.Delete(Temporary, recursive: true);
        }
        else if (File.Exists(Temporary))
        {
            File.Delete(Temporary);
        }
    }
}

/// <summary>Whether an export may take a place.</summary>
public static class ExportPlace
{
    /// <returns>What is in the way and how to mend it; null where nothing is.</returns>
    /// <param name="path">Where the export shall go.</param>
    /// <param name="isFolder">Whether it is a folder of tables.</param>
    public static string? Complaint(string path, bool isFolder)
    {
        if (!isFolder)
        {
            return Directory.Exists(path) ? $"{path} is a folder. Name a file, or export a folder of tables with --format csv." : null;
        }

        if (File.Exists(path))
        {
            return $"{path} is a file, and an export as CSV is a folder of tables. Name a folder.";
        }

        var tables = CsvTables.All.Select(t => t.FileName).ToHashSet();
        var other = Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path).Select(e => Path.GetFileName(e)!).FirstOrDefault(name => !tables.Contains(name)) : null;
        return other is null ? null : $"{path} holds something other than an export ({other}), which would be lost. Name a new or an empty folder.";
    }
}
