using Alerts.Cases;
using Alerts.Watch;

namespace Alerts.Import;

/// <summary>One valid thing of an import, in the order in which it stands there.</summary>
public abstract record ImportPart;

/// <param name="Case">The definition.</param>
/// <param name="History">What happened to it; null for nothing.</param>
public sealed record CasePart(Case Case, CaseHistory? History = null) : ImportPart;

/// <summary>What happened to a case that is defined elsewhere.</summary>
public sealed record HistoryPart(CaseHistory History) : ImportPart;

public sealed record SourcePart(Source Source) : ImportPart;

public sealed record SubscriberPart(Subscriber Subscriber) : ImportPart;

/// <summary>What a file says of one case's past.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Events">Events as they were exported.</param>
/// <param name="Told">Events written by hand, as sightings.</param>
public sealed record CaseHistory(string CaseId, IReadOnlyList<RecordedEvent> Events, IReadOnlyList<CaseEvent> Told);
