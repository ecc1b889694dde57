using Alerts.Cases;

namespace Alerts.Import.FollowTheMoney;

/// <summary>A person or an organization as FollowTheMoney describes one, as far as a case needs it.</summary>
public sealed record Entity
{
    public required string Id { get; init; }

    /// <summary>Ids of entities that were found to be this one.</summary>
    public IReadOnlyList<string> Referents { get; init; } = [];

    public required CaseKind Kind { get; init; }

    /// <summary>Never empty: the caption where there is one, names, aliases, former names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null where none of its countries is one.</summary>
    public string? Country { get; init; }

    public Gender? Gender { get; init; }

    /// <summary>As tags: <c>role-pep</c>.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<Uri> Sources { get; init; } = [];
}
