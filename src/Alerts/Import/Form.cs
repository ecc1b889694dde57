namespace Alerts.Import;

/// <summary>Reads a value from text.</summary>
public delegate bool TryRead<T>(string text, out T value);

/// <summary>How a value is written, in an import file as on the command line.</summary>
/// <param name="Expected">What it has to be, in words that follow "expected".</param>
/// <param name="TryRead">Reads it.</param>
public sealed record Form<T>(string Expected, TryRead<T> TryRead)
{
    /// <summary>The value is an address or a secret and is not repeated in messages.</summary>
    public bool Confidential { get; init; }

    /// <summary>All there are, where one can tell which of them may have been meant.</summary>
    public IEnumerable<string> Among { get; init; } = [];

    public string Complaint(string text) => Confidential
        ? $"expected {Expected}"
        : $"expected {Expected}, found \"{Shortened(text)}\"{Spelling.Hint(text, Among)}";

    private static string Shortened(string text) => text.Length <= 60 ? text : $"{text[..59]}…";
}
