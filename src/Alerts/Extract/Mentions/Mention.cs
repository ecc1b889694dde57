using Alerts.Cases;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Mentions;

/// <summary>A name in a block: of a watched case, or of somebody or something else.</summary>
internal sealed record Mention
{
    public required int First { get; init; }

    public required int End { get; init; }

    /// <summary>null for a name nobody watches.</summary>
    public Case? Case { get; init; }

    public NounKind Kind { get; init; }

    /// <summary>0..1: how sure it is that this case is meant.</summary>
    public double Certainty { get; init; } = 1;

    /// <summary>Cases, number and gender its form can stand for.</summary>
    public Feature Features { get; init; } = Feature.AnyCase;

    /// <summary>More than a bare surname.</summary>
    public bool IsFull { get; init; }

    /// <summary>Folded last word: one key for the mentions of one name.</summary>
    public required string Key { get; init; }
}
