using Alerts.Cases;
using Alerts.Extract.Languages;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Mentions;

/// <summary>
/// Decides which name matches mean a watched case, now that the whole document is known: a bare surname only where the document makes
/// the person clear, never as part of another name, and of two who share it the one the document is about.
/// </summary>
internal sealed class MentionJudge
{
    private const double Sure = 1, Known = 0.97, Short = 0.92, Unsure = 0.6;

    private readonly List<(Passage Passage, Candidate Candidate)> candidates = [];
    private readonly HashSet<string> full = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> fullCount = new(StringComparer.Ordinal);
    private string? topic;

    public void Judge(IReadOnlyList<Passage> passages, LanguagePack pack, CaseIndex index)
    {
        var finder = new MentionFinder(pack, index);
        foreach (var passage in passages)
        {
            foreach (var candidate in finder.Find(passage.Text, passage.Tokens))
            {
                candidates.Add((passage, candidate));
                if (candidate.Name.Words > 1)
                {
                    var id = candidate.Name.Case.Id;
                    full.Add(id);
                    fullCount[id] = fullCount.GetValueOrDefault(id) + 1;
                    topic ??= passage.IsTitle && candidate.Name.Case.Kind == CaseKind.Person ? id : null;
                }
            }
        }

        foreach (var group in candidates.GroupBy(c => c.Passage))
        {
            group.Key.Mentions = [.. group.GroupBy(c => c.Candidate.First).SelectMany(same => Held(group.Key, [.. same.Select(c => c.Candidate)]))];
        }

        // Who else is named matters only beside somebody watched.
        foreach (var passage in passages.Any(p => p.Mentions.Count > 0) ? passages : [])
        {
            OtherNames.AddTo(passage);
        }
    }

    private IEnumerable<Mention> Held(Passage passage, List<Candidate> same)
    {
        var sole = same.Count == 1 ? same : Preferred(same);
        foreach (var candidate in sole)
        {
            if (Certainty(passage, candidate) is var certainty and > 0)
            {
                yield return Of(passage, candidate, sole.Count > 1 ? Math.Min(certainty, 0.3) : certainty);
            }
        }
    }

    /// <summary>Of several who share a name: the one in the title, else whose alias it is, else the only one whose full name the document has.</summary>
    private List<Candidate> Preferred(List<Candidate> same)
    {
        var titled = same.FindAll(c => c.Name.Case.Id == topic);
        if (titled.Count == 1)
        {
            return titled;
        }

        // One has it written among the aliases, the other only ends in it.
        if (same.FindAll(c => c.Name.Origin != NameOrigin.Surname && full.Contains(c.Name.Case.Id)) is [var given])
        {
            return [given];
        }

        var named = same.FindAll(c => full.Contains(c.Name.Case.Id));
        return named.Count > 0 ? named : same;
    }

    private double Certainty(Passage passage, Candidate candidate)
    {
        var name = candidate.Name;
        if (name.Words > 1)
        {
            return Sure;
        }

        var neighbours = Neighbours(passage, candidate);
        if (neighbours == 0)
        {
            return 0;
        }

        var known = full.Contains(name.Case.Id);
        if (name.Origin == NameOrigin.Surname)
        {
            return known ? Known * neighbours : 0;
        }

        return neighbours * (known ? Known : name.Case.Kind != CaseKind.Person || name.Case.Name.IndexOf(' ', StringComparison.Ordinal) < 0 ? Short : Unsure);
    }

    /// <returns>0 where the words beside it make it part of another name.</returns>
    private static double Neighbours(Passage passage, Candidate candidate)
    {
        var tokens = passage.Tokens;
        var next = candidate.End < tokens.Count ? tokens[candidate.End] : Token.None;
        if (candidate.End < tokens.Count && !tokens[candidate.End - 1].Possessive && IsNamePart(next) && candidate.Name.Case.Kind == CaseKind.Person
            && passage.Kind != Read.BlockKind.Heading)
        {
            return 0;
        }

        if (candidate.First == 0)
        {
            return 1;
        }

        var before = tokens[candidate.First - 1];
        if (!IsNamePart(before) || before.Possessive)
        {
            return 1;
        }

        var opens = candidate.First == 1 || tokens[candidate.First - 2].Kind == TokenKind.Mark;
        return candidate.Name.Case.Kind != CaseKind.Person ? 0.9 : opens && !IsSurname(passage, candidate) ? 0.85 : 0;
    }

    /// <summary>A surname can follow somebody else's first name; the one name that somebody goes by cannot.</summary>
    private static bool IsSurname(Passage passage, Candidate candidate) =>
        candidate.Name.Origin == NameOrigin.Surname || candidate.Name.Case.Name.EndsWith(new string(passage.Word(candidate.First)), StringComparison.OrdinalIgnoreCase);

    private static bool IsNamePart(Token token) => token.Kind == TokenKind.Word && token.Upper && token.Lexeme == Lexeme.Unknown;

    private static Mention Of(Passage passage, Candidate candidate, double certainty) => new()
    {
        First = candidate.First,
        End = candidate.End,
        Case = candidate.Name.Case,
        Kind = candidate.Name.Case.Kind switch { CaseKind.Person => NounKind.Person, CaseKind.Organization => NounKind.Organization, _ => NounKind.Law },
        Certainty = certainty,
        Features = candidate.Features & Feature.AnyCase,
        IsFull = candidate.Name.Words > 1,
        Key = Folding.Name(new string(passage.Word(candidate.End - 1))),
    };
}
