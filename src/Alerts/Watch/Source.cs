namespace Alerts.Watch;

/// <summary>How a source is read.</summary>
public enum SourceKind
{
    /// <summary>One page: its main text.</summary>
    Page,

    /// <summary>An index page: the links that match <see cref="Source.Follow"/> are read, once and again when they change.</summary>
    List,

    /// <summary>RSS or Atom: each entry is an article.</summary>
    Feed,
}

/// <summary>A public place that is watched.</summary>
public sealed record Source
{
    public static readonly TimeSpan DefaultEvery = TimeSpan.FromHours(1);

    /// <summary>A slug: lower-case Latin letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required SourceKind Kind { get; init; }

    public required Uri Url { get; init; }

    public required string Name { get; init; }

    /// <summary>For a list: the path of the links to follow, <c>*</c> standing for anything: <c>/news/*</c>. null follows every link of the same host.</summary>
    public string? Follow { get; init; }

    /// <summary>How often to look when nothing else is known.</summary>
    public TimeSpan Every { get; init; } = DefaultEvery;
}
