using Alerts.Cases;

namespace Alerts.Extract.Evaluation;

/// <summary>What became of one prediction.</summary>
public enum Verdict
{
    Right,

    /// <summary>It meets a row that is neither owed nor wrong.</summary>
    Ignored,
    Wrong,
}

/// <param name="Event">What the extractor said.</param>
/// <param name="Verdict">How it was judged.</param>
/// <param name="Expected">The row it meets.</param>
/// <param name="Trap">The trap it sprang.</param>
public sealed record Judged(CaseEvent Event, Verdict Verdict, ExpectedRow? Expected, TrapRow? Trap);

/// <param name="Row">What nothing met.</param>
/// <param name="Reason">Why: the reason its candidate was turned down for, <c>given to …</c>, or <c>unread</c> when no words of the sentence were understood as such an event.</param>
public sealed record Missed(ExpectedRow Row, string Reason);

/// <param name="Row">The article.</param>
/// <param name="Predictions">Each prediction with its verdict.</param>
/// <param name="Missed">Rows that nothing met.</param>
public sealed record RowScore(CorpusRow Row, IReadOnlyList<Judged> Predictions, IReadOnlyList<Missed> Missed);

/// <summary>
/// Holds predictions against a corpus row. A prediction is right when case and type meet a row not yet taken, its quote overlaps that
/// row's or its date agrees (one is a prefix of the other), and it does not rest on a trap's sentence.
/// </summary>
public static class Scoring
{
    public static RowScore Score(CorpusRow row, Extraction extraction)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(extraction);
        var text = Collapse(row.Title + "\n" + row.Text);
        var open = extraction.Events.ToList();
        var judged = new List<Judged>();
        var untaken = row.Expected.ToList();

        // The closest pairs first, so that one event told twice does not take the other's row.
        foreach (var (found, expected) in open
            .SelectMany(_ => untaken, (found, expected) => (Found: found, Expected: expected, Fit: Fit(text, row, found, expected)))
            .Where(p => p.Fit > 0).OrderByDescending(p => p.Fit).Select(p => (p.Found, p.Expected)).ToList())
        {
            if (open.Contains(found) && untaken.Contains(expected))
            {
                open.Remove(found);
                untaken.Remove(expected);
                judged.Add(new Judged(found, Verdict.Right, expected, null));
            }
        }

        foreach (var found in open)
        {
            var optional = row.Optional.FirstOrDefault(o => Fit(text, row, found, o) > 0);
            judged.Add(optional is not null
                ? new Judged(found, Verdict.Ignored, optional, null)
                : new Judged(found, Verdict.Wrong, null, row.Traps.FirstOrDefault(t => RestsOn(text, found, t))));
        }

        return new RowScore(row, judged, untaken.ConvertAll(expected => new Missed(expected, Reason(text, expected, extraction))));
    }

    private static string Reason(string text, ExpectedRow missed, Extraction extraction)
    {
        var refused = extraction.TurnedDown.Where(t => Word.Of(t.Type) == missed.Type && Overlaps(text, t.Quote, missed.Quote)).ToList();
        return refused.Find(t => t.CaseId == missed.Case)?.Reason
            ?? (extraction.Events.FirstOrDefault(e => Word.Of(e.Type) == missed.Type && Overlaps(text, e.Evidence.Quote, missed.Quote)) is { } other ? $"given to {other.CaseId}" : null)
            ?? refused.FirstOrDefault()?.Reason ?? "unread";
    }

    private static int Fit(string text, CorpusRow row, CaseEvent found, ExpectedRow expected)
    {
        if (found.CaseId != expected.Case || Word.Of(found.Type) != expected.Type)
        {
            return 0;
        }

        var overlap = Overlaps(text, found.Evidence.Quote, expected.Quote);
        var date = found.Date?.ToString();
        var agrees = date is not null && expected.Date is not null && Agree(date, expected.Date);
        return (!overlap && !agrees) || row.Traps.Any(t => RestsOn(text, found, t) && !overlap)
            ? 0
            : (overlap ? 2 : 0) + (agrees ? 2 : 0) + (date == expected.Date ? 1 : 0) + (found.Term == expected.Term ? 1 : 0);
    }

    public static bool Agree(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
    }

    private static bool RestsOn(string text, CaseEvent found, TrapRow trap) =>
        trap.Case == found.CaseId && trap.Type == Word.Of(found.Type) && Overlaps(text, found.Evidence.Quote, trap.Quote);

    private static bool Overlaps(string text, string one, string other)
    {
        one = Collapse(one);
        other = Collapse(other);
        for (var a = text.IndexOf(one, StringComparison.Ordinal); a >= 0; a = text.IndexOf(one, a + 1, StringComparison.Ordinal))
        {
            for (var b = text.IndexOf(other, StringComparison.Ordinal); b >= 0; b = text.IndexOf(other, b + 1, StringComparison.Ordinal))
            {
                if (a < b + other.Length && b < a + one.Length)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
