using System.Buffers;

namespace Alerts.Watch;

/// <summary>Reads a body up to a size, counted after decompression.</summary>
internal static class BoundedBody
{
    private const int Piece = 64 * 1024;

    /// <returns>The body, or null when it is larger.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int maxBytes, Patience patience)
    {
        if (content.Headers.ContentLength > maxBytes)
        {
            return null;
        }

        var (body, whole) = await ReadPiecesAsync(content, maxBytes, patience);
        return whole ? body : null;
    }

    /// <returns>The body, or as much of its beginning.</returns>
    public static async Task<byte[]> ReadStartAsync(HttpContent content, int maxBytes, Patience patience) =>
        (await ReadPiecesAsync(content, maxBytes, patience)).Body;

    private static async Task<(byte[] Body, bool Whole)> ReadPiecesAsync(HttpContent content, int maxBytes, Patience patience)
    {
        // What the client unfolded is named no more; what is left was never asked for, or was folded twice.
        if (content.Headers.ContentEncoding.Any(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidDataException("The body has a content coding that was not asked for.");
        }

        await using var stream = await content.ReadAsStreamAsync(patience.Token);
        using var body = new MemoryStream();
        var total = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            while (await stream.ReadAsync(buffer.AsMemory(0, Piece), patience.Token) is var read && read > 0)
            {
                patience.Renew();
                await body.WriteAsync(buffer.AsMemory(0, (int)Math.Min(read, maxBytes - body.Length)), patience.Token);
                total += read;
                if (total > maxBytes)
                {
                    return (body.ToArray(), false);
                }
            }

            return (body.ToArray(), true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
