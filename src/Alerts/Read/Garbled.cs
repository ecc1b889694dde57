namespace Alerts.Read;

/// <summary>Tells text from bytes read in the wrong charset.</summary>
public static class Garbled
{
    private const char Replacement = '\uFFFD';

    /// <summary>A page may hold a cut character or two; more, against all that is not ASCII, is another charset.</summary>
    private const int ToleratedDamage = 2;
    private const int ToleratedDamagePercent = 5;

    /// <summary>No Latin alphabet writes so many accented letters in a row; Cyrillic read as Western European does.</summary>
    private const int AccentsInARow = 4;

    public static bool IsGarbled(string text)
    {
        var (foreign, damaged, control, accents, inRows, row) = (0, 0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            foreign += c > '\u007F' ? 1 : 0;
            damaged += c == Replacement ? 1 : 0;
            control += char.IsControl(c) && !char.IsWhiteSpace(c) ? 1 : 0;
            var isAccent = c is >= '\u00C0' and <= '\u00FF';
            accents += isAccent ? 1 : 0;
            row = isAccent ? row + 1 : 0;
            inRows += row < AccentsInARow ? 0 : row == AccentsInARow ? AccentsInARow : 1;
        }

        return (damaged > ToleratedDamage && damaged * 100 > foreign * ToleratedDamagePercent)
            || control * 100 > text.Length
            || (accents > 0 && inRows * 2 > accents);
    }
}
