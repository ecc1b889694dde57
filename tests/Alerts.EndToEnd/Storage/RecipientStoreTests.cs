using System.Text;
using Alerts.Notify;
using Alerts.Storage;
using Alerts.Storage.Protection;
using Azure.Data.Tables;

namespace Alerts.EndToEnd.Storage;

public class RecipientStoreTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ChannelKind.Email, "Aida@Example.org", " aida@example.org")]
    [InlineData(ChannelKind.Generic, "https://Hooks.example/A", "https://hooks.example:443/A")]
    public async Task The_same_address_gets_the_same_id_however_it_is_written(ChannelKind channel, string one, string other)
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var recipients = storage.Get<IRecipientStore>();

        var first = await recipients.AddAsync(channel, one, null, Cancellation);
        var second = await recipients.AddAsync(channel, other, null, Cancellation);

        Assert.Equal(first, second);
        Assert.Equal(first, await recipients.FindAsync(first.Id, Cancellation));
    }

    [Fact]
    public async Task Other_addresses_and_channels_get_other_ids()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var recipients = storage.Get<IRecipientStore>();
        var added = new List<Recipient>
        {
            await recipients.AddAsync(ChannelKind.Email, "aida@example.org", null, Cancellation),
            await recipients.AddAsync(ChannelKind.Email, "aidan@example.org", null, Cancellation),
            await recipients.AddAsync(ChannelKind.Generic, "https://hooks.example/a", null, Cancellation),
            await recipients.AddAsync(ChannelKind.Generic, "https://hooks.example/A", null, Cancellation),
            await recipients.AddAsync(ChannelKind.Slack, "https://hooks.example/a", null, Cancellation),
        };

        Assert.Equal(added.Count, added.DistinctBy(r => r.Id).Count());
    }

    [Fact]
    public async Task The_secret_a_target_has_already_stands()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var recipients = storage.Get<IRecipientStore>();
        await recipients.AddAsync(ChannelKind.Generic, "https://hooks.example/a", "whsec_Zmlyc3Q=", Cancellation);

        var again = await recipients.AddAsync(ChannelKind.Generic, "https://hooks.example/a", "whsec_c2Vjb25k", Cancellation);

        Assert.Equal("whsec_Zmlyc3Q=", again.Secret);
    }

    [Fact]
    public async Task Addresses_and_secrets_are_nowhere_in_storage()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var recipients = storage.Get<IRecipientStore>();
        await recipients.AddAsync(ChannelKind.Email, "aida@example.org", null, Cancellation);
        await recipients.AddAsync(ChannelKind.Generic, "https://hooks.example/aida", "whsec_c2VjcmV0", Cancellation);

        var rows = (await storage.RowsAsync("subscribers")).Concat(await storage.RowsAsync("endpoints")).ToList();

        Assert.Equal(2, rows.Count);
        var dump = string.Join('\n', rows.SelectMany(row => row).Select(Text));
        Assert.All(["aida", "example", "whsec", "c2VjcmV0"], text => Assert.DoesNotContain(text, dump, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_row_moved_to_another_recipient_is_not_decrypted()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var recipients = storage.Get<IRecipientStore>();
        var one = await recipients.AddAsync(ChannelKind.Slack, "https://hooks.example/one", null, Cancellation);
        var two = await recipients.AddAsync(ChannelKind.Slack, "https://hooks.example/two", null, Cancellation);
        var endpoints = storage.Get<TableServiceClient>().GetTableClient("endpoints");
        var swapped = new TableEntity((await endpoints.GetEntityAsync<TableEntity>("endpoint", one.Id, cancellationToken: Cancellation)).Value) { RowKey = two.Id };
        await endpoints.UpsertEntityAsync(swapped, TableUpdateMode.Replace, Cancellation);

        var refused = await Assert.ThrowsAsync<UnreadableRecipientException>(() => recipients.FindAsync(two.Id, Cancellation));

        Assert.Contains("Protection:Key", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hooks.example", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email-00000000000000000000000000000000")]
    [InlineData("somebody")]
    public async Task Nobody_is_found_under_an_unknown_id(string id)
    {
        await using var storage = await TestStorage.CreateAsync(azurite);

        Assert.Null(await storage.Get<IRecipientStore>().FindAsync(id, Cancellation));
    }

    [Fact]
    public void What_another_key_encrypted_is_refused_with_the_cure()
    {
        var stored = new Protector(new byte[32]).Protect("aida@example.org", "here");

        var refused = Assert.Throws<UnreadableRecipientException>(() => new Protector([.. Enumerable.Repeat((byte)1, 32)]).Unprotect(stored, "here"));

        Assert.Contains("Protection:Key is not the key", refused.Message, StringComparison.Ordinal);
    }

    private static string Text(KeyValuePair<string, object> property) =>
        property.Value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{property.Value}";
}
