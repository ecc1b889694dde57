using Alerts.Cases;
using Alerts.Extract.Languages;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Mentions;

/// <summary>Finds the names of watched cases in the tokens of a block; which of them hold is for <see cref="MentionJudge"/>.</summary>
internal sealed class MentionFinder(LanguagePack pack, CaseIndex index)
{
    private const int LongestName = 16;
    private const int MostMarks = 4;

    private readonly List<Candidate> found = [];

    /// <summary>The longest match at each place; several cases may share it.</summary>
    public IEnumerable<Candidate> Find(string text, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count;)
        {
            found.Clear();
            if (tokens[i].Kind != TokenKind.Mark)
            {
                Walk(text, tokens, i, i, 0, Feature.AnyCase | Feature.Sg | Feature.Pl | Feature.AnyGender, 0);
            }

            if (found.Count == 0)
            {
                i++;
                continue;
            }

            foreach (var candidate in Longest())
            {
                yield return candidate;
                i = candidate.End;
            }
        }
    }

    private IEnumerable<Candidate> Longest()
    {
        var end = found.Max(f => f.End);
        return found.Where(f => f.End == end).DistinctBy(f => f.Name.Case.Id);
    }

    private void Walk(string text, List<Token> tokens, int first, int at, int node, Feature features, int depth)
    {
        if (depth >= LongestName || (at = depth > 0 ? OverMarks(tokens, at) : at) >= tokens.Count || tokens[at].Kind == TokenKind.Mark)
        {
            return;
        }

        var token = tokens[at];
        var word = text.AsSpan(token.Start, Math.Min(token.End - token.Start, Folding.Longest));
        Span<char> folded = stackalloc char[Folding.Longest * 3];
        var length = Folding.Name(word, folded);
        Step(text, tokens, first, at, node, features, depth, index.Find(folded[..length]), Feature.None);
        if (pack.Elisions.Count > 0 && word[^1] is '\'' or '’' && at + 1 < tokens.Count && tokens[at + 1].Glued)
        {
            // Names keep their apostrophe: "N'Guessan".
            length = Folding.Name(text.AsSpan(token.Start, Math.Min(tokens[at + 1].End - token.Start, Folding.Longest)), folded);
            Step(text, tokens, first, at + 1, node, features, depth, index.Find(folded[..length]), Feature.None);
        }

        if (!pack.BendsNames || token.Kind != TokenKind.Word || word.Length < 3)
        {
            return;
        }

        Span<char> changed = stackalloc char[Folding.Longest + 8];
        foreach (var ending in pack.NameEndingsIn(word[^1]))
        {
            if (word.Length > ending.Ending.Length + 1 && word.EndsWith(ending.Ending, StringComparison.OrdinalIgnoreCase))
            {
                var stem = word.Length - ending.Ending.Length;
                word[..stem].CopyTo(changed);
                ending.Base.CopyTo(changed[stem..]);
                length = Folding.Name(changed[..(stem + ending.Base.Length)], folded);
                Step(text, tokens, first, at, node, features, depth, index.Find(folded[..length]), ending.Features);
            }
        }

        if (word.IndexOfAny('-', '‑') is > 1 and var hyphen && hyphen + 2 < word.Length)
        {
            foreach (var ending in pack.NameEndingsIn(word[hyphen - 1]))
            {
                if (hyphen > ending.Ending.Length + 1 && word[..hyphen].EndsWith(ending.Ending, StringComparison.OrdinalIgnoreCase))
                {
                    Compound(text, tokens, first, at, node, features, depth, word, hyphen, ending);
                }
            }
        }
    }

    /// <summary>The token behind the few marks that may stand within a name: quotes, brackets, the point of an initial, the comma before a number.</summary>
    private static int OverMarks(List<Token> tokens, int at)
    {
        var end = at;
        while (end < tokens.Count && end - at < MostMarks
            && (tokens[end].IsMark('"') || tokens[end].IsMark('\'') || tokens[end].IsMark('(') || tokens[end].IsMark(')') || ((tokens[end].IsMark('.') || tokens[end].IsMark('-')) && tokens[end].Glued)
                || (tokens[end].IsMark(',') && end + 1 < tokens.Count && tokens[end + 1].Kind == TokenKind.Number)))
        {
            end++;
        }

        return end;
    }

    /// <summary>"Петрова-Водкина": both parts change together.</summary>
    private void Compound(string text, List<Token> tokens, int first, int at, int node, Feature features, int depth, ReadOnlySpan<char> word, int hyphen, NameEnding ending)
    {
        Span<char> changed = stackalloc char[Folding.Longest + 16];
        Span<char> folded = stackalloc char[Folding.Longest * 3];
        var stem = hyphen - ending.Ending.Length;
        word[..stem].CopyTo(changed);
        ending.Base.CopyTo(changed[stem..]);
        var front = stem + ending.Base.Length;
        var back = word[hyphen..];
        back.CopyTo(changed[front..]);
        var length = Folding.Name(changed[..Math.Min(front + back.Length, Folding.Longest)], folded);
        Step(text, tokens, first, at, node, features, depth, index.Find(folded[..length]), ending.Features);
        foreach (var other in pack.NameEndingsIn(back[^1]))
        {
            if (back.Length > other.Ending.Length + 2 && (other.Features & ending.Features & Feature.AnyCase) != 0 && back.EndsWith(other.Ending, StringComparison.OrdinalIgnoreCase))
            {
                other.Base.CopyTo(changed[(front + back.Length - other.Ending.Length)..]);
                length = Folding.Name(changed[..Math.Min(front + back.Length - other.Ending.Length + other.Base.Length, Folding.Longest)], folded);
                Step(text, tokens, first, at, node, features, depth, index.Find(folded[..length]), ending.Features & other.Features);
                back.CopyTo(changed[front..]);
            }
        }
    }

    private void Step(string text, List<Token> tokens, int first, int at, int node, Feature features, int depth, int word, Feature form)
    {
        if (word < 0 || index.Next(node, word) is not (>= 0 and var child))
        {
            return;
        }

        foreach (var name in index.NamesAt(child))
        {
            if (IsWritten(tokens, first, at + 1, name))
            {
                var own = form != Feature.None ? form : name.Case.Kind == CaseKind.Person || depth == 0 ? BaseForm(text, tokens[at], name.Case) : Feature.AnyCase;
                var shown = pack.MarksCase && name.Case.Kind != CaseKind.Person && tokens[first].Lexeme is { Noun: not null } noun ? noun.Features & Feature.AnyCase : Feature.None;
                found.Add(new Candidate(first, at + 1, name, shown != Feature.None ? shown : Things(name.Case, Agree(features, own))));
            }
        }

        Walk(text, tokens, first, at + 1, child, Agree(features, form != Feature.None ? form : FirstName(text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start))), depth + 1);
    }

    /// <summary>Of a thing of several words the first one bends; in its base form it is subject or object.</summary>
    private Feature Things(Case watched, Feature features) =>
        pack.MarksCase && watched.Kind != CaseKind.Person && (features & Feature.AnyCase) is Feature.AnyCase or Feature.Nom && char.IsAsciiLetter(watched.Name[0]) is false
            ? (features & ~Feature.AnyCase) | Feature.Nom | Feature.Acc
            : features;

    private static Feature Agree(Feature one, Feature other)
    {
        var cases = one & other & Feature.AnyCase;
        return (cases == 0 ? other & Feature.AnyCase : cases) | (one & ~Feature.AnyCase);
    }

    /// <summary>A name in its base form is a nominative where names change with their case; one that never changes could be any.</summary>
    private Feature BaseForm(string text, Token token, Case watched)
    {
        if (!pack.MarksCase || pack.IsIndeclinable(text.AsSpan(token.Start, token.End - token.Start)))
        {
            return Feature.AnyCase;
        }

        return watched.Kind == CaseKind.Person && pack.IsFeminine(watched) && !pack.HasFeminineEnding(text.AsSpan(0, token.End))
            ? Feature.AnyCase
            : Feature.Nom;
    }

    /// <summary>"Надежда" before a surname that never changes: a nominative.</summary>
    private Feature FirstName(ReadOnlySpan<char> word) => pack.MarksCase && pack.HasFeminineEnding(word) ? Feature.Nom : Feature.AnyCase;

    private static bool IsWritten(List<Token> tokens, int first, int end, IndexedName name)
    {
        if (!name.Capital)
        {
            return true;
        }

        if (name.Case.Kind == CaseKind.Law && name.Words > 1)
        {
            return true;
        }

        for (var i = first; i < end; i++)
        {
            if (tokens[i].Upper || tokens[i].Kind == TokenKind.Number)
            {
                return true;
            }
        }

        return false;
    }
}

/// <param name="First">First token.</param>
/// <param name="End">Token behind the last.</param>
/// <param name="Name">The indexed name it matches.</param>
/// <param name="Features">Grammatical cases its form allows.</param>
internal readonly record struct Candidate(int First, int End, IndexedName Name, Feature Features);
