using Alerts.Configuration;

namespace Alerts.Tests.Configuration;

/// <summary>For each setting values that are right and values that are wrong.</summary>
public class SettingValueTests
{
    private const string ClientId = "11111111-2222-3333-4444-555555555555";
    private const string Insights = $"InstrumentationKey={ClientId};IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/";

    private static readonly Dictionary<string, (string[] Right, string[] Wrong)> Values = new()
    {
        ["AlertsStorage"] = (
            ["UseDevelopmentStorage=true", "AccountName=one;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net", "BlobEndpoint=https://a.example;SharedAccessSignature=sv=1"],
            ["alertsxyz", "AccountName=one", "AccountName=one;AccountKey=c2VjcmV0!!"]),
        ["AlertsStorage:accountName"] = (["alertsxyz"], ["Alerts", "alerts-xyz", "https://alertsxyz.table.core.windows.net"]),
        ["AlertsStorage:tableServiceUri"] = (["https://a.table.example", "https://127.0.0.1:1/account"], ["http://a.table.example", "a", "https://a.example?sv=1&sig=secret"]),
        ["AlertsStorage:queueServiceUri"] = (["https://a.queue.example"], ["http://a.queue.example"]),
        ["AlertsStorage:blobServiceUri"] = (["https://a.blob.example"], ["a.blob.example"]),
        ["AlertsStorage:credential"] = (["managedidentity"], ["ManagedIdentityCredential"]),
        ["AlertsStorage:clientId"] = ([ClientId], ["alerts-identity"]),
        ["AlertsStorage:tenantId"] = ([ClientId], ["example.org"]),
        ["StorageRetry:MaxRetries"] = (["0", "20"], ["-1", "21", "five", ""]),
        ["StorageRetry:Delay"] = (["00:00:00", "00:00:00.010"], ["2", "half a second"]),
        ["StorageRetry:MaxDelay"] = (["00:05:00"], ["00:05:01", "8s"]),
        ["StorageRetry:NetworkTimeout"] = (["00:00:02"], ["00:00:00", "30"]),
        ["Protection:Key"] = ([Given.Key], ["short", "c2hvcnQ="]),
        ["SweepSchedule"] = (["*/10 * * * * *", "*/5 * * * *"], ["every minute", "00:01:00", ""]),
        ["BackupSchedule"] = (["0 20 2 * * *", "0 0 0 29 2 *"], ["nightly", "0 0 0 30 2 *"]),
        ["RemindSchedule"] = (["0 5 * * * *"], ["* * * * * * *"]),
        ["Email:ApiKey"] = (["SG.key", " SG.key\n"], ["SG.key with spaces"]),
        ["Email:From"] = (["Alerts <alerts@example.org>", "a@example.org"], ["Alerts", "Alerts <alerts@>", ""]),
        ["Email:BaseAddress"] = (["https://api.eu.sendgrid.com", "http://127.0.0.1:5000"], ["http://mail.example/", "api.sendgrid.com"]),
        ["Email:OutboxFolder"] = (["outbox"], []),
        ["Notify:Timeout"] = (["00:00:15"], ["0", "15", "00:10:00"]),
        ["OutsideHttp:AllowedHosts"] = (["localhost", "127.0.0.1:8080", "[::1]:80"], ["http://localhost", "localhost/path", "a b"]),
        ["OutsideHttp:Ports"] = (["8081"], ["x", "0", "65536", ""]),
        ["OutsideHttp:Proxy"] = (["http://proxy.example:3128"], ["proxy.example"]),
        ["OutsideHttp:ConnectTimeout"] = (["00:00:00.2"], ["15", "soon"]),
        ["Fetch:Contact"] = (["https://example.org/about", "mail@example.org"], ["the office (mornings)", "mail@example.org\r\nX: y"]),
        ["Fetch:TotalTimeout"] = (["00:01:00"], ["abc", "60", "-00:00:01"]),
        ["Fetch:ReadTimeout"] = (["00:00:01"], ["1"]),
        ["Fetch:MaxBytes"] = (["10000000"], ["10 MB", "0", "9999999999"]),
        ["Fetch:Spacing"] = (["0", "00:00:01"], ["1"]),
        ["Fetch:LongestPause"] = (["00:00:00"], ["00:06:00"]),
        ["Reconcile:AcceptFrom"] = (["1", "0.4"], ["7", "-0.1", "0,7", "NaN"]),
        ["Reconcile:Floor"] = (["0", "0.7"], ["1.1"]),
        ["Reconcile:FreshDays"] = (["0"], ["-1", "1.5"]),
        ["Remind:Hour"] = (["0", "23"], ["24", "-1"]),
        ["Remind:TimeZone"] = (["Asia/Almaty"], ["Mars/Olympus"]),
        ["Remind:QuietDays"] = (["0"], ["-1"]),
        ["Telemetry:PlainCaseIds"] = (["true", "False"], ["yes", "1"]),
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = ([Insights, $"InstrumentationKey={ClientId}"], ["rubbish", "InstrumentationKey=key", $"InstrumentationKey={ClientId};IngestionEndpoint=here"]),
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = (["Authorization=AAD", $"Authorization=AAD;ClientId={ClientId}"], ["AAD", "Authorization=AAD;ClientId=me"]),
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = (["http://localhost:4318"], ["rubbish", "localhost:4318"]),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = (["grpc", "http/protobuf"], ["http/json"]),
        ["OTEL_EXPORTER_OTLP_HEADERS"] = (["api-key=secret"], []),
        ["OTEL_SERVICE_NAME"] = (["alerts"], [""]),
    };

