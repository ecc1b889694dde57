namespace Alerts.Cases;

/// <summary>How the date of an event is known.</summary>
public enum DateBasis
{
    /// <summary>The text names the date.</summary>
    Stated,

    /// <summary>The text tells it relative to its publication date: "on Tuesday", "in October".</summary>
    Relative,

    /// <summary>The text gives none; the publication date stands in.</summary>
    Published,
}
