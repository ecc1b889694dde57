namespace Alerts.Watch.Politeness;

/// <summary>What a site's robots.txt lets one robot read, by RFC 9309; and the delay between requests that many sites add to it.</summary>
public sealed class RobotsTxt
{
    /// <summary>As much of a robots.txt is read, in bytes: the least that section 2.5 asks for.</summary>
    public const int MostBytes = 500 * 1024;

    private readonly IReadOnlyList<RobotsRule> rules;

    private RobotsTxt(IReadOnlyList<RobotsRule> rules, TimeSpan? crawlDelay) => (this.rules, CrawlDelay) = (rules, crawlDelay);

    /// <summary>There is none: section 2.3.1.3.</summary>
    public static RobotsTxt AllowAll { get; } = new([], null);

    /// <summary>It cannot be reached, so nothing is known to be allowed: section 2.3.1.4.</summary>
    public static RobotsTxt DisallowAll { get; } = new([new RobotsRule("/", Allows: false)], null);

    /// <summary>What the site wants between two requests, when it says so.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <param name="text">The file.</param>
    /// <param name="product">The product token of the User-Agent field.</param>
    public static RobotsTxt Parse(string text, string product)
    {
        var groups = RobotsGroup.Read(text);
        var own = groups.Where(g => g.Agents.Contains(product, StringComparer.OrdinalIgnoreCase)).ToList();
        var meant = own.Count > 0 ? own : [.. groups.Where(g => g.Agents.Contains("*"))];
        return new RobotsTxt([.. meant.SelectMany(g => g.Rules)], meant.Select(g => g.CrawlDelay).FirstOrDefault(d => d is not null));
    }

    /// <summary>The longest rule that matches decides, an allowance before a prohibition of the same length (section 2.2.2).</summary>
    public bool Allows(Uri url)
    {
        var path = RobotsRule.Normal(url.PathAndQuery);
        return path == "/robots.txt" || (rules
            .Where(r => r.Matches(path))
            .OrderByDescending(r => r.Pattern.Length)
            .ThenByDescending(r => r.Allows)
            .FirstOrDefault()?.Allows ?? true);
    }
}
