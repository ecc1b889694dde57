using Azure;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>Rows of one partition to be written all or none (an entity group transaction), held to the limits of the service.</summary>
internal sealed class EntityGroup(string partitionKey)
{
    /// <summary>As many rows as one transaction holds.</summary>
    public const int Most = 100;

    /// <summary>Request line, headers, column names and numbers of one row in the batch.</summary>
    private const int RowOverhead = 1024;

    private const int MostBytes = 4 * 1024 * 1024;

    private readonly Dictionary<string, TableTransactionAction> actions = [];
    private int bytes;

    public IReadOnlyCollection<TableTransactionAction> Actions => actions.Values;

    /// <summary>The row whose version says whether the group may be written; null where none minds its version.</summary>
    public TableEntity? Guard { get; private set; }

    /// <exception cref="StorageLimitException">It would no longer fit into one transaction.</exception>
    public EntityGroup Add(TableTransactionActionType type, TableEntity row, ETag etag = default)
    {
        EntityLimits.Check(row);
        bytes += Payload(row);
        if (row.PartitionKey != partitionKey)
        {
            throw new StorageLimitException($"The row {row.RowKey} belongs to {row.PartitionKey}; a transaction of {partitionKey} holds only its own rows.");
        }

        if (!actions.TryAdd(row.RowKey, new TableTransactionAction(type, row, etag)))
        {
            throw new StorageLimitException($"The row {row.RowKey} of {partitionKey} comes twice in one transaction.");
        }

        Guard = etag == default || etag == ETag.All ? Guard : row;
        return actions.Count <= Most && bytes <= MostBytes
            ? this
            : throw new StorageLimitException(
                $"More than {Most} rows or {MostBytes / 1024 / 1024} MiB of {partitionKey} would change at once. Nothing was written; save in smaller steps.");
    }

    /// <summary>Bytes on the wire, where the client escapes quotation marks and every character beyond ASCII as <c>\u0022</c>.</summary>
    private static int Payload(TableEntity row) => RowOverhead + row.Sum(column => column.Value switch
    {
        string text => text.Sum(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '.' or ':' or ';' or '-' or '/' or '_' ? 1 : 6),
        byte[] binary => binary.Length / 3 * 4,
        _ => 0,
    });
}
