using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Roles;

/// <summary>Languages whose subjects may follow, whose objects a preposition may mark and whose participles follow their noun.</summary>
internal sealed partial class Grammar
{
    /// <summary>"X, detenido en marzo,", "un preso liberado en mayo": what the participle stands behind.</summary>
    private int Described(int verb)
    {
        var j = verb - 1;
        if (j >= 0 && chunks[j].Kind is ChunkKind.Comma or ChunkKind.Open)
        {
            j--;
        }
        else if (j < 0 || chunks[j] is not { Kind: ChunkKind.Noun, IsClitic: false })
        {
            return -1;
        }
        else if ((chunks[verb].Lexeme.Features & (Feature.Sg | Feature.Pl)) == Feature.Pl)
        {
            // "los dirigentes del partido de X detenidos en mayo".
            while (j > 1 && !chunks[j].IsCounted && (chunks[j].Features & Feature.Pl) == 0 && chunks[j - 1].Kind == ChunkKind.Preposition && chunks[j - 2].Kind == ChunkKind.Noun)
            {
                j -= 2;
            }
        }

        while (j > 0 && chunks[j].Kind is ChunkKind.Time or ChunkKind.Adverb)
        {
            j--;
        }

        while (j > 1 && chunks[j] is { Kind: ChunkKind.Noun, Head: null, Pronoun: null, HeadNoun: null or { Kind: NounKind.Thing } } && chunks[j - 1].Kind == ChunkKind.Preposition && chunks[j - 2].Kind == ChunkKind.Noun)
        {
            j -= 2;
        }

        return j >= 0 && chunks[j].Kind == ChunkKind.Noun ? Named(j) : -1;
    }

    /// <summary>"est porté disparu", "encontraron muerto": a participle that belongs to the verb before it.</summary>
    public bool IsPredicate(int verb) => pack.HeadFirst && IsReduced(verb) && verb > 0 && chunks[verb - 1].Kind == ChunkKind.Verb;

    /// <summary>"compareció el lunes" looks back; "fijó la audiencia para el lunes" may not.</summary>
    public bool IsToldAsPast(int verb) => pack.HeadFirst && chunks[verb] is { Kind: ChunkKind.Verb, Verb: { } told, IsPresent: false, Modal: 0 } && (told.Classes & VerbClass.Plan) == 0
        && ((chunks[verb].Forms & VerbForm.Past) != 0 || chunks[verb].HasAuxiliary);

    /// <summary>A participle beside a name has a time of its own or none.</summary>
    public bool StandsApart(int verb) => pack.HeadFirst && IsReduced(verb) && Described(verb) >= 0;

    /// <summary>"X, candidato,": the one whom an apposition describes.</summary>
    private int Named(int noun) =>
        noun > 1 && chunks[noun].Head is null && chunks[noun].Pronoun is null && !chunks[noun].IsDefinite && chunks[noun - 1].Kind == ChunkKind.Comma && chunks[noun - 2] is { Kind: ChunkKind.Noun, Head: not null } ? noun - 2 : noun;

    /// <summary>"murió ayer el poeta X": the first noun behind the verb that no preposition governs.</summary>
    private int Following(int verb)
    {
        for (var j = verb + 1; j < chunks.Count; j++)
        {
            if (chunks[j].Kind is ChunkKind.Comma or ChunkKind.Break or ChunkKind.Relative or ChunkKind.Subordinator or ChunkKind.Verb or ChunkKind.And or ChunkKind.But)
            {
                return -1;
            }

            if (chunks[j] is { Kind: ChunkKind.Noun, IsClitic: false } && chunks[j - 1].Kind != ChunkKind.Preposition && (IsSomebody(chunks[j]) || IsPassive(verb)))
            {
                return j;
            }
        }

        return -1;
    }

    private static bool IsSomebody(Chunk chunk) => chunk.Head is not null || chunk.Pronoun is not null || chunk.HeadNoun is { Kind: not NounKind.Thing };

    /// <summary>"que" that can only be an object.</summary>
    private bool IsObjectRelative(int at) => !pack.MarksCase && (chunks[at].Lexeme.Features & (Feature.Acc | Feature.Nom)) == Feature.Acc;

    /// <summary>The object where prepositions may mark it and other words may stand between: "condenó el viernes a diez años a X".</summary>
    private int MarkedObjectOf(int verb)
    {
        var plain = -1;
        var end = ClauseEnd(verb);
        for (var j = verb + 1; j < end; j++)
        {
            var chunk = chunks[j];
            if (chunk.Kind != ChunkKind.Noun)
            {
                continue;
            }

            if (chunk.IsClitic)
            {
                return chunk.Pronoun is null ? -1 : Fronted(verb) is >= 0 and var named ? named : j;
            }

            var marked = chunks[j - 1].Kind == ChunkKind.Preposition && chunks[j - 1].Lexeme.Is(WordClass.ObjectMarker);
            var somebody = IsSomebody(chunk);
            if (somebody && marked)
            {
                return j;
            }

            if (chunks[j - 1].Kind != ChunkKind.Preposition && (chunks[j - 1].Kind is not (ChunkKind.Comma or ChunkKind.And) || plain < 0))
            {
                plain = plain < 0 || (somebody && chunks[plain].Head is null && chunks[plain].HeadNoun is null or { Kind: NounKind.Thing } && chunks[plain].Pronoun is null) ? j : plain;
            }
        }

        if (plain >= 0 && IsSomebody(chunks[plain]))
        {
            return plain;
        }

        // "que el tribunal condenó", "X, que la policía detuvo".
        var start = ClauseStart(verb);
        return start > 0 && chunks[start - 1].Kind == ChunkKind.Relative && (IsObjectRelative(start - 1) || (start > 1 && chunks[start - 2].Lexeme.Is(WordClass.ObjectMarker)) || (chunks[start - 1].Lexeme.Is(WordClass.ThatClause) && Enumerable.Range(start, verb - start).Any(k => chunks[k].Kind == ChunkKind.Noun)))
            ? AntecedentOf(start - 1) : plain;
    }

    private int MarkedSomebody(int verb)
    {
        var end = ClauseEnd(verb);
        for (var j = verb + 2; j < end; j++)
        {
            if (chunks[j] is { Kind: ChunkKind.Noun, Head: { Kind: not NounKind.Thing } } && chunks[j - 1].Kind == ChunkKind.Preposition && chunks[j - 1].Lexeme.Is(WordClass.ObjectMarker))
            {
                return j;
            }
        }

        return -1;
    }

    /// <summary>"A X lo detuvieron": whom the pronoun takes up again.</summary>
    private int Fronted(int verb)
    {
        // "le impusieron una multa a X": the dative is taken up behind as well.
        var end = verb + 1 < chunks.Count && chunks[verb + 1] is { IsClitic: true, Pronoun: not null } clitic && (clitic.Features & Feature.Dat) != 0 ? ClauseEnd(verb) : verb;
        for (var j = ClauseStart(verb); j + 1 < end; j++)
        {
            if (chunks[j].Kind == ChunkKind.Preposition && chunks[j].Lexeme.Is(WordClass.ObjectMarker) && chunks[j + 1].Kind == ChunkKind.Noun
                && (chunks[j + 1].Head is not null || chunks[j + 1].Pronoun is not null || chunks[j + 1].Count > 1 || chunks[j + 1].HeadNoun is { Kind: not NounKind.Thing }))
            {
                return j + 1;
            }
        }

        return -1;
    }
}
