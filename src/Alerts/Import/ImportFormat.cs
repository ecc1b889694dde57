using System.Text;
using System.Text.RegularExpressions;

namespace Alerts.Import;

/// <summary>How an import is written.</summary>
public enum ImportFormat
{
    Yaml,
    Json,

    /// <summary>A folder of tables.</summary>
    Csv,

    /// <summary>FollowTheMoney entities, as OpenSanctions publishes them: JSON Lines, or one JSON array.</summary>
    Ftm,
}

/// <summary>Tells the format of an import by its name, or else by how it begins.</summary>
public static partial class ImportFormats
{
    private const int Enough = 64 * 1024;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImportFormat Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        _ when Directory.Exists(path) => ImportFormat.Csv,
        ".yaml" or ".yml" => ImportFormat.Yaml,
        ".jsonl" or ".ndjson" or ".ijson" => ImportFormat.Ftm,
        _ => OfText(Beginning(path)),
    };

    private static ImportFormat OfText(string text) => text switch
    {
        ['[', ..] => ImportFormat.Ftm,
        ['{', ..] => Head().IsMatch(text) || !text.Contains("\"schema\"", StringComparison.Ordinal) ? ImportFormat.Json : ImportFormat.Ftm,
        _ => ImportFormat.Yaml,
    };

    private static string Beginning(string path)
    {
        using var file = new StreamReader(path, Encoding.UTF8);
        var text = new char[Enough];
        return new string(text, 0, file.ReadBlock(text)).TrimStart();
    }

    [GeneratedRegex("""^\{\s*"(?:alerts|exported|cases|events|sources|subscriptions)"\s*:""", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
