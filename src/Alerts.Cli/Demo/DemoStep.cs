namespace Alerts.Cli.Demo;

/// <summary>One moment of the demo's story: the day, and what the site's newest version brings.</summary>
internal sealed record DemoStep(DateOnly Day, string Title)
{
    public static readonly IReadOnlyList<DemoStep> All =
    [
        new(new DateOnly(2019, 6, 3), "The site as it stands. What it tells is history: it becomes state and alerts nobody."),
        new(new DateOnly(2019, 7, 22), "The site moves on: a page is rewritten, the feed has a new entry."),
        new(new DateOnly(2019, 10, 21), "The site moves on. The pardon of August is history by now; the new sentence is news."),
        new(new DateOnly(2020, 3, 24), "The site moves on: the page tells of a release."),
        new(new DateOnly(2020, 5, 27), "The site moves on: a new entry in the feed."),
    ];

    public DateTimeOffset Noon => new(Day, new TimeOnly(12, 0), TimeSpan.Zero);
}
