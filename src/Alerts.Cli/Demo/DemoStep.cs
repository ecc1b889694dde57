namespace Alerts.Cli.Demo;

/// <summary>One moment of the demo's story: the day, and what the site's newest version brings.</summary>
internal sealed record DemoStep(DateOnly Day, string Title)
{
    public static readonly IReadOnlyList<DemoStep> All =
    [
        new(new DateOnly(2019, 9, 30), "The site as it stands. What it tells is history: it becomes state and alerts nobody."),
        new(new DateOnly(2019, 10, 21), "The site moves on: a page is rewritten."),
        new(new DateOnly(2020, 5, 26), "The site moves on: another rewrite, and a new entry in the feed."),
        new(new DateOnly(2021, 2, 5), "The site moves on once more."),
    ];

    public DateTimeOffset Noon => new(Day, new TimeOnly(12, 0), TimeSpan.Zero);
}
