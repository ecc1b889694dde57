using System.Buffers;
using System.Text.RegularExpressions;

namespace Alerts.Read;

/// <summary>
/// What a page says differently each time it is asked, though nobody wrote anything: counters, times told from now, when it was made, today's date.
/// None of it is news, so none of it is part of a content hash.
/// </summary>
internal static partial class Volatile
{
    /// <summary>Characters; counters and stamps stand in short lines, longer ones are prose and stay as they are.</summary>
    private const int LongestLine = 160;

    /// <summary>Characters; what stands in front of the first line so long is a page's head.</summary>
    private const int ProseFrom = 40;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Is there nothing else in it?</summary>
    public static bool Is(string line) => !Without(line).Any(char.IsLetterOrDigit);

    /// <returns>The text of the blocks that does not change by itself.</returns>
    public static IEnumerable<string> Without(IReadOnlyList<Block> blocks)
    {
        var head = blocks.TakeWhile(b => b.Text.Length < ProseFrom).Count();
        return blocks.Where((b, i) => i >= head || !Day().IsMatch(b.Text)).Select(b => Without(b.Text)).Where(t => t.Any(char.IsLetterOrDigit));
    }

    private static string Without(string line) => line.Length > LongestLine || !line.AsSpan().ContainsAny(Digits) ? line : Phrase().Replace(Stamp().Replace(line, ""), "");

    /// <summary>A date and nothing else, in any language: a day and a year among no more words than weekday and month, with what joins them.</summary>
    [GeneratedRegex(@"^(?=.*\b(?:19|20)\d\d\b)(?=.*\b\d{1,2}\b)(?:[\d\W]*\p{L}+){0,4}[\d\W]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    /// <summary>When the page was made or looked at; all that follows in the line belongs to it.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:this )?page (?:was )?)?(?:retrieved|accessed|generated|rendered|printed|last (?:updated|checked|refreshed|modified)|updated|current (?:date|time)|today is|now online|online now|сейчас на сайте|сегодня|обновлено|последнее обновление|страница (?:создана|обновлена)|текущее время|consultado|actualizado|última actualización|hoy es|généré|consulté|mis à jour|dernière mise à jour|nous sommes)\b(?=[^.!?]{0,20}\d)[^!?]{0,60}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Stamp();

    /// <summary>A count of readers and what they do, on either side of its name; a time told from now.</summary>
    [GeneratedRegex(
        """
        \d[\d\s.,]*[km]?\s*(?:page\s?views?|views?|reads|readers|visits?|visitors?|hits|comments?|replies|shares|likes|downloads
            |просмотр\w*|прочтени\w*|посетител\w*|комментари\w*|vistas|visitas|lecturas|comentarios?|vues|lectures|visites|commentaires?|partages)\b
        |(?:page\s?views?|views?|reads|readers|visits?|visitors?|hits|comments?|replies|shares|likes|downloads
            |просмотр\w*|прочтени\w*|посетител\w*|комментари\w*|прочитано|vistas|visitas|lecturas|comentarios|vues|lectures|visites|commentaires|partages)\s*[:(]\s*\d[\d\s.,]*[km]?\)?
        |(?:\b(?:updated|published|posted|обновлено|опубликовано|actualizado|publicado|publié|mis\s+à\s+jour)\s+)?
        (?:\d+\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?)\s+ago
            |\d+\s*(?:секунд\w*|сек\.?|минут\w*|мин\.?|час\w*|дн\w+|день|недел\w+|месяц\w*|лет|год\w*)\s+назад
            |hace\s+\d+\s*(?:segundos?|minutos?|min|horas?|h|días?|semanas?|mes(?:es)?|años?)\b
            |il\s+y\s+a\s+\d+\s*(?:secondes?|minutes?|min|heures?|h|jours?|semaines?|mois|ans?)\b)
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Phrase();
}
