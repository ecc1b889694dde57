using System.Globalization;
using Alerts.Extract.Languages;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Time;

/// <summary>Times that are told by their distance: "last year", "two days ago", "the following June", "in the summer".</summary>
internal sealed partial class TimeFinder
{
    private TimeExpression? Phrase(int at, Sentence sentence)
    {
        var (meaning, end) = pack.Times.At(tokens, at, sentence.End);
        if (meaning is null)
        {
            return null;
        }

        // "il y a quinze jours", "al cabo de ocho meses": the length follows.
        if (meaning is "ago" or "later")
        {
            var counted = end < sentence.End ? Counted(end) : -1;
            return counted is >= 0 and <= 1200 && end + 1 < sentence.End && tokens[end + 1].Is(WordClass.Unit)
                ? Apart(at, end + 2, tokens[end + 1].Lexeme.Unit, meaning == "ago" ? -counted : counted, meaning == "later")
                : null;
        }

        var parts = meaning.Split(' ');
        if (parts[0] == "season")
        {
            return Season(at, end, int.Parse(parts[1], CultureInfo.InvariantCulture), sentence);
        }

        // "the following June", "the previous Monday".
        if (parts is ["following" or "preceding"])
        {
            var step = meaning == "following" ? 1 : -1;
            return end < sentence.End && tokens[end].Is(WordClass.Month) && MonthFirst(end, sentence, true) is { Year: 0 } month ? month with { First = at, FromEvent = true, Offset = step }
                : end < sentence.End && tokens[end].Is(WordClass.Weekday) ? new TimeExpression(at, end + 1) { Weekday = (int)tokens[end].Lexeme.Value, FromEvent = true, Offset = step }
                : null;
        }

        // "la veille du procès": not from what was told before.
        return pack.HeadFirst && parts.Length > 2 && parts[0] != "Y" && end < sentence.End && tokens[end].Is(WordClass.Owning)
            && (tokens[end].Is(WordClass.Definite) || (end + 1 < sentence.End && tokens[end + 1].Is(WordClass.Definite | WordClass.Owner))) ? null : new TimeExpression(at, end) { Unit = parts[0][0], Offset = int.Parse(parts[1], CultureInfo.InvariantCulture), FromEvent = parts.Length > 2 };
    }

    /// <summary>"in the summer", "last autumn", "the spring of 2020"; not "a summer school".</summary>
    private TimeExpression? Season(int at, int end, int month, Sentence sentence)
    {
        var time = WithYear(new TimeExpression(at, end) { Month = month, IsSeason = true }, sentence);
        return time.End > end || pack.MarksCase || (at > sentence.First && tokens[at - 1].Is(WordClass.DatePreposition | WordClass.Last | WordClass.This)) ? time : null;
    }

    /// <summary>"last year", "this month", "last March", "прошлого года".</summary>
    private TimeExpression? Near(int at, Sentence sentence)
    {
        if (at + 1 >= sentence.End)
        {
            return null;
        }

        var next = tokens[at + 1];
        var offset = tokens[at].Is(WordClass.Last) ? -1 : tokens[at].Is(WordClass.Next) ? 1 : 0;
        if (next.Is(WordClass.Unit) && next.Lexeme.Unit != 'H')
        {
            return new TimeExpression(at, at + 2) { Unit = next.Lexeme.Unit, Offset = offset };
        }

        if (next.Is(WordClass.Weekday))
        {
            return OnWeekday(at + 1, sentence) with { First = at, IsLast = offset < 0 };
        }

        // "last summer".
        if (Phrase(at + 1, sentence) is { IsSeason: true } season)
        {
            return season with { First = at, IsLast = offset < 0 };
        }

        return next.Is(WordClass.Month) && IsMonth(at + 1, true) && MonthFirst(at + 1, sentence, true) is { } time ? time with { First = at, IsLast = offset < 0 } : null;
    }

    /// <summary>"two days ago", "22 months ago", "two days later".</summary>
    private TimeExpression? Distance(int at, Sentence sentence)
    {
        // "спустя два дня", "через три недели".
        if (tokens[at].Is(WordClass.Later) && at + 2 < sentence.End && tokens[at + 2].Is(WordClass.Unit) && Counted(at + 1) is >= 0 and <= 1200 and var ahead)
        {
            return Apart(at, at + 3, tokens[at + 2].Lexeme.Unit, ahead, true);
        }

        var count = Counted(at);
        if (count is < 0 or > 1200 || at + 2 >= sentence.End || !tokens[at + 1].Is(WordClass.Unit))
        {
            return null;
        }

        // "un mes después de la muerte": not from what was told before.
        if (pack.HeadFirst && tokens[at + 2].Is(WordClass.Later) && at + 3 < sentence.End && tokens[at + 3].Is(WordClass.Owning | WordClass.Definite | WordClass.Owner | WordClass.ThatClause))
        {
            return null;
        }

        // "two years earlier", "deux ans plus tôt": before what was told.
        var unit = tokens[at + 1].Lexeme.Unit;
        var (ago, later) = (tokens[at + 2].Is(WordClass.Ago), tokens[at + 2].Is(WordClass.Later));
        return later && (ago || (at + 3 < sentence.End && tokens[at + 3].Is(WordClass.Ago))) ? Apart(at, at + (ago ? 3 : 4), unit, -count, true)
            : ago ? Apart(at, at + 3, unit, -count, false)
            : later ? Apart(at, at + 3, unit, count, true)
            : null;
    }

    /// <summary>Hours count by the day; fewer say nothing of the date.</summary>
    private static TimeExpression? Apart(int first, int end, char unit, int count, bool fromEvent) =>
        unit != 'H' ? new TimeExpression(first, end) { Unit = unit, Offset = count, FromEvent = fromEvent }
        : !fromEvent ? null
        : count % 24 == 0 ? new TimeExpression(first, end) { Unit = 'D', Offset = count / 24, FromEvent = true }
        : null;
}
