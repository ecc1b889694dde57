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
