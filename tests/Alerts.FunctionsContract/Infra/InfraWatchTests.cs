using System.Text.Json;
using System.Xml;

namespace Alerts.FunctionsContract.Infra;

/// <summary>Alert rules, their runbook, and the workbook.</summary>
public sealed class InfraWatchTests : IAsyncLifetime
{
    private static readonly string Runbook = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "operating", "runbook.md"));

    private Prediction service = null!;

    public async ValueTask InitializeAsync() => service = await Prediction.Service.Value;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void These_rules_watch() => Assert.Equal(
        ["alerts-undelivered", "functions-failing", "mails-refused", "many-sources-failing", "messages-given-up", "source-failing", "watch-stopped"],
        service.Names("Microsoft.Insights/scheduledQueryRules"));

    [Fact]
    public void The_operator_is_told_of_a_source_that_turns_failing_or_well_again()
    {
        var query = Criterion(Rule("source-failing")).GetProperty("query").GetString();

        Assert.Contains("TurnedFailing", query, StringComparison.Ordinal);
        Assert.Contains("Healed", query, StringComparison.Ordinal);
        Assert.Equal("operator@example.org", service.Properties("Microsoft.Insights/actionGroups").GetProperty("emailReceivers")[0].GetProperty("emailAddress").GetString());
    }

    [Fact]
    public void Every_rule_tells_the_operator_and_looks_back_twice_as_far_as_it_runs_often() => Assert.All(
        service.All("Microsoft.Insights/scheduledQueryRules").Select(r => r.GetProperty("properties")),
        rule =>
        {
            Assert.Contains("actionGroupId", rule.GetProperty("actions").GetProperty("actionGroups")[0].GetString(), StringComparison.Ordinal);
            Assert.True(Duration(rule, "windowSize") >= 2 * Duration(rule, "evaluationFrequency"));
            Assert.True(rule.GetProperty("autoMitigate").GetBoolean());
        });

    [Fact]
    public void A_column_that_a_rule_compares_or_splits_by_is_one_of_its_query_or_of_its_table() => Assert.All(
        service.All("Microsoft.Insights/scheduledQueryRules").Select(r => Criterion(r.GetProperty("properties"))),
        criterion =>
        {
            var query = criterion.GetProperty("query").GetString()!;
            var columns = criterion.GetProperty("dimensions").EnumerateArray().Select(d => d.GetProperty("name").GetString()!)
                .Concat(criterion.TryGetProperty("metricMeasureColumn", out var measure) && measure.GetString() is { } column ? [column] : []);
            Assert.All(columns, name => Assert.True(name == "message" || query.Split('\n').Any(l => l.StartsWith("| project", StringComparison.Ordinal) && l.Contains(name, StringComparison.Ordinal)), name));
        });

    [Fact]
    public void What_a_rule_says_leads_to_its_paragraph_of_the_runbook()
    {
        var paragraphs = Runbook.Split('\n').Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..].ToLowerInvariant().Replace(' ', '-'));
        var links = service.Resources.Select(r => r.GetRawText()).SelectMany(t => t.Split("docs/runbook.md#")[1..]).Select(t => t.Split('"')[0]).ToList();

        Assert.Equal(9, links.Count);
        Assert.Empty(links.Except(paragraphs));
    }

    [Fact]
    public void The_vault_tells_when_a_secret_gets_old()
    {
        var subscription = service.Properties("Microsoft.EventGrid/systemTopics/eventSubscriptions");

        Assert.Contains("Microsoft.KeyVault.SecretNearExpiry", subscription.GetProperty("filter").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("MonitorAlert", subscription.GetProperty("destination").GetProperty("endpointType").GetString());
    }

    [Fact]
    public void Health_is_asked_from_outside() => Assert.EndsWith(
        "/api/health", service.Properties("Microsoft.Insights/webtests").GetProperty("Request").GetProperty("RequestUrl").GetString()!.Split('\'')[1], StringComparison.Ordinal);

    [Fact]
    public async Task Every_query_is_used_by_a_rule_or_a_tile()
    {
        var (template, _) = await Bicep.RunAsync("build", "main.bicep", "--stdout");
        var used = Texts(JsonElement.Parse(template)).ToHashSet();

        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Bicep.Folder, "queries"), "*.kql"),
            file => Assert.True(used.Contains(File.ReadAllText(file)), $"{Path.GetFileName(file)} is used by nothing."));
    }

    private JsonElement Rule(string name) =>
        service.All("Microsoft.Insights/scheduledQueryRules").Single(r => Prediction.NameOf(r) == name).GetProperty("properties");

    private static JsonElement Criterion(JsonElement rule) => rule.GetProperty("criteria").GetProperty("allOf")[0];

    private static TimeSpan Duration(JsonElement rule, string name) => XmlConvert.ToTimeSpan(rule.GetProperty(name).GetString()!);

    private static IEnumerable<string> Texts(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().SelectMany(p => Texts(p.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [part.GetString()!],
        _ => [],
    };
}
