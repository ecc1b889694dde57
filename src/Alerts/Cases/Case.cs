namespace Alerts.Cases;

/// <summary>Something in the world that people follow: a person, an organization or a law.</summary>
public sealed record Case
{
    /// <summary>A slug: lower-case Latin letters, digits and hyphens, such as <c>erlan-baltabay</c>.</summary>
    public required string Id { get; init; }

    public required CaseKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Other names and spellings, in any script.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public string? Country { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public Gender? Gender { get; init; }

    /// <summary>When a promised reform is due.</summary>
    public PartialDate? Due { get; init; }

    /// <summary>Where its days begin and end, as an IANA id such as <c>Asia/Almaty</c>; null where the country tells.</summary>
    public string? TimeZone { get; init; }

    public IReadOnlyList<Uri> Links { get; init; } = [];
}
