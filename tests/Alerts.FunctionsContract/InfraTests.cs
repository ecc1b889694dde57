using System.Text.Json;
using Alerts.Jobs;

namespace Alerts.FunctionsContract;

/// <summary>What infra/main.bicep would deploy.</summary>
public sealed class InfraTests : IAsyncLifetime
{
    private static readonly string[] Tables =
        ["cases", "catalog", "sources", "documents", "pagechanges", "outbox", "subscribers", "subscriptions", "endpoints", "deliveries"];

    private static readonly Lazy<Task<IReadOnlyList<JsonElement>>> Prediction = new(Bicep.PredictAsync);

    private IReadOnlyList<JsonElement> resources = [];

    public async ValueTask InitializeAsync() => resources = await Prediction.Value;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("build", "main.bicep", "--stdout")]
    [InlineData("lint", "main.bicep")]
    public async Task The_compiler_has_nothing_to_say(params string[] arguments) => Assert.Empty(await Bicep.RunAsync(arguments));

    [Fact]
    public void Every_table_queue_and_container_is_there()
    {
        Assert.Equal(Tables.Order(), Names("Microsoft.Storage/storageAccounts/tableServices/tables"));
        Assert.Equal(
            JobQueues.All.Concat(JobQueues.All.Select(q => $"{q}-poison")).Order(),
            Names("Microsoft.Storage/storageAccounts/queueServices/queues"));
        Assert.Contains("snapshots", Names("Microsoft.Storage/storageAccounts/blobServices/containers"));
    }

    [Fact]
    public void The_app_runs_on_NET_10_and_its_timers_as_serve_s_do()
    {
        var runtime = Properties("Microsoft.Web/sites").GetProperty("functionAppConfig").GetProperty("runtime");

        Assert.Equal(("dotnet-isolated", "10.0"), (runtime.GetProperty("name").GetString(), runtime.GetProperty("version").GetString()));
        Assert.All(JobSchedules.Defaults, schedule => Assert.Equal(schedule.Value, Setting(schedule.Key)));
        Assert.Equal("0", Setting("WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED"));
    }

    [Theory]
    [InlineData("AlertsStorage__tableServiceUri", "primaryEndpoints.table]")]
    [InlineData("AlertsStorage__queueServiceUri", "primaryEndpoints.queue]")]
    [InlineData("AlertsStorage__blobServiceUri", "primaryEndpoints.blob]")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "ConnectionString]")]
    public void The_app_is_told_where_things_are(string setting, string end) => Assert.EndsWith(end, Setting(setting), StringComparison.Ordinal);

    [Fact]
    public void The_operator_is_told_of_a_source_that_turns_failing_or_well_again()
    {
        var query = Properties("Microsoft.Insights/scheduledQueryRules").GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString();

        Assert.Contains("TurnedFailing", query, StringComparison.Ordinal);
        Assert.Contains("Healed", query, StringComparison.Ordinal);
        Assert.Equal("operator@example.org", Properties("Microsoft.Insights/actionGroups").GetProperty("emailReceivers")[0].GetProperty("emailAddress").GetString());
    }

    [Fact]
    public void Storage_knows_no_key_and_no_secret_is_a_setting()
    {
        Assert.False(Properties("Microsoft.Storage/storageAccounts").GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.Equal("TLS1_2", Properties("Microsoft.Storage/storageAccounts").GetProperty("minimumTlsVersion").GetString());
        Assert.All(
            Properties("Microsoft.Web/sites/config").EnumerateObject().Where(s => s.Name.EndsWith("Key", StringComparison.Ordinal)),
            secret => Assert.Contains("@Microsoft.KeyVault(", secret.Value.GetString(), StringComparison.Ordinal));
    }

    private IEnumerable<string> Names(string type) => Of(type).Select(r => r.GetProperty("name").GetString()!.Split('/')[^1]).Order();

    private JsonElement Properties(string type) => Of(type).Single().GetProperty("properties");

    private string Setting(string name) => Properties("Microsoft.Web/sites/config").GetProperty(name).GetString()!;

    private IEnumerable<JsonElement> Of(string type) => resources.Where(r => r.GetProperty("type").GetString() == type);
}
