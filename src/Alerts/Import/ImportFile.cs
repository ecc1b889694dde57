using Alerts.Cases;
using Alerts.Notify;
using Alerts.Watch;

namespace Alerts.Import;

/// <summary>What one import file holds, all of it valid.</summary>
public sealed record ImportFile(
    IReadOnlyList<Case> Cases,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<Subscriber> Subscribers)
{
    /// <summary>What happened to these cases, and to stored ones.</summary>
    public IReadOnlyList<CaseHistory> Histories { get; init; } = [];

    /// <summary>Cases before what happened to them, and sources last.</summary>
    public IEnumerable<ImportPart> Parts =>
    [
        .. Cases.Select(c => new CasePart(c)),
        .. Histories.Select(h => new HistoryPart(h)),
        .. Subscribers.Select(s => new SubscriberPart(s)),
        .. Sources.Select(s => new SourcePart(s)),
    ];
}

/// <summary>Somebody who wants to be told, and of what.</summary>
public sealed record Subscriber
{
    public required ChannelKind Channel { get; init; }

    /// <summary>An email address or a webhook URL: a secret.</summary>
    public required string Target { get; init; }

    /// <summary>The signing secret of a generic webhook; null to have one made.</summary>
    public string? Secret { get; init; }

    /// <summary>Never empty.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    public override string ToString() => $"{Channel} subscriber of {string.Join(", ", Topics)}";
}
