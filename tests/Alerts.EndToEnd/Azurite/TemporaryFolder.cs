namespace Alerts.EndToEnd.Azurite;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("alerts-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a shell script that stands in for a program.</summary>
    public string Program(string name, string script)
    {
        File.WriteAllText(this[name], $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(this[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
