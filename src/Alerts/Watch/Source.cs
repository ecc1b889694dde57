namespace Alerts.Watch;

/// <summary>How a source is read.</summary>
public enum SourceKind
{
    /// <summary>One page: its main text.</summary>
    Page,

    /// <summary>An index page: the links that match <see cref="Source.Follow"/> are read, once and again when they change.</summary>
    List,

    /// <summary>RSS, Atom or JSON Feed: each entry is an article.</summary>
    Feed,

    /// <summary>A sitemap, or a news sitemap: each page it names is an article.</summary>
    Sitemap,

    /// <summary>An API that answers in JSON: each item at <see cref="Source.Json"/> is an article.</summary>
    Json,

    /// <summary>One PDF document: its text.</summary>
    Pdf,
}

/// <summary>What of a source is told to its followers.</summary>
public enum SourceNotify
{
    /// <summary>The events it tells, to those who follow the cases.</summary>
    Events,

    /// <summary>Besides, to those who follow the source, every change of a page, and every new article of a list, feed or sitemap, that tells no event.</summary>
    AnyChange,
}

/// <summary>A public place that is watched.</summary>
public sealed record Source
{
    /// <summary>How often to look while nothing is known of a source's pace.</summary>
    public static readonly TimeSpan DefaultEvery = TimeSpan.FromHours(1);

    /// <summary>A slug: lower-case Latin letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required SourceKind Kind { get; init; }

    public required Uri Url { get; init; }

    public required string Name { get; init; }

    /// <summary>For a list or sitemap: the path of the links to follow, <c>*</c> standing for anything: <c>/news/*</c>. null follows every link of the same host.</summary>
    public string? Follow { get; init; }

    /// <summary>The parts of a page that are read, as a CSS selector, or an XPath beginning with <c>/</c>; null finds the main text.</summary>
    public string? Select { get; init; }

    /// <summary>The parts of a page that are not read, in the same forms.</summary>
    public string? Exclude { get; init; }

    /// <summary>For an API: where its items are.</summary>
    public JsonPaths? Json { get; init; }

    /// <summary>How often to look; null leaves it to how often the source changes, see <see cref="PollSchedule"/>.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>An article at least so often is expected: when the newest is older, the source has failed. null expects nothing.</summary>
    public TimeSpan? Expect { get; init; }

    public SourceNotify Notify { get; init; }
}

/// <summary>Where an API's answer holds its items, in JMESPath.</summary>
/// <param name="Items">The list of items: <c>data.items</c>; <c>@</c> when the answer is the list.</param>
/// <param name="Text">Of an item: its text, plain or HTML.</param>
/// <param name="Title">Of an item: its title; null for none.</param>
/// <param name="Date">Of an item: when it was published; null for unknown.</param>
/// <param name="Link">Of an item: the address of its page, which tells it from others; null takes its id, or else its text.</param>
public sealed record JsonPaths(string Items, string Text, string? Title = null, string? Date = null, string? Link = null);
