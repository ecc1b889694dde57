namespace Alerts.Configuration;

/// <summary>Where the program runs.</summary>
public enum Front
{
    OneMachine,
    Azure,
}

/// <summary>What a value must be.</summary>
/// <param name="Text">Goes on from "expected": <c>a whole number from 0 to 23</c>.</param>
/// <param name="Holds">Is this text such a value?</param>
public sealed record Expectation(string Text, Func<string, bool> Holds);

/// <summary>One setting that the program reads.</summary>
/// <param name="Name">With colons: <c>Email:ApiKey</c>.</param>
/// <param name="Expected">What it may be.</param>
/// <param name="Meaning">In one line.</param>
public sealed record Setting(string Name, Expectation Expected, string Meaning)
{
    /// <summary>As it would be written; null when there is none, and an empty value then counts as not set.</summary>
    public string? Default { get; init; }

    /// <summary>Its value is never repeated.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Many values: <c>Name:0</c>, <c>Name:1</c>, …</summary>
    public bool IsList { get; init; }

    /// <summary>On one machine something stands in for it; in Azure nothing does.</summary>
    public bool NeededInAzure { get; init; }

    public string Environment => EnvironmentOf(Name);

    /// <summary>As an environment variable, and as a function app's setting.</summary>
    public static string EnvironmentOf(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}
