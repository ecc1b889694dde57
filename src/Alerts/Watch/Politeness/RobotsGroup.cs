using System.Globalization;

namespace Alerts.Watch.Politeness;

/// <summary>The rules for some robots: one group of a robots.txt (RFC 9309, section 2.2.1).</summary>
internal sealed class RobotsGroup
{
    private readonly List<string> agents = [];
    private readonly List<RobotsRule> rules = [];

    /// <summary>Product tokens, and <c>*</c> for all robots.</summary>
    public IReadOnlyList<string> Agents => agents;

    public IReadOnlyList<RobotsRule> Rules => rules;

    public TimeSpan? CrawlDelay { get; private set; }

    public static List<RobotsGroup> Read(string text)
    {
        var groups = new List<RobotsGroup>();
        var (group, opening) = ((RobotsGroup?)null, false);
        foreach (var line in text.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var (key, value) = Field(line);
            if (key == "user-agent")
            {
                if (group is null || !opening)
                {
                    groups.Add(group = new RobotsGroup());
                }

                group.agents.Add(Product(value));
                opening = true;
            }
            else if (key is "allow" or "disallow" or "crawl-delay")
            {
                group?.Add(key, value);
                opening = false;
            }
        }

        return groups;
    }

    private void Add(string key, string value)
    {
        if (key != "crawl-delay")
        {
            // An empty pattern matches nothing: "Disallow:" lets everything in.
            if (value.Length > 0)
            {
                rules.Add(new RobotsRule(RobotsRule.Normal(value), key == "allow"));
            }
        }
        else if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            CrawlDelay ??= TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(1).TotalSeconds));
        }
    }

    private static (string Key, string Value) Field(string line)
    {
        var content = line.Split('#')[0];
        var colon = content.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (content[..colon].Trim().ToLowerInvariant(), content[(colon + 1)..].Trim());
    }

    /// <summary>The token without version: letters, hyphens and underscores.</summary>
    private static string Product(string value) =>
        value.StartsWith('*') ? "*" : new string([.. value.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_')]);
}
