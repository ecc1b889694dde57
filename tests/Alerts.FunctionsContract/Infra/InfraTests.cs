using System.Text.Json;
using Alerts.Jobs;

namespace Alerts.FunctionsContract.Infra;

/// <summary>What infra/main.bicep would deploy.</summary>
public sealed class InfraTests : IAsyncLifetime
{
    private static readonly string[] Tables =
        ["cases", "catalog", "sources", "documents", "pagechanges", "outbox", "subscribers", "subscriptions", "endpoints", "deliveries"];

    private Prediction trial = null!;
    private Prediction service = null!;

    public async ValueTask InitializeAsync() => (trial, service) = (await Prediction.Trial.Value, await Prediction.Service.Value);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("build", "main.bicep", "--stdout")]
    [InlineData("lint", "main.bicep")]
    [InlineData("build-params", "main.bicepparam", "--stdout")]
    public async Task The_compiler_has_nothing_to_say(params string[] arguments) => Assert.Empty((await Bicep.RunAsync(arguments)).Said);

    [Fact]
    public void Every_table_queue_and_container_is_there()
    {
        Assert.Equal(Tables.Order(), trial.Names("Microsoft.Storage/storageAccounts/tableServices/tables"));
        Assert.Equal(
            JobQueues.All.Concat(JobQueues.All.Select(q => $"{q}-poison")).Order(),
            trial.Names("Microsoft.Storage/storageAccounts/queueServices/queues"));
        Assert.Equal(["backups", "deployments", "snapshots"], trial.Names("Microsoft.Storage/storageAccounts/blobServices/containers"));
    }

    [Fact]
    public void The_app_runs_on_NET_10_and_its_timers_as_serve_s_do()
    {
        var runtime = trial.Properties("Microsoft.Web/sites").GetProperty("functionAppConfig").GetProperty("runtime");

        Assert.Equal(("dotnet-isolated", "10.0"), (runtime.GetProperty("name").GetString(), runtime.GetProperty("version").GetString()));
        Assert.All(JobSchedules.Defaults, schedule => Assert.Equal(schedule.Value, trial.Settings[schedule.Key]));
        Assert.Equal("0", trial.Settings["WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED"]);
    }

    [Theory]
    [InlineData("AlertsStorage__tableServiceUri", "primaryEndpoints.table]")]
    [InlineData("AlertsStorage__queueServiceUri", "primaryEndpoints.queue]")]
    [InlineData("AlertsStorage__blobServiceUri", "primaryEndpoints.blob]")]
    [InlineData("AzureWebJobsStorage__tableServiceUri", "primaryEndpoints.table]")]
    [InlineData("AzureWebJobsStorage__queueServiceUri", "primaryEndpoints.queue]")]
    [InlineData("AzureWebJobsStorage__blobServiceUri", "primaryEndpoints.blob]")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "ConnectionString]")]
    public void The_app_is_told_where_things_are(string setting, string end) => Assert.EndsWith(end, trial.Settings[setting], StringComparison.Ordinal);

    [Fact]
    public void Azd_finds_the_group_and_the_app_by_their_tags()
    {
        Assert.Equal("alerts-prod", Tag(service.All("Microsoft.Resources/resourceGroups").Single(), "azd-env-name"));
        Assert.Equal("alerts", Tag(service.All("Microsoft.Web/sites").Single(), "azd-service-name"));
        Assert.All(
            service.Resources.Where(r => r.TryGetProperty("tags", out _)),
            resource => Assert.Matches("azd-env-name['\"][,:] ['\"]alerts-prod", resource.GetProperty("tags").GetRawText().Replace("\\u0027", "'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts")]
    [InlineData("Microsoft.KeyVault/vaults")]
    [InlineData("Microsoft.Web/sites")]
    public void Names_begin_with_a_letter_and_are_short_enough(string type) =>
        Assert.Matches("^[a-z][a-z0-9-]{2,23}$", trial.Names(type).Single());

    [Theory]
    [InlineData(false, "Standard_LRS", 10, 0)]
    [InlineData(true, "Standard_ZRS", 40, 2)]
    public void A_trial_can_be_deleted_and_made_again_and_a_service_cannot_be_deleted_by_mistake(bool isService, string sku, int instances, int locks)
    {
        var prediction = isService ? service : trial;
        var scale = prediction.Properties("Microsoft.Web/sites").GetProperty("functionAppConfig").GetProperty("scaleAndConcurrency");

        Assert.Equal(sku, prediction.All("Microsoft.Storage/storageAccounts").Single().GetProperty("sku").GetProperty("name").GetString());
        Assert.Equal(instances, scale.GetProperty("maximumInstanceCount").GetInt32());
        Assert.Equal(16, scale.GetProperty("triggers").GetProperty("http").GetProperty("perInstanceConcurrency").GetInt32());
        Assert.Equal(locks, prediction.All("Microsoft.Authorization/locks").Count());
        Assert.Equal(isService, prediction.Properties("Microsoft.KeyVault/vaults").TryGetProperty("enablePurgeProtection", out var on) && on.ValueKind == JsonValueKind.True);
        Assert.Equal(isService, prediction.All("Microsoft.Insights/webtests").Any());
    }

    [Fact]
    public void What_was_overwritten_or_deleted_can_be_had_back_for_two_weeks()
    {
        var blobs = trial.Properties("Microsoft.Storage/storageAccounts/blobServices");
        var rules = trial.Properties("Microsoft.Storage/storageAccounts/managementPolicies").GetProperty("policy").GetProperty("rules").GetRawText();

        Assert.True(blobs.GetProperty("isVersioningEnabled").GetBoolean());
        Assert.Equal(14, blobs.GetProperty("deleteRetentionPolicy").GetProperty("days").GetInt32());
        Assert.Contains("\"prefixMatch\": [", rules, StringComparison.Ordinal);
        Assert.DoesNotMatch("snapshots/[^{]*\\{[^}]*\"delete\"", rules);
    }

    [Fact]
    public async Task A_key_without_a_sender_is_told_before_anything_is_deployed()
    {
        var said = await Assert.ThrowsAnyAsync<Exception>(() => Bicep.PredictAsync([KeyValuePair.Create("SENDGRID_KEY", "SG.any")]));

        Assert.Contains("ALERTS_EMAIL_FROM", said.Message, StringComparison.Ordinal);
    }

    private static string? Tag(JsonElement resource, string name) => resource.GetProperty("tags").GetProperty(name).GetString();
}
