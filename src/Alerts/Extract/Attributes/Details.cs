using Alerts.Cases;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Roles;
using Alerts.Extract.Tokens;
using Alerts.Extract.Triggers;

namespace Alerts.Extract.Attributes;

/// <summary>Term and detail of an event, from the words of its clause.</summary>
internal sealed class Details(LanguagePack pack, Passage passage, IReadOnlyList<Chunk> chunks, Grammar grammar)
{
    /// <param name="trigger">What was set off.</param>
    /// <param name="at">Its chunk.</param>
    /// <param name="end">The token behind the clause.</param>
    /// <param name="wide">The token behind what hangs on the clause.</param>
    public (string? Term, string? Detail) Of(Trigger trigger, int at, int end, int wide)
    {
        var first = chunks[at].First;
        var term = trigger.Type == CaseEventType.Banned ? OfBan(trigger, at, end)
            : trigger.Type == CaseEventType.SentenceChanged && OfChange(first, end) is { } changed ? changed
            : trigger.Type == CaseEventType.OrgClosed ? OfSuspension(at, end)
            : pack.HeadFirst && trigger.Type == CaseEventType.SentenceChanged ? Changed(first, wide)?.ToString()
            : HasTerm(trigger.Type) && (TermReader.First(passage.Tokens, first, end) ?? InFront(trigger, at, first, end) ?? (trigger.NeedsTerm ? TermReader.First(passage.Tokens, first, wide) : null)) is { } found ? found.Term.ToString()
            : null;
        // "four and six years respectively": whose is which is not settled by the clause alone.
        term = Respectively(first, end) ? null : term;
        return (term, Detail(trigger.Type, chunks[Opening(grammar.ClauseStart(at))].First, wide));
    }

    /// <summary>"Having served his term, X was freed": what opens the sentence belongs to it.</summary>
    private int Opening(int start) =>
        start > 0 && pack.IsPlain && chunks[start - 1].Kind == ChunkKind.Verb && (chunks[start - 1].Forms & VerbForm.Gerund) != 0 && grammar.ClauseStart(start - 1) is 0 and var opening ? opening : start;

    /// <summary>"a three-year ban" beside a sentence has its own length; "banned from leading a party for ten years" may have a verb before it.</summary>
    private string? OfBan(Trigger trigger, int at, int end)
    {
        var tokens = passage.Tokens;
        if (trigger.State)
        {
            for (var i = chunks[at].First; i < end; i++)
            {
                if (TermReader.At(tokens, i, end) is { } own && own.End < end && tokens[own.End].Lexeme.Noun is { } noun && noun.Triggers.Count == 0 && noun.Lemma == trigger.With.First?.Words[0]?.Form)
                {
                    return own.Term.ToString();
                }
            }

            return null;
        }

        var next = grammar.ClauseEnd(at);
        if (next < chunks.Count && chunks[next].Kind == ChunkKind.Verb && (chunks[next].IsInfinitive || (chunks[next].Forms & (VerbForm.Gerund | VerbForm.Infinitive)) != 0))
        {
            end = chunks[Math.Min(grammar.ClauseEnd(next), chunks.Count) - 1].End;
        }

        return (TermReader.First(tokens, chunks[at].First, end) ?? (pack.MarksCase ? TermReader.First(tokens, chunks[grammar.ClauseStart(at)].First, chunks[at].First) : null))?.Term.ToString();
    }

    private bool Respectively(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (passage.Tokens[i].Is(WordClass.Respectively))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Behind a colon, or in front of its verb, where a language puts it there.</summary>
    private (Term Term, int End)? InFront(Trigger trigger, int at, int first, int end) => pack.MarksCase ? AfterColon(end) ?? TermReader.First(passage.Tokens, chunks[grammar.ClauseStart(at)].First, first)
        : trigger.NeedsTerm || (pack.IsPlain && trigger.Type == CaseEventType.Sentenced && trigger.Object.Count > 0) ? TermReader.First(passage.Tokens, chunks[grammar.ClauseStart(at)].First, first)
        : null;

    /// <summary>"вынес приговор: пять лет колонии".</summary>
    private (Term Term, int End)? AfterColon(int end) =>
        end + 1 < passage.Tokens.Count && passage.Tokens[end].IsMark(':') ? TermReader.At(passage.Tokens, end + 1, passage.Tokens.Count) : null;

    /// <summary>"from nine years to seven": what it was changed to.</summary>
    private string? OfChange(int first, int end)
    {
        for (var i = first; i + 1 < end; i++)
        {
            var tokens = passage.Tokens;
            if (!tokens[i].Is(WordClass.Until) && (!pack.IsPlain || !tokens[i].Is(WordClass.Infinitive)))
            {
                continue;
            }

            if (TermReader.At(tokens, i + 1, end) is { } found)
            {
                return found.Term.ToString();
            }

            // "from five years to three": the unit is told once.
            var count = tokens[i + 1].Kind == TokenKind.Number ? tokens[i + 1].Number : tokens[i + 1].Is(WordClass.NumberWord) ? (int)tokens[i + 1].Lexeme.Value : 0;
            if (count > 0 && TermReader.First(tokens, chunks[0].First, i) is { } old)
            {
                return (old.Term.Years > 0 ? new Term(count, 0, 0) : old.Term.Months > 0 ? new Term(0, count, 0) : new Term(0, 0, count)).ToString();
            }
        }

        return null;
    }

    /// <summary>"suspended it for six months", "suspendu deux mois"; "for two months blocked" where the language may put it in front. No age: "closed the 20-year-old paper".</summary>
    private string? OfSuspension(int at, int end)
    {
        if (pack.MarksCase)
        {
            return TermReader.First(passage.Tokens, chunks[grammar.ClauseStart(at)].First, end)?.Term.ToString();
        }

        var tokens = passage.Tokens;
        for (var i = chunks[at].End; i < end; i++)
        {
            if ((i == chunks[at].End || (tokens[i - 1].Is(WordClass.Preposition) && !tokens[i - 1].Is(WordClass.After))) && TermReader.First(tokens, i, end) is { } found && TermReader.At(tokens, i, end)?.End == found.End)
            {
                return found.Term.ToString();
            }
        }

        return null;
    }

    /// <summary>The new length of "de ocho años a cinco años".</summary>
    private Term? Changed(int first, int end)
    {
        if (TermReader.First(passage.Tokens, first, end) is not { } old)
        {
            return null;
        }

        return old.End + 1 < end && passage.Tokens[old.End].Is(WordClass.ObjectMarker | WordClass.Preposition) && TermReader.At(passage.Tokens, old.End + 1, end) is { } changed ? changed.Term : old.Term;
    }

    private static bool HasTerm(CaseEventType type) => type is CaseEventType.Sentenced or CaseEventType.SentenceChanged or CaseEventType.Banned;

    private string? Detail(CaseEventType type, int from, int end)
    {
        if (!pack.Details.TryGetValue(type, out var book))
        {
            return null;
        }

        for (var i = from; i < end; i++)
        {
            if (book.At(passage.Tokens, i, end).Meaning is { } detail)
            {
                return detail;
            }
        }

        return null;
    }
}
