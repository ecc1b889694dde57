using Alerts.EndToEnd.Cli;
using Alerts.EndToEnd.Storage;

namespace Alerts.EndToEnd.SignIn;

/// <summary>The command over an account that is signed in to by identity, each time as a process of its own.</summary>
public sealed class DeployedStoreStories(SignedInAzurite azurite) : IDisposable
{
    private const string Cases = "cases: [{id: mira-solen, kind: person, name: Mira Solen, country: KZ}]";
    private const string Subscribers = "subscriptions: [{email: reader@example.org, topics: [case:mira-solen]}]";

    private readonly TempFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    [Fact]
    public async Task An_operator_works_on_the_account_that_the_settings_name_and_leaves_the_data_folder_alone()
    {
        var environment = await azurite.NewAccountAsync();
        var unset = await RunAsync(environment, "cases", "list");
        await azurite.DeployAsync(environment);

        var imported = await RunAsync(environment, "import", folder.Write("cases.yaml", Cases));
        var listed = await RunAsync(environment, "cases", "list", "--json");

        Assert.Equal((1, ""), (unset.ExitCode, unset.Output));
        Assert.StartsWith("The storage account is not set up for Alerts", unset.Error, StringComparison.Ordinal);
        Assert.Equal((0, "", $"the account {Name(environment)} (signed in by identity)"), (imported.ExitCode, imported.Error, imported.Storage));
        Assert.Equal((0, ""), (listed.ExitCode, listed.Error));
        Assert.Contains("\"id\":\"mira-solen\"", Assert.Single(listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));

        var local = await RunAsync(environment, "cases", "list", "--store", "local");

        Assert.Equal($"the data folder {Data}", local.Storage);
        Assert.Contains("No such case is stored", local.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_need_the_key_of_the_deployment_and_none_is_made_beside_it()
    {
        var environment = await azurite.NewAccountAsync();
        await azurite.DeployAsync(environment);
        var withKey = new Dictionary<string, string>(environment) { ["Protection__Key"] = TestStorage.Key };
        var withAnother = new Dictionary<string, string>(environment) { ["Protection__Key"] = Convert.ToBase64String(new byte[32]) };
        var subscribers = folder.Write("subscribers.yaml", $"{Cases}\n{Subscribers}");

        var first = await RunAsync(environment, "import", subscribers);
        var right = await RunAsync(withKey, "import", subscribers);
        var missing = await RunAsync(environment, "subscribe", "other@example.org", "--all");
        var other = await RunAsync(withAnother, "subscribe", "other@example.org", "--all");

        Assert.Equal(2, first.ExitCode);
        Assert.StartsWith($"Addresses in the account {Name(environment)} (signed in by identity) are encrypted with the key of its deployment", first.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (right.ExitCode, right.Error));
        Assert.Equal(2, missing.ExitCode);
        Assert.StartsWith($"There are subscribers in the account {Name(environment)}", missing.Error, StringComparison.Ordinal);
        Assert.Contains("export Protection__Key=\"$(az keyvault secret show", missing.Error, StringComparison.Ordinal);
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("were stored with another key than that of Protection:Key", other.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_how()
    {
        var environment = await azurite.NewAccountAsync();
        environment["IDENTITY_HEADER"] = "wrong";
        environment["AlertsStorage__credential"] = "managedidentity";

        var run = await RunAsync(environment, "cases", "list");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("You are not signed in to Azure. Sign in with az login", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_signs_in_too_and_tells_who_cannot()
    {
        var environment = await azurite.NewAccountAsync();
        await azurite.DeployAsync(environment);

        var well = await RunAsync(environment, "doctor");
        environment["IDENTITY_HEADER"] = "wrong";
        environment["AlertsStorage__credential"] = "managedidentity";
        var stranger = await RunAsync(environment, "doctor");

        Assert.Equal((0, ""), (well.ExitCode, well.Error));
        Assert.Contains($"the account {Name(environment)} (signed in by identity): tables, queues and blobs can be read and written", well.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (stranger.ExitCode, stranger.Error));
        Assert.Matches(@"problem  storage   reading tables, .*, writing blobs do not work\n +You are not signed in to Azure. Sign in with az login", stranger.Output);
        Assert.Contains("warning  email", stranger.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_the_sign_in_does_not_reach_is_told()
    {
        var environment = await azurite.NewAccountAsync();
        environment["AlertsStorage__tableServiceUri"] = "https://127.0.0.1:9/alertsxyz";
        environment["StorageRetry__MaxRetries"] = "0";

        var run = await RunAsync(environment, "cases", "list");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("The storage account does not answer", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static string Name(Dictionary<string, string> environment) => new Uri(environment["AlertsStorage__tableServiceUri"]).AbsolutePath[1..];

    private Task<Run> RunAsync(Dictionary<string, string> environment, params string[] args) => AlertsProcess.RunAsync(environment, [.. args, "--data", Data]);
}
