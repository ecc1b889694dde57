using Alerts.Cases;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Roles;
using Alerts.Extract.Triggers;

namespace Alerts.Extract.Attributes;

/// <summary>Term and detail of an event, from the words of its clause.</summary>
internal sealed class Details(LanguagePack pack, Passage passage, IReadOnlyList<Chunk> chunks, Grammar grammar)
{
    public (string? Term, string? Detail) Of(Trigger trigger, int at, int end)
    {
        var first = chunks[at].First;
        var term = HasTerm(trigger.Type) && TermReader.First(passage.Tokens, first, end) is { } found ? found.Term.ToString() : null;
        return (term, Detail(trigger.Type, chunks[grammar.ClauseStart(at)].First, end));
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
