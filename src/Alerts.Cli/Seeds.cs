using Alerts.Import;

namespace Alerts.Cli;

/// <summary>The cases a newcomer starts with: seeds/cases.yaml, carried inside the program.</summary>
public static class Seeds
{
    private const string FileName = "seeds/cases.yaml";

    public static ImportReading Reading()
    {
        using var stream = typeof(Seeds).Assembly.GetManifestResourceStream(FileName)!;
        using var reader = new StreamReader(stream);
        return ImportReader.Read(reader.ReadToEnd(), FileName);
    }
}
