using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>
/// What the service takes in one entity, from "Understanding the Table service data model". The emulator lets some of it pass,
/// so that only these checks keep what works on one machine working in Azure.
/// </summary>
internal static class EntityLimits
{
    public const int TextCharacters = 32 * 1024;

    private const int BinaryBytes = 64 * 1024;
    private const int EntityBytes = 1024 * 1024;
    private const int Properties = 252;

    private static readonly string[] System = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];
    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A date as late as the service wants it at least.</summary>
    public static DateTimeOffset Storable(DateTimeOffset time) => time < Earliest ? Earliest : time;

    /// <exception cref="StorageLimitException">The service does not take this entity.</exception>
    public static void Check(TableEntity entity)
    {
        TableKey.Check(entity.PartitionKey);
        TableKey.Check(entity.RowKey);
        var properties = entity.Where(p => p.Value is not null && !System.Contains(p.Key)).ToList();
        if (properties.Count > Properties)
        {
            throw Exceeded(entity, $"has {properties.Count} properties; it may have {Properties}");
        }

        var bytes = 4 + (2 * (entity.PartitionKey.Length + entity.RowKey.Length))
            + properties.Sum(p => 8 + (2 * p.Key.Length) + SizeOf(entity, p.Key, p.Value));
        if (bytes > EntityBytes)
        {
            throw Exceeded(entity, $"has {bytes} bytes; it may have {EntityBytes}");
        }
    }

    private static int SizeOf(TableEntity entity, string name, object value) => value switch
    {
        string { Length: > TextCharacters } text => throw Exceeded(entity, $"has {text.Length} characters in {name}; it may have {TextCharacters}"),
        byte[] { Length: > BinaryBytes } binary => throw Exceeded(entity, $"has {binary.Length} bytes in {name}; it may have {BinaryBytes}"),
        DateTimeOffset time when time < Earliest => throw Exceeded(entity, $"has a date before {Earliest:yyyy} in {name}"),
        string text => 4 + (2 * text.Length),
        byte[] binary => 4 + binary.Length,
        bool => 1,
        int => 4,
        long or double or DateTimeOffset => 8,
        _ => throw new ArgumentException($"{name} is of a type that no row here holds: {value.GetType()}", nameof(value)),
    };

    private static StorageLimitException Exceeded(TableEntity entity, string what) =>
        new($"The row {entity.RowKey} of {entity.PartitionKey} {what}. Nothing was written.");
}
