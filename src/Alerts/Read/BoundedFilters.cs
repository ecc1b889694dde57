using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Alerts.Read;

/// <summary>
/// What a PDF's streams may cost. Each stream that is read asks here for its filters, so one that unfolds to gigabytes ends here.
/// For one document.
/// </summary>
internal sealed class BoundedFilters(PdfBudget budget) : IFilterProvider
{
    /// <summary>Bytes in a coding whose unfolded size cannot be told without unfolding it.</summary>
    private const int MostFolded = 256 * 1024;

    public PdfBudget Budget { get; } = budget;

    /// <exception cref="InvalidDataException">The document's streams are more, or larger, than those of one made for people.</exception>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        Budget.SpendStream();
        Budget.SpendBytes(dictionary.Data.TryGetValue(NameToken.Length, out var length) && length is NumericToken number ? number.Long : 0);
        return Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new Filter(f, Budget))];

    private sealed class Filter(IFilter inner, PdfBudget budget) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is FlateFilter)
            {
                Unfold(input, budget);
            }
            else if (inner is LzwFilter or RunLengthFilter && input.Length > MostFolded)
            {
                budget.Refuse();
            }

            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }

    /// <summary>Counts what comes out without keeping it; broken data is left to the filter.</summary>
    private static void Unfold(Memory<byte> folded, PdfBudget budget)
    {
        using var stream = new ZLibStream(new MemoryStream(folded.ToArray()), CompressionMode.Decompress);
        var piece = new byte[64 * 1024];
        while (Read(stream, piece) is var read and > 0)
        {
            budget.SpendBytes(read);
        }
    }

    private static int Read(ZLibStream stream, byte[] piece)
    {
        try
        {
            return stream.Read(piece);
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }
}
