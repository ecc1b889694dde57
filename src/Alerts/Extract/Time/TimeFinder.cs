using Alerts.Extract.Languages;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Time;

/// <summary>Finds the expressions of time in a sentence; what day they mean is for <see cref="TimeLine"/>.</summary>
internal sealed partial class TimeFinder(LanguagePack pack, List<Token> tokens)
{
    public List<TimeExpression> Find(Sentence sentence)
    {
        var found = new List<TimeExpression>();
        for (var i = sentence.First; i < sentence.End;)
        {
            if (At(i, sentence) is { } time)
            {
                found.Add(time);
                i = time.End;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private TimeExpression? At(int at, Sentence sentence)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Mark)
        {
            return null;
        }

        return token.Kind == TokenKind.Number ? Numeric(at, sentence) ?? DayFirst(at, sentence) ?? Year(at, sentence) ?? Distance(at, sentence)
            : token.Is(WordClass.Weekday) ? IsAny(at, sentence) ? null : OnWeekday(at, sentence)
            : token.Is(WordClass.Month) ? MonthFirst(at, sentence)
            : pack.HeadFirst && token.Is(WordClass.Unit) && token.Lexeme.Unit == 'D' && DayAlone(at, sentence) is { } alone ? alone
            : token.Is(WordClass.Last | WordClass.This | WordClass.Next) ? Phrase(at, sentence) ?? Near(at, sentence)
            : Distance(at, sentence) ?? Phrase(at, sentence) ?? Ordinal(at, sentence);
    }

    /// <summary>"a Sunday in June".</summary>
    private bool IsAny(int weekday, Sentence sentence) => weekday > sentence.First && tokens[weekday - 1].Is(WordClass.Indefinite);

    /// <summary>"on the 24th": of the month that is told of.</summary>
    private TimeExpression? Ordinal(int at, Sentence sentence) =>
        pack.IsPlain && tokens[at].Is(WordClass.Definite) && at > sentence.First && tokens[at - 1].Is(WordClass.DatePreposition) && at + 1 < sentence.End && tokens[at + 1].Number is >= 1 and <= 31 and var day
        && tokens[at + 1].End - tokens[at + 1].Start > (day < 10 ? 1 : 2) && (at + 2 == sentence.End || tokens[at + 2].Kind == TokenKind.Mark || tokens[at + 2].Is(WordClass.Preposition | WordClass.And | WordClass.Subordinator))
            ? new TimeExpression(at, at + 2) { Day = day } : null;

    /// <summary>"3 May 2014", "3 of May", "3rd May".</summary>
    private TimeExpression? DayFirst(int at, Sentence sentence)
    {
        var next = Skip(at + 1, sentence.End);
        if (tokens[at].Number is not (>= 1 and <= 31) || next >= sentence.End)
        {
            return null;
        }

        // "2 to 6 November" begins on the 2nd; "10 and 24 October" is two days.
        if (at + 3 < sentence.End && tokens[at + 2].Number > tokens[at].Number && (tokens[at + 1].IsMark('-') || tokens[at + 1].IsMark('–') || tokens[at + 1].Is(WordClass.Infinitive | WordClass.And | WordClass.ObjectMarker | WordClass.DatePreposition)) && DayFirst(at + 2, sentence) is { } last)
        {
            return last with { First = at, Day = tokens[at].Number, End = tokens[at + 1].Is(WordClass.And) ? at + 1 : last.End };
        }

        if (!IsMonth(next, true))
        {
            return null;
        }

        return WithYear(new TimeExpression(at, next + 1) { Day = tokens[at].Number, Month = (int)tokens[next].Lexeme.Value }, sentence);
    }

    /// <summary>"May 3, 2014", "May 3", "May 2014", "May of 2014"; a bare month needs a word of time before it.</summary>
    private TimeExpression? MonthFirst(int at, Sentence sentence, bool dated = false)
    {
        var next = at + 1;
        var isDay = next < sentence.End && tokens[next].Number is >= 1 and <= 31 && !tokens[next].IsMark('.')
            && !(next + 1 < sentence.End && tokens[next + 1].Is(WordClass.Unit | WordClass.Month));
        if (!IsMonth(at, dated || isDay || IsYear(Skip(next, sentence.End), sentence)))
        {
            return null;
        }

        var time = new TimeExpression(at, next) { Month = (int)tokens[at].Lexeme.Value };
        return WithYear(isDay ? time with { Day = tokens[next].Number, End = next + 1 } : time, sentence);
    }

    private TimeExpression WithYear(TimeExpression time, Sentence sentence)
    {
        var next = Skip(time.End, sentence.End);
        if (IsYear(next, sentence))
        {
            return time with { Year = tokens[next].Number, End = AfterFiller(next + 1, sentence.End) };
        }

        if (next < sentence.End && Phrase(next, sentence) is { FromEvent: true, Unit: 'Y' } told)
        {
            return time with { Unit = 'Y', Offset = told.Offset, FromEvent = true, End = told.End };
        }

        if (next + 1 < sentence.End && tokens[next].Is(WordClass.Unit) && tokens[next].Lexeme.Unit == 'Y' && tokens[next + 1].Is(WordClass.Last))
        {
            return time with { Unit = 'Y', Offset = -1, End = next + 2 };
        }

        if (next == time.End && next < sentence.End && pack.HeadFirst && tokens[next].Is(WordClass.Last))
        {
            return time with { End = next + 1 };
        }

        if (next < sentence.End && tokens[next].Is(WordClass.Last | WordClass.This) && Near(next, sentence) is { Unit: 'Y' } near)
        {
            return time with { Unit = 'Y', Offset = near.Offset, End = near.End };
        }

        return time;
    }

    private TimeExpression? Year(int at, Sentence sentence)
    {
        var filled = AfterFiller(at + 1, sentence.End);
        return IsYear(at, sentence) && (filled > at + 1 || (at > sentence.First && tokens[at - 1].Is(WordClass.DatePreposition)))
            ? new TimeExpression(at, filled) { Year = tokens[at].Number }
            : null;
    }

    /// <summary>"2014-05-03", "3/05/2014", "03.05.2014".</summary>
    private TimeExpression? Numeric(int at, Sentence sentence)
    {
        if (at + 4 >= sentence.End || tokens[at + 1].Kind != TokenKind.Mark || tokens[at + 1].Value != tokens[at + 3].Value || !tokens[at + 1].Glued
            || tokens[at + 1].Value is not ('-' or '/' or '.') || tokens[at + 2].Number is not (>= 1 and <= 12 and var month))
        {
            return null;
        }

        var (first, last) = (tokens[at].Number, tokens[at + 4].Number);
        return first is >= 1900 and <= 2100 && last is >= 1 and <= 31 ? new TimeExpression(at, at + 5) { Year = first, Month = month, Day = last }
            : last is >= 1900 and <= 2100 && first is >= 1 and <= 31 ? new TimeExpression(at, at + 5) { Year = last, Month = month, Day = first }
            : null;
    }

    /// <summary>"Tuesday", "last Tuesday", "Tuesday, 20 August 2013".</summary>
    private TimeExpression OnWeekday(int at, Sentence sentence)
    {
        var next = at + 1;
        while (next < sentence.End && next < at + 3 && tokens[next].Kind == TokenKind.Mark)
        {
            next++;
        }

        var weekday = (int)tokens[at].Lexeme.Value;
        if (pack.HeadFirst && at + 1 < sentence.End && tokens[at + 1].Number is >= 1 and <= 31 and var day && DayFirst(at + 1, sentence) is null && !(at + 2 < sentence.End && tokens[at + 2].Is(WordClass.Unit)))
        {
            return new TimeExpression(at, at + 2) { Weekday = weekday, Day = day };
        }

        return next < sentence.End && !tokens[next].Is(WordClass.Weekday) && At(next, sentence) is { Month: > 0 } date
            ? date with { First = at, Weekday = weekday }
            : new TimeExpression(at, at + (pack.HeadFirst && at + 1 < sentence.End && tokens[at + 1].Is(WordClass.Last) ? 2 : 1)) { Weekday = weekday };
    }

    /// <summary>"el día 1".</summary>
    private TimeExpression? DayAlone(int at, Sentence sentence) =>
        at + 1 < sentence.End && tokens[at + 1].Number is >= 1 and <= 31 and var day && DayFirst(at + 1, sentence) is null ? new TimeExpression(at, at + 2) { Day = day } : null;

    private int Counted(int at) => tokens[at].Number >= 0 ? tokens[at].Number : tokens[at].Is(WordClass.NumberWord) ? (int)tokens[at].Lexeme.Value : -1;

    private bool IsMonth(int at, bool dated)
    {
        var token = tokens[at];
        if (!token.Is(WordClass.Month))
        {
            return false;
        }

        var before = at > 0 ? tokens[at - 1] : Token.None;
        var plain = token.Lexeme.Verb is null && (token.Lexeme.Classes & ~(WordClass.Month | WordClass.Abbreviation)) == 0;
        return (plain && (dated || pack.MarksCase || pack.SmallMonths || token.Upper)) || (token.Upper && (dated || (at > 0 && before.Is(WordClass.DatePreposition | WordClass.Last | WordClass.This))));
    }

    private bool IsYear(int at, Sentence sentence) =>
        at < sentence.End && tokens[at].Kind == TokenKind.Number && tokens[at].End - tokens[at].Start == 4 && tokens[at].Number is >= 1900 and <= 2100;

    private int Skip(int at, int limit)
    {
        while (at < limit && (tokens[at].IsMark(',') || tokens[at].Is(WordClass.DateFiller)))
        {
            at++;
        }

        return at;
    }

    private int AfterFiller(int at, int limit)
    {
        if (at < limit && tokens[at].Is(WordClass.DateFiller) && tokens[at].Is(WordClass.Unit | WordClass.Abbreviation))
        {
            at++;
            if (at < limit && tokens[at].IsMark('.') && tokens[at].Glued && tokens[at - 1].End - tokens[at - 1].Start == 1)
            {
                at++;
            }
        }

        return at;
    }
}
