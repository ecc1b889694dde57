using System.Text;
using Alerts.Cases;
using Alerts.Extract.Languages;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Chunks;

/// <summary>
/// A sentence as the reader cut it, for people who ask why: <c>[Ada Kirsch = ada-kirsch] {was released: passive} in ⟨May 2020⟩</c>.
/// A name that is watched shows its case, a verb its form and what makes it unreal.
/// </summary>
internal static class Brackets
{
    public static string Of(Passage passage, Sentence sentence, IReadOnlyList<Chunk> chunks)
    {
        var text = new StringBuilder();
        var at = passage.Tokens[sentence.First].Start;
        foreach (var chunk in chunks.Where(c => c.Kind is ChunkKind.Noun or ChunkKind.Verb or ChunkKind.Time))
        {
            var (start, end) = (passage.Tokens[chunk.First].Start, passage.Tokens[chunk.End - 1].End);
            if (start < at)
            {
                continue;
            }

            var (open, close) = chunk.Kind switch { ChunkKind.Noun => ('[', ']'), ChunkKind.Verb => ('{', '}'), _ => ('⟨', '⟩') };
            text.Append(passage.Text, at, start - at).Append(open).Append(passage.Text, start, end - start).Append(Meaning(chunk)).Append(close);
            at = end;
        }

        return text.Append(passage.Text, at, passage.Tokens[sentence.End - 1].End - at).ToString();
    }

    private static string Meaning(Chunk chunk)
    {
        IEnumerable<string> words = chunk.Kind switch
        {
            ChunkKind.Noun => chunk.Names.Append(chunk.OwnerName).Where(n => n?.Case is not null).Select(n => n!.Case!.Id).Distinct(),
            ChunkKind.Verb => [.. Verb(chunk)],
            _ => [],
        };
        var meaning = string.Join(", ", words);
        return meaning.Length == 0 ? "" : (chunk.Kind == ChunkKind.Noun ? " = " : ": ") + meaning;
    }

    private static IEnumerable<string> Verb(Chunk chunk)
    {
        foreach (var form in Enum.GetValues<VerbForm>().Where(f => (chunk.Forms & f) != 0))
        {
            yield return Word.Of(form);
        }

        foreach (var modal in Enum.GetValues<WordClass>().Where(w => (chunk.Modal & w) != 0))
        {
            yield return Word.Of(modal);
        }

        if (chunk.IsNegated)
        {
            yield return "negated";
        }

        if (chunk.IsReported)
        {
            yield return "reported";
        }
    }
}
