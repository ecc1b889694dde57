using Alerts.Ingestion;

namespace Alerts.Tests.Telemetry;

public class QueryNamesTests
{
    private static readonly IngestedItem Sent = new(
        "customMetrics", "alerts.queue_depth", null, 1, null, null, new Dictionary<string, string> { ["queue"] = "checks" });

    [Fact]
    public void What_a_query_relies_on_is_found_in_it()
    {
        var names = QueryNames.Of("""
            union (traces | where customDimensions.EventName in ("TurnedFailing", "Healed")),
                (customMetrics | where name == "alerts.queue_depth" | extend queue = tostring(customDimensions["queue"]) | where queue endswith "-poison")
            """);

        Assert.Equal(["TurnedFailing", "Healed"], names.Events);
        Assert.Equal(["alerts.queue_depth"], names.Metrics);
        Assert.Equal(["queue"], names.Dimensions);
        Assert.Equal([("queue", "endswith", "-poison")], names.Values);
    }

    [Theory]
    [InlineData("customMetrics | where name == \"alerts.queue_depth\" and customDimensions.queue == \"checks\"")]
    [InlineData("traces | where customDimensions.EventName == \"Swept\"", "no log entry Swept")]
    [InlineData("customMetrics | where name == \"alerts.sources\"", "no metric alerts.sources")]
    [InlineData("customMetrics | where name == \"alerts.queue_depth\" | extend x = customDimensions.state", "no dimension state of alerts.queue_depth")]
    [InlineData(
        "customMetrics | where name == \"alerts.queue_depth\" | extend queue = tostring(customDimensions.queue) | where queue endswith \"-poison\"",
        "no alerts.queue_depth whose queue endswith \"-poison\"")]
    public void What_was_not_sent_is_missing(string query, params string[] missing) =>
        Assert.Equal(missing, QueryNames.Of(query).MissingFrom([Sent]));
}
