using Alerts.Storage;
using Alerts.Storage.Protection;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.EndToEnd.Storage;

public class SettingsTests
{
    [Fact]
    public void Without_a_storage_the_program_does_not_start_and_says_what_to_set()
    {
        var refused = Assert.Throws<StorageSettingsException>(() => new ServiceCollection().AddStorage(TestStorage.Settings(null)));

        Assert.Contains("Set AlertsStorage to a connection string, or AlertsStorage:accountName", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_connection_string_is_refused_without_repeating_its_key()
    {
        var refused = Assert.Throws<StorageSettingsException>(
            () => new ServiceCollection().AddStorage(TestStorage.Settings("AccountName=one;AccountKey=c2VjcmV0!!")));

        Assert.DoesNotContain("c2VjcmV0", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is missing")]
    [InlineData("short", "is not a key")]
    [InlineData("c2hvcnQ=", "is not a key")]
    public void Without_a_protection_key_no_address_is_kept(string key, string why)
    {
        var protector = Protector.Of(TestStorage.Settings("UseDevelopmentStorage=true", key));

        var refused = Assert.Throws<StorageSettingsException>(() => protector.Protect("reader@example.org", "here"));

        Assert.Contains($"Protection:Key {why}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("openssl rand -base64 32", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("managedidentity", null)]
    [InlineData("managedidentity", "11111111-2222-3333-4444-555555555555")]
    public void An_account_is_reached_by_identity_when_its_three_addresses_are_set(string? credential, string? clientId)
    {
        var settings = ByIdentity("https://account.queue.example", credential, clientId);

        using var services = new ServiceCollection().AddStorage(settings).BuildServiceProvider();

        Assert.Equal("account.table.example", services.GetRequiredService<TableServiceClient>().Uri.Host);
    }

    [Fact]
    public void An_account_s_name_tells_its_addresses_and_an_address_goes_before_it()
    {
        var account = StorageAccount.Of(new ConfigurationBuilder()
            .AddInMemoryCollection([new("AlertsStorage:accountName", "alertsxyz"), new("AlertsStorage:queueServiceUri", "https://queues.example")])
            .Build())!;

        Assert.Equal(
            ("https://alertsxyz.table.core.windows.net/", "https://queues.example/", "https://alertsxyz.blob.core.windows.net/", "alertsxyz"),
            (account.Tables.AbsoluteUri, account.Queues.AbsoluteUri, account.Blobs.AbsoluteUri, account.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://account.queue.example")]
    [InlineData("account")]
    public void An_account_half_given_is_none(string? queues) =>
        Assert.Throws<StorageSettingsException>(() => new ServiceCollection().AddStorage(ByIdentity(queues)));

    [Fact]
    public void The_key_of_a_data_folder_is_made_once_for_its_owner_only()
    {
        var folder = Directory.CreateTempSubdirectory("alerts-test-").FullName;
        try
        {
            var key = ProtectionKey.LoadOrCreate(Path.Combine(folder, "data"));

            Assert.Equal(ProtectionKey.Length, Convert.FromBase64String(key).Length);
            Assert.Equal(key, ProtectionKey.LoadOrCreate(Path.Combine(folder, "data")));
            var file = Assert.Single(Directory.GetFiles(Path.Combine(folder, "data")));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IConfiguration ByIdentity(string? queues, string? credential = null, string? clientId = null) => new ConfigurationBuilder()
        .AddConfiguration(TestStorage.Settings(null))
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AlertsStorage:tableServiceUri"] = "https://account.table.example",
            ["AlertsStorage:queueServiceUri"] = queues,
            ["AlertsStorage:blobServiceUri"] = "https://account.blob.example",
            ["AlertsStorage:credential"] = credential,
            ["AlertsStorage:clientId"] = clientId,
        })
        .Build();
}
