using System.Globalization;
using System.Text.Json;
using Alerts.EndToEnd.Cli;
using Alerts.EndToEnd.Pipeline;
using Alerts.EndToEnd.Storage;
using Alerts.Notify;
using Alerts.Watch;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;

namespace Alerts.EndToEnd.Doctor;

/// <summary><c>alerts doctor</c> on instances that are well, and on sick ones.</summary>
public sealed class DoctorStories(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Key = "SG.a-secret-key";

    private static readonly Dictionary<string, string> Records = new()
    {
        ["alerts.example"] = "v=spf1 include:sendgrid.net ~all",
        ["s1._domainkey.alerts.example"] = "k=rsa; p=MIGf",
        ["s2._domainkey.alerts.example"] = "k=rsa; p=MIGf",
        ["_dmarc.alerts.example"] = "v=DMARC1; p=none",
    };

    private readonly TempFolder folder = new();
    private LoopbackSite web = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => web = await LoopbackSite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_well_instance_is_found_well()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        await WatchAsync(storage, TimeProvider.System.GetUtcNow());
        await storage.Get<IRecipientStore>().AddAsync(ChannelKind.Email, "reader@example.org", null, Cancellation);
        SendGrid("""["mail.send"]""", "alerts.example");
        web.Answer("/api/health", 200, "application/json", """{"status":"healthy","checks":{}}""");
        await using var names = new NameServer(Records);
        Write(Settings(storage.ConnectionString));

        var run = await DoctorAsync("--url", web.Address.AbsoluteUri, "--dns", names.Address);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        Assert.Equal(
            ["version", "settings", "storage", "clock", "queues", "key", "watch", "email", "email", "dns", "dns", "dns", "health"],
            lines.Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));
        Assert.DoesNotContain(Key, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sick_instance_has_everything_that_is_wrong_told_with_its_cure()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        await WatchAsync(storage, TimeProvider.System.GetUtcNow().AddHours(-3));
        await storage.Get<IRecipientStore>().AddAsync(ChannelKind.Email, "reader@example.org", null, Cancellation);
        await new QueueClient(storage.ConnectionString, "deliveries-poison").SendMessageAsync("e30=", Cancellation);
        web.Answer("/v3/scopes", 401);
        await using var names = new NameServer(Records.Where(r => !r.Key.StartsWith("s2", StringComparison.Ordinal) && !r.Key.StartsWith("_dmarc", StringComparison.Ordinal)).ToDictionary());
        Write([.. Settings(storage.ConnectionString), ("Protection:Key", Convert.ToBase64String(new byte[32])), ("Fetch:TotalTimeout", "abc"), ("Remind:Hour", "24")]);

        var run = await DoctorAsync("--url", "http://127.0.0.1:9", "--dns", names.Address);
        var json = JsonDocument.Parse((await DoctorAsync("--json", "--dns", names.Address)).Output).RootElement;

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        string[] told =
        [
            @"problem  settings  Fetch:TotalTimeout \(environment: Fetch__TotalTimeout\) is ""abc""; expected a length of time",
            @"problem  settings  Remind:Hour \(environment: Remind__Hour\) is ""24""; expected a whole number from 0 to 23",
            @"ok       storage   the account alerts\d+ \(by its key\): tables, queues and blobs can be read and written",
            @"problem  queues    deliveries-poison holds 1 given-up message\n +Each failed five times",
            @"problem  key       is not the one that the addresses were stored with\n +Set Protection:Key",
            @"problem  watch     1 of 1 sources are overdue, aksu-news the longest; the last check was 3 hours ago\n +No sweep runs",
            @"problem  email     SendGrid does not take the key\n +Make a key with the permission Mail Send",
            @"ok       dns       SPF: v=spf1 include:sendgrid.net ~all",
            @"problem  dns       s2._domainkey.alerts.example leads to no DKIM key\n +Add the CNAME records",
            @"warning  dns       alerts.example has no DMARC record\n +Add a TXT record",
            @"problem  health    http://127.0.0.1:9/api/health does not answer as Alerts does\n +See that",
        ];
        Assert.All(told, line => Assert.Matches(line, run.Output));
        Assert.DoesNotContain(Key, run.Output, StringComparison.Ordinal);
        Assert.False(json.GetProperty("well").GetBoolean());
        Assert.Contains(json.GetProperty("findings").EnumerateArray(), f => f.GetProperty("check").GetString() == "watch" && f.GetProperty("verdict").GetString() == "problem");
        TestContext.Current.TestOutputHelper!.WriteLine(run.Output);
    }

    [Fact]
    public async Task A_right_that_is_missing_is_named_with_its_role_and_a_wrong_clock_is_seen()
    {
        await using var account = await LoopbackSite.StartAsync();
        account.Answer("/account/sources()", context => TellAsync(context, 200, """{"value":[]}"""));
        account.Answer("/account/sources(PartitionKey='~doctor',RowKey='~doctor')", context => TellAsync(context, 403, """{"odata.error":{"code":"AuthorizationPermissionMismatch"}}"""));
        account.Answer("/account/checks", context => TellAsync(context, 403, "<Error><Code>AuthorizationPermissionMismatch</Code></Error>"));
        var at = account.At("/account");
        Write(("AlertsStorage", $"AccountName=account;AccountKey={TestStorage.Key};TableEndpoint={at};QueueEndpoint={at};BlobEndpoint={at}"), ("Protection:Key", TestStorage.Key));

        var run = await DoctorAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("reading tables does", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"problem  storage   writing tables does not work\n +The role Storage Table Data Contributor is missing", run.Output);
        Assert.Matches(@"problem  storage   reading queues does not work\n +The role Storage Queue Data Contributor is missing", run.Output);
        Assert.Matches(@"problem  clock     is 2 hours off the storage's\n +Set this machine's clock", run.Output);
        Assert.Contains("problem  queues", run.Output, StringComparison.Ordinal);
        Assert.Matches("warning  email     mails are left as files in ", run.Output);
    }

    [Theory]
    [InlineData("{", "alerts.json cannot be read as settings")]
    [InlineData("""{ "AlertsStorage": { "tableServiceUri": "https://a.example" } }""", "AlertsStorage:queueServiceUri (environment: AlertsStorage__queueServiceUri) is missing")]
    [InlineData("""{ "AlertsStorage": "AccountName=a;AccountKey=bm9uZQ==;TableEndpoint=http://127.0.0.1:9/a;QueueEndpoint=http://127.0.0.1:9/a;BlobEndpoint=http://127.0.0.1:9/a" }""", "The storage account does not answer")]
    public async Task However_sick_it_is_the_other_checks_go_on(string settings, string told)
    {
        folder.Write("alerts.json", settings);

        var run = await DoctorAsync();

        Assert.Equal((1, ""), (run.ExitCode, run.Error.Replace("starting Azurite\n", "", StringComparison.Ordinal)));
        Assert.Contains(told, run.Output, StringComparison.Ordinal);
        Assert.Contains("warning  email", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""["user.profile.read"]""", "alerts.example", "problem  email     SendGrid takes the key, but it may not send mail")]
    [InlineData("""["mail.send"]""", "other.example", "problem  email     SendGrid has not verified the sender alerts@alerts.example")]
    [InlineData("""["mail.send"]""", null, "warning  email     whether SendGrid has verified the sender is not known")]
    public async Task What_SendGrid_says_of_key_and_sender_is_told(string scopes, string? domain, string told)
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        SendGrid(scopes, domain);
        await using var names = new NameServer(Records);
        Write(Settings(storage.ConnectionString));

        Assert.Contains(told, (await DoctorAsync("--dns", names.Address)).Output, StringComparison.Ordinal);
        Assert.All(web.Requests, r => Assert.Equal($"Bearer {Key}", r.Headers["Authorization"]));
    }

    private static async Task WatchAsync(TestStorage storage, DateTimeOffset last)
    {
        var sources = storage.Get<ISourceStore>();
        await sources.PutAsync(new Source { Id = "aksu-news", Name = "Aksu News", Kind = SourceKind.Page, Url = new Uri("https://aksu.example/news") }, Cancellation);
        var watched = (await sources.FindAsync("aksu-news", Cancellation))!;
        await sources.SaveAsync([watched with { State = watched.State with { LastChecked = last, NextDue = last.AddMinutes(15) } }], Cancellation);
    }

    private static Task TellAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = body[0] == '{' ? "application/json" : "application/xml";
        context.Response.Headers.Date = TimeProvider.System.GetUtcNow().AddHours(-2).ToString("R", CultureInfo.InvariantCulture);
        return context.Response.WriteAsync(body);
    }

    /// <param name="scopes">What the key may do.</param>
    /// <param name="domain">The domain that is verified; null when the key may not ask.</param>
    private void SendGrid(string scopes, string? domain)
    {
        web.Answer("/v3/scopes", 200, "application/json", $$"""{"scopes":{{scopes}}}""");
        web.Answer("/v3/whitelabel/domains", domain is null ? 403 : 200, "application/json", $$"""[{"domain":"{{domain}}","valid":true}]""");
        web.Answer("/v3/verified_senders", domain is null ? 403 : 200, "application/json", """{"results":[{"from_email":"other@example.org","verified":true}]}""");
    }

    private (string, string)[] Settings(string storage) =>
    [
        ("AlertsStorage", storage), ("Email:ApiKey", Key), ("Email:From", "Alerts <alerts@alerts.example>"), ("Email:BaseAddress", web.Address.AbsoluteUri),
        ("Protection:Key", TestStorage.Key),
    ];

    private void Write(params (string Name, string Value)[] settings) =>
        folder.Write("alerts.json", JsonSerializer.Serialize(settings.GroupBy(s => s.Name).ToDictionary(g => g.Key, g => g.Last().Value)));

    private Task<Run> DoctorAsync(params string[] args) => Run.Of(["doctor", .. args, "--data", folder.Path]);
}
