using System.Text.Json.Serialization;

namespace Alerts.Cases;

/// <summary>Something about a case that people are told; kept with the case, so that every later step finds it by its id.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "news")]
[JsonDerivedType(typeof(CaseChange), "change")]
[JsonDerivedType(typeof(CaseCorrection), "correction")]
[JsonDerivedType(typeof(CaseReminder), "reminder")]
public abstract record CaseNews
{
    /// <summary>The same however often it is worked out.</summary>
    public required string Id { get; init; }

    public required string CaseId { get; init; }

    public required DateTimeOffset At { get; init; }
}
