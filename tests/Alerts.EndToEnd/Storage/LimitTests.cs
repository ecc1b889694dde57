using Alerts.Storage;
using Alerts.Storage.Tables;
using Azure.Data.Tables;

namespace Alerts.EndToEnd.Storage;

/// <summary>What Azure refuses is refused here, too, although the emulator takes some of it.</summary>
public class LimitTests(AzuriteFixture azurite)
{
    public static TheoryData<string, string, object> Refused => new()
    {
        { "a text beyond 64 KiB", "Text", new string('x', (32 * 1024) + 1) },
        { "bytes beyond 64 KiB", "Bytes", new byte[(64 * 1024) + 1] },
        { "a date before 1601", "Date", new DateTimeOffset(1600, 12, 31, 0, 0, 0, TimeSpan.Zero) },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void A_property_beyond_the_limits_is_refused(string what, string name, object value)
    {
        var refused = Assert.Throws<StorageLimitException>(() => EntityLimits.Check(new TableEntity("p", "r") { [name] = value }));

        Assert.True(refused.Message.Contains(name, StringComparison.Ordinal), what);
    }

    [Fact]
    public void An_entity_has_252_properties_at_most()
    {
        var row = new TableEntity("p", "r");
        foreach (var number in Enumerable.Range(0, 252))
        {
            row[$"P{number}"] = number;
        }

        EntityLimits.Check(row);
        row["OneMore"] = 1;

        Assert.Throws<StorageLimitException>(() => EntityLimits.Check(row));
    }

    [Fact]
    public void An_entity_has_1_MiB_at_most()
    {
        var row = new TableEntity("p", "r");
        foreach (var number in Enumerable.Range(0, 15))
        {
            row[$"P{number}"] = new string('x', 32 * 1024);
        }

        EntityLimits.Check(row);
        row["OneMore"] = new string('x', 32 * 1024);

        Assert.Throws<StorageLimitException>(() => EntityLimits.Check(row));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    [InlineData("")]
    public void A_key_the_service_does_not_take_is_refused(string key)
    {
        Assert.Throws<StorageLimitException>(() => EntityLimits.Check(new TableEntity(key, "r")));
        Assert.Throws<StorageLimitException>(() => EntityLimits.Check(new TableEntity("p", key)));
        Assert.Throws<StorageLimitException>(() => TableKey.Check(key + new string('k', 513)));
    }

    [Fact]
    public void A_transaction_holds_100_rows_of_one_partition_each_once()
    {
        var group = new EntityGroup("p");
        foreach (var number in Enumerable.Range(0, 100))
        {
            group.Add(TableTransactionActionType.Add, new TableEntity("p", $"{number}"));
        }

        Assert.Equal(100, group.Actions.Count);
        Assert.Throws<StorageLimitException>(() => group.Add(TableTransactionActionType.Add, new TableEntity("p", "100")));
        Assert.Throws<StorageLimitException>(() => new EntityGroup("p").Add(TableTransactionActionType.Add, new TableEntity("q", "1")));
        Assert.Throws<StorageLimitException>(() => new EntityGroup("p")
            .Add(TableTransactionActionType.Add, new TableEntity("p", "1"))
            .Add(TableTransactionActionType.UpsertMerge, new TableEntity("p", "1")));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("ж")]
    [InlineData("\"")]
    [InlineData("文")]
    public async Task What_is_held_to_fit_into_one_transaction_is_taken_by_the_service(string letter)
    {
        var table = new TableClient(azurite.NewAccount(), "things");
        await table.CreateAsync(TestContext.Current.CancellationToken);
        var text = string.Concat(Enumerable.Repeat(letter, 16 * 1024));
        var group = new EntityGroup("p");

        var refused = Assert.Throws<StorageLimitException>(() => Enumerable.Range(0, 100)
            .Select(n => group.Add(TableTransactionActionType.Add, new TableEntity("p", $"{n}") { ["One"] = text, ["Two"] = text, ["Three"] = text }))
            .ToList());

        Assert.Contains("4 MiB", refused.Message, StringComparison.Ordinal);
        await table.SubmitTransactionAsync(group.Actions.SkipLast(1), TestContext.Current.CancellationToken);
    }
}
