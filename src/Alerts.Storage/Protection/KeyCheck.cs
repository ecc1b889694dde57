using Alerts.Notify;
using Alerts.Storage.Tables;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Alerts.Storage.Protection;

/// <summary>What a key is to the addresses that are stored.</summary>
public enum KeyFit
{
    /// <summary>No address is stored: any key will do.</summary>
    NothingStored,
    Fits,

    /// <summary>They were stored with another key, or no key is given.</summary>
    ReadsNothing,
}

/// <summary>Holds a key against the addresses that are stored.</summary>
public static class KeyCheck
{
    /// <summary>One row that was altered does not speak for all.</summary>
    private const int Rows = 10;

    /// <param name="tables">Where they are; tables that are not there hold none.</param>
    /// <param name="key">The setting's value; null for none.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<KeyFit> OfAsync(TableServiceClient tables, string? key, CancellationToken cancellation)
    {
        var protector = Protector.TryOf(key);
        var fit = KeyFit.NothingStored;
        foreach (var name in (string[])[TableNames.Subscribers, TableNames.Endpoints])
        {
            foreach (var row in await FirstAsync(new Table(tables, name), cancellation))
            {
                if (protector is not null && Reads(protector, row))
                {
                    return KeyFit.Fits;
                }

                fit = KeyFit.ReadsNothing;
            }
        }

        return fit;
    }

    private static async Task<IReadOnlyList<TableEntity>> FirstAsync(Table table, CancellationToken cancellation)
    {
        try
        {
            return await table.QueryAsync(null, cancellation).Take(Rows).ToListAsync(cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == TableErrorCode.ResourceNotFound || missing.ErrorCode == "TableNotFound")
        {
            return [];
        }
    }

    private static bool Reads(Protector protector, TableEntity row)
    {
        try
        {
            protector.Unprotect(row.GetBinary(RecipientTable.Target), RecipientTable.Place(row.RowKey, RecipientTable.Target));
            return true;
        }
        catch (UnreadableRecipientException)
        {
            return false;
        }
    }
}
