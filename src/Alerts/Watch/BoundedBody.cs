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

        await using var stream = await content.ReadAsStreamAsync(patience.Token);
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            while (await stream.ReadAsync(buffer.AsMemory(0, Piece), patience.Token) is var read && read > 0)
            {
                patience.Renew();
                if (body.Length + read > maxBytes)
                {
                    return null;
                }

                await body.WriteAsync(buffer.AsMemory(0, read), patience.Token);
            }

            return body.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
