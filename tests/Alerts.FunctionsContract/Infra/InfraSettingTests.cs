using Alerts.Configuration;
using Microsoft.Extensions.Configuration;

namespace Alerts.FunctionsContract.Infra;

/// <summary>The app's settings are those that the program reads.</summary>
public sealed class InfraSettingTests : IAsyncLifetime
{
    /// <summary>The Functions host, the platform or .NET's logging reads these; the program does not.</summary>
    private static readonly string[] Others =
    [
        "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__queueServiceUri",
        "AzureWebJobsStorage__tableServiceUri",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsDisableHomepage",
        "WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED",
        "Logging__LogLevel__Microsoft",
    ];

    /// <summary>Left to their defaults: another way to the account, and what an operator sets by need (docs/settings.md).</summary>
    private static readonly string[] LeftAlone =
    [
        "AlertsStorage", "AlertsStorage:accountName", "AlertsStorage:tenantId",
        "StorageRetry:MaxRetries", "StorageRetry:Delay", "StorageRetry:MaxDelay", "StorageRetry:NetworkTimeout",
        "Email:BaseAddress", "Email:OutboxFolder", "Notify:Timeout",
        "OutsideHttp:AllowedHosts", "OutsideHttp:Ports", "OutsideHttp:Proxy", "OutsideHttp:ConnectTimeout",
        "Fetch:TotalTimeout", "Fetch:ReadTimeout", "Fetch:MaxBytes", "Fetch:Spacing", "Fetch:LongestPause",
        "Reconcile:AcceptFrom", "Reconcile:Floor", "Reconcile:FreshDays", "Remind:Hour", "Remind:TimeZone", "Remind:QuietDays",
        "Telemetry:PlainCaseIds", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_HEADERS",
    ];

    private Prediction trial = null!;
    private Prediction service = null!;

    public async ValueTask InitializeAsync() => (trial, service) = (await Prediction.Trial.Value, await Prediction.Service.Value);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Every_setting_that_the_program_reads_is_set_or_left_alone_on_purpose_and_no_other_is_set() => Assert.Equal(
        SettingList.All.Select(s => s.Name).Except(LeftAlone).Select(Setting.EnvironmentOf).Concat(Others).Order(),
        service.Settings.Keys.Order());

    [Fact]
    public void What_is_left_alone_is_read() => Assert.Empty(LeftAlone.Except(SettingList.All.Select(s => s.Name)));

    [Fact]
    public void Without_a_key_and_a_contact_these_are_left_out_and_nothing_else() => Assert.Equal(
        ["Email__ApiKey", "Fetch__Contact"],
        service.Settings.Keys.Except(trial.Settings.Keys).Order());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_program_finds_nothing_wrong_with_them(bool isService)
    {
        var settings = (isService ? service : trial).Settings.Select(s => KeyValuePair.Create<string, string?>(s.Key.Replace("__", ":", StringComparison.Ordinal), Resolved(s.Value)));

        Assert.Empty(SettingCheck.Problems(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), Front.Azure));
    }

    /// <summary>What Azure would put in the place of an expression.</summary>
    private static string Resolved(string value) => value switch
    {
        _ when value.EndsWith("primaryEndpoints.table]", StringComparison.Ordinal) => "https://account.table.core.windows.net/",
        _ when value.EndsWith("primaryEndpoints.queue]", StringComparison.Ordinal) => "https://account.queue.core.windows.net/",
        _ when value.EndsWith("primaryEndpoints.blob]", StringComparison.Ordinal) => "https://account.blob.core.windows.net/",
        _ when value.EndsWith(".ConnectionString]", StringComparison.Ordinal) =>
            "InstrumentationKey=00000000-0000-0000-0000-000000000003;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/",
        _ when value.Contains("secrets/protection-key", StringComparison.Ordinal) => Convert.ToBase64String(new byte[32]),
        _ when value.Contains("secrets/sendgrid-key", StringComparison.Ordinal) => Prediction.SendGridKey,
        _ when value.Contains("Authorization=AAD", StringComparison.Ordinal) => "ClientId=00000000-0000-0000-0000-000000000004;Authorization=AAD",
        _ when value.EndsWith("outputs.clientId.value]", StringComparison.Ordinal) => "00000000-0000-0000-0000-000000000004",
        _ => value,
    };
}
