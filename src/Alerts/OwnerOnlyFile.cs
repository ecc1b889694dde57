namespace Alerts;

/// <summary>A file that holds a secret: an address, a key.</summary>
public static class OwnerOnlyFile
{
    /// <summary>Makes a file that nobody but its owner can read. On Windows the user's own folders are closed to others by themselves.</summary>
    /// <exception cref="IOException">There is such a file already.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
