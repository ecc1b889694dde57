using Alerts.EndToEnd.Storage;
using Alerts.Storage.Protection;

namespace Alerts.EndToEnd.Cli;

/// <summary>Which storage a command works on, and with which key.</summary>
public sealed class StoreChoiceTests(AzuriteFixture azurite) : IDisposable
{
    private const string Subscribers = "subscriptions: [{email: reader@example.org, topics: [all]}]";

    private readonly TempFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    [Fact]
    public async Task The_account_of_the_settings_goes_before_the_data_folder_and_store_before_both()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "alerts.json"), $$"""{ "AlertsStorage": "{{azurite.NewAccount()}}" }""", TestContext.Current.CancellationToken);

        Assert.Matches(@"^the account alerts\d+ \(by its key\)$", (await Run.Of("cases", "list", "--data", Data)).Storage!);
        Assert.Equal($"the data folder {Data}", (await Run.Of("cases", "list", "--data", Data, "--store", "local")).Storage);
    }

    [Theory]
    [InlineData("Alerts-XYZ")]
    [InlineData("https://alertsxyz.table.core.windows.net")]
    public async Task A_store_that_can_be_no_account_ends_with_2(string store)
    {
        var run = await Run.Of("cases", "list", "--data", Data, "--store", store);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--store: expected local, or the name of a storage account", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_half_given_ends_with_2_and_starts_no_storage_in_its_stead()
    {
        var run = await AlertsProcess.RunAsync(
            new Dictionary<string, string> { ["AlertsStorage__tableServiceUri"] = "https://account.table.example" }, "import", "--seeds", "--data", Data);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("AlertsStorage:queueServiceUri (environment: AlertsStorage__queueServiceUri) is missing", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Only_addresses_need_a_key_and_a_lost_one_is_not_made_anew()
    {
        var key = ProtectionKey.FileIn(Data);
        var subscribers = folder.Write("subscribers.yaml", Subscribers);
        Assert.Equal(0, (await Run.Of("import", "--seeds", "--data", Data)).ExitCode);
        Assert.False(File.Exists(key));
        Assert.Equal(0, (await Run.Of("import", subscribers, "--data", Data)).ExitCode);
        var lost = await File.ReadAllTextAsync(key, TestContext.Current.CancellationToken);
        File.Delete(key);

        foreach (var args in (string[][])[["subscribe", "other@example.org", "--all"], ["import", subscribers], ["serve", "--port", "0"]])
        {
            var refused = await Run.Of([.. args, "--data", Data]);

            Assert.Equal(2, refused.ExitCode);
            Assert.Contains($"There are subscribers in the data folder {Data}, but their key is not here", refused.Error, StringComparison.Ordinal);
            Assert.Contains($"Put the file back that was {key}", refused.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(key));
        Assert.Equal(0, (await Run.Of("cases", "list", "--data", Data)).ExitCode);
        await File.WriteAllTextAsync(key, TestStorage.Key, TestContext.Current.CancellationToken);
        Assert.Contains("were stored with another key than that of", (await Run.Of("import", subscribers, "--data", Data)).Error, StringComparison.Ordinal);
        await File.WriteAllTextAsync(key, lost, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Run.Of("import", subscribers, "--data", Data)).ExitCode);
    }

    public void Dispose() => folder.Dispose();
}
