namespace Alerts.Read;

/// <summary>What reading one PDF may cost. The parser cannot be stopped and swallows exceptions, so what was overspent is remembered here.</summary>
internal sealed class PdfBudget
{
    /// <summary>Bytes of all streams, each as often as it is read; a document of hundreds of pages stays below.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    private const int MostStreams = 20_000;

    /// <summary>Bytes of what pages and forms draw, each as often as it is parsed: a second or two.</summary>
    private const long MostDrawn = 24 * 1024 * 1024;

    /// <summary>Steps of drawing, of some microseconds: a letter takes one.</summary>
    private const long MostSteps = 5_000_000;

    private long bytes;
    private long drawn;
    private long steps;
    private int streams;

    /// <summary>Did the document ask for more than one made for people does?</summary>
    public bool IsSpent { get; private set; }

    /// <exception cref="InvalidDataException">The document's streams hold too many bytes.</exception>
    public void SpendBytes(long size) => Spend(ref bytes, size, MostBytes);

    /// <exception cref="InvalidDataException">The document reads its streams too often.</exception>
    public void SpendStream()
    {
        if (++streams > MostStreams)
        {
            Refuse();
        }
    }

    /// <exception cref="InvalidDataException">The document's pages and forms hold too many operators.</exception>
    public void SpendDrawn(long size) => Spend(ref drawn, size, MostDrawn);

    /// <exception cref="InvalidDataException">The document draws too much.</exception>
    public void SpendSteps(long count) => Spend(ref steps, count, MostSteps);

    /// <exception cref="InvalidDataException">Always.</exception>
    public void Refuse()
    {
        IsSpent = true;
        throw new InvalidDataException("The document asks for more work than one made for people.");
    }

    private void Spend(ref long spent, long more, long most)
    {
        spent += Math.Max(more, 0);
        if (spent > most)
        {
            Refuse();
        }
    }
}