    public static IEnumerable<TheoryDataRow<string, string>> Right => Values.SelectMany(v => v.Value.Right.Select(value => new TheoryDataRow<string, string>(v.Key, value)));

    public static IEnumerable<TheoryDataRow<string, string>> Wrong => Values.SelectMany(v => v.Value.Wrong.Select(value => new TheoryDataRow<string, string>(v.Key, value)));

    [Fact]
    public void Every_setting_has_its_values_here() => Assert.Equal(SettingList.All.Select(s => s.Name).Order(), Values.Keys.Order());

    [Theory]
    [MemberData(nameof(Right))]
    public void A_right_value_is_taken(string name, string value) => Assert.Empty(Given.OnOneMachineWith([.. Whole(name), (Place(name), value)]));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_value_is_told_with_both_spellings_and_what_is_expected(string name, string value)
    {
        var problem = Assert.Single(Given.OnOneMachineWith([.. Whole(name), (Place(name), value)])).ToString();

        Assert.StartsWith(Place(name), problem, StringComparison.Ordinal);
        Assert.Contains(Place(name).Replace(":", "__", StringComparison.Ordinal), problem, StringComparison.Ordinal);
        Assert.Contains(Find(name).Expected.Text, problem, StringComparison.Ordinal);
        if (Find(name).IsSecret)
        {
            Assert.DoesNotContain(value, problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void A_reference_that_Key_Vault_did_not_resolve_is_refused_for_any_setting(string name, string value)
    {
        var reference = $"@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/{Convert.ToHexString(Guid.Empty.ToByteArray())})";

        var problem = Assert.Single(Given.OnOneMachineWith([.. Whole(name), (Place(name), value), (Place(name), reference)])).ToString();

        Assert.Contains("is a Key Vault reference that was not resolved", problem, StringComparison.Ordinal);
        Assert.Contains("Key Vault Secrets User", problem, StringComparison.Ordinal);
    }

    private static Setting Find(string name) => SettingList.All.Single(s => s.Name == name);

    private static string Place(string name) => Find(name).IsList ? $"{name}:0" : name;

    /// <summary>An address of the storage stands beside the other two, a key beside a sender.</summary>
    private static IEnumerable<(string, string?)> Whole(string name) =>
        SettingList.StorageAddresses.Contains(name) ? SettingList.StorageAddresses.Select(a => (a, (string?)"https://a.example"))
        : name == SettingList.EmailKey ? [(SettingList.EmailSender, "a@example.org")]
        : [];
}
