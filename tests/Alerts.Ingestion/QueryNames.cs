using System.Text.RegularExpressions;

namespace Alerts.Ingestion;

/// <summary>What a query in Kusto's language relies on: the metric or the log entries that it looks for, their dimensions, and values of these.</summary>
public sealed partial class QueryNames
{
    private const string EventName = "EventName";

    private QueryNames(string query)
    {
        Metrics = Names(Metric().Matches(query));
        Dimensions = [.. Names(Dimension().Matches(query)).Where(d => d != EventName)];
        Events = [.. EventNames().Matches(query).SelectMany(m => Names(Literal().Matches(m.Value)))];
        Values = [.. Comparison().Matches(query)
            .Select(m => (m.Groups["name"].Value, m.Groups["operator"].Value, Value: m.Groups["value"].Value))
            .Where(c => Dimensions.Contains(c.Item1))];
    }

    public IReadOnlyList<string> Metrics { get; }

    public IReadOnlyList<string> Dimensions { get; }

    public IReadOnlyList<string> Events { get; }

    /// <summary>Dimension, <c>==</c> or <c>endswith</c>, and the value it is held against.</summary>
    public IReadOnlyList<(string Dimension, string Operator, string Value)> Values { get; }

    public static QueryNames Of(string query) => new(query);

    /// <returns>What the query looks for and was not sent, in words; nothing where all was.</returns>
    public IEnumerable<string> MissingFrom(IReadOnlyCollection<IngestedItem> items)
    {
        foreach (var name in Events.Where(e => !items.Any(i => i.Table == "traces" && i.Dimensions.GetValueOrDefault(EventName) == e)))
        {
            yield return $"no log entry {name}";
        }

        foreach (var metric in Metrics)
        {
            var found = items.Where(i => i.Table == "customMetrics" && i.Name == metric).ToList();
            if (found.Count == 0)
            {
                yield return $"no metric {metric}";
                continue;
            }

            foreach (var dimension in Dimensions.Where(d => !found.Any(i => i.Dimensions.ContainsKey(d))))
            {
                yield return $"no dimension {dimension} of {metric}";
            }

            foreach (var (dimension, how, value) in Values.Where(v => !found.Any(i => Is(i.Dimensions.GetValueOrDefault(v.Dimension), v.Operator, v.Value))))
            {
                yield return $"no {metric} whose {dimension} {how} \"{value}\"";
            }
        }
    }

    private static bool Is(string? actual, string how, string value) =>
        how == "endswith" ? actual?.EndsWith(value, StringComparison.OrdinalIgnoreCase) ?? false : actual == value;

    private static List<string> Names(MatchCollection matches) => [.. matches.Select(m => m.Groups["name"].Value).Distinct()];

    [GeneratedRegex("\"(?<name>alerts\\.[a-z_.]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Metric();

    [GeneratedRegex("(customDimensions|Properties)(\\.|\\[[\"'])(?<name>\\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dimension();

    [GeneratedRegex("EventName\\W+(==|in)[^\\n|]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EventNames();

    [GeneratedRegex("\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("\\b(?<name>\\w+) +(?<operator>==|endswith) +\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comparison();
}
