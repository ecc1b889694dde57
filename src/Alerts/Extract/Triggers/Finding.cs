using Alerts.Cases;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Triggers;

/// <summary>An event of one case as one sentence tells it, before the article's sentences are put together.</summary>
internal sealed record Finding
{
    public required Case Case { get; init; }

    public required CaseEventType Type { get; init; }

    public required string Rule { get; init; }

    public required Passage Passage { get; init; }

    public required Sentence Sentence { get; init; }

    public required string Words { get; init; }

    public PartialDate? Date { get; init; }

    public DateBasis DateBasis { get; init; }

    public string? Term { get; init; }

    public string? Detail { get; init; }

    public required IReadOnlyList<ConfidenceFactor> Factors { get; init; }

    public double Confidence => Math.Round(Factors.Aggregate(1.0, (product, factor) => product * factor.Value), 3);

    /// <summary>Place of the trigger in its sentence: findings of one trigger are one happening.</summary>
    public required int At { get; init; }

    /// <summary>The sentence that tells it, counted through the article.</summary>
    public int Line { get; init; }

    /// <summary>Told as one happening with what befell another: "in the same case", "together with X".</summary>
    public bool IsJoint { get; init; }

    /// <summary>"had been arrested".</summary>
    public bool IsPluperfect { get; init; }

    /// <summary>Its place among the article's findings.</summary>
    public int Order { get; init; }

    /// <summary>Its sentence also holds such an event that was turned down (a plan, a demand): poor evidence where there is better.</summary>
    public bool IsMixed { get; init; }

    /// <summary>Told by a noun, as known already.</summary>
    public bool IsBackground { get; init; }

    /// <summary>Told in the present tense.</summary>
    public bool IsNow { get; init; }

    /// <summary>Told as what others said.</summary>
    public bool IsHearsay { get; init; }
}
