using Alerts.Extract.Languages;
using Alerts.Extract.Mentions;
using Alerts.Extract.Time;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Chunks;

/// <summary>Cuts a sentence into chunks, left to right, in one pass.</summary>
internal sealed class Chunker(LanguagePack pack, Passage passage)
{
    private readonly List<Token> tokens = passage.Tokens;
    private readonly VerbReader verbs = new(pack, passage);
    private readonly NounReader nouns = new(pack, passage);
    private readonly TimeFinder times = new(pack, passage.Tokens);
    private int mention;

    public List<Chunk> Cut(Sentence sentence)
    {
        // "Khin Mar Aye" is no month.
        var found = times.Find(sentence).FindAll(t => !passage.Mentions.Exists(m => m.Case is not null && m.First <= t.First && t.End <= m.End));
        var chunks = new List<Chunk>((sentence.Count / 2) + 2);
        var time = 0;
        for (var i = sentence.First; i < sentence.End;)
        {
            while (time < found.Count && found[time].First < i)
            {
                time++;
            }

            var nextTime = time < found.Count ? found[time] : default;
            var names = MentionsAt(i);
            Chunk? chunk;
            if (time < found.Count && nextTime.First == i && names == 0)
            {
                // "el viernes", "le 4 mai": the article belongs to the time.
                if (pack.HeadFirst && chunks.Count > 0 && chunks[^1] is { Kind: ChunkKind.Noun, HeadNoun: null, Head: null, Pronoun: null, IsDefinite: true } article && article.End == article.First + 1 && article.End == i)
                {
                    chunks.RemoveAt(chunks.Count - 1);
                }

                chunk = new Chunk(ChunkKind.Time, i, nextTime.End) { Time = nextTime, Lexeme = Absorb(chunks) };
                time++;
            }
            else if (names > 0)
            {
                chunk = nouns.Read(i, sentence, Limit(found, time, sentence), passage.Mentions, mention, verbs);
            }
            else if (pack.Fillers.At(tokens, i, sentence.End).End is > 0 and var filled)
            {
                i = filled;
                continue;
            }
            else
            {
                chunk = Compound(i, sentence) ?? Joint(i, sentence, chunks) ?? verbs.Read(i, sentence, chunks) ?? nouns.Read(i, sentence, Limit(found, time, sentence), passage.Mentions, mention, verbs);
            }

            if (chunk is not null)
            {
                if (chunks.Count > 0 && chunks[^1] is { Kind: ChunkKind.Noun } noun && (chunk.Kind == ChunkKind.Relative || (chunk.Kind == ChunkKind.Preposition && chunk.Lexeme.Is(WordClass.Owning))))
                {
                    chunks[^1] = noun with { HasComplement = true };
                }

                if (pack.IsPlain && Titled(chunks, chunk) is { } titled)
                {
                    chunks.RemoveRange(chunks.Count - 2, 2);
                    chunk = titled;
                }

                if (pack.IsPlain && Dated(chunks, chunk) is { } dated)
                {
                    chunks.RemoveAt(chunks.Count - 2);
                    chunk = dated;
                }

                // "al activista", "du militant": the article hides in the preposition.
                chunks.Add(chunk.Kind == ChunkKind.Noun && chunks.Count > 0 && chunks[^1] is { Kind: ChunkKind.Preposition } joint && joint.Lexeme.Is(WordClass.Definite) ? chunk with { IsDefinite = true } : chunk);
                foreach (var clitic in chunk.Clitics)
                {
                    chunks.Add(new Chunk(ChunkKind.Noun, chunk.End - 1, chunk.End) { IsClitic = true, Pronoun = clitic.Features == Feature.None ? null : clitic, Features = clitic.Features });
                }

                i = Math.Max(chunk.End, i + 1);
            }
            else
            {
                i++;
            }
        }

        return chunks;
    }

    /// <summary>"former president of South Korea X", "leader of the opposition party X": one group about X, with what X is in front.</summary>
    private static Chunk? Titled(List<Chunk> chunks, Chunk chunk) =>
        chunk is { Kind: ChunkKind.Noun, Head: { Kind: NounKind.Person } name } && chunks.Count > 1 && chunks[^1].Kind == ChunkKind.Preposition && chunks[^1].Lexeme.Is(WordClass.Owning)
        && chunks[^2] is { Kind: ChunkKind.Noun, Head: null, Pronoun: null, HeadNoun: { Kind: NounKind.Person } office } first && (!office.IsRelation || office.IsOffice) && !first.Features.HasFlag(Feature.Pl)
        && (chunk.HeadNoun is { Kind: NounKind.Organization } || (chunk.Names.Count > 1 && chunk.Names[^1] == name && chunk.Names[^2].End == name.First))
            ? first with { End = chunk.End, Head = name, Names = [.. first.Names, .. chunk.Names], HasComplement = false } : null;

    /// <summary>"X's 3 May arrest", "their April trial": whose it is stands before the date.</summary>
    private Chunk? Dated(List<Chunk> chunks, Chunk chunk) =>
        chunk is { Kind: ChunkKind.Noun, Head: null, Pronoun: null, OwnerName: null, OwnerWord: null, IsDefinite: false, IsIndefinite: false, HeadNoun.Kind: NounKind.Thing } && chunks.Count > 1 && chunks[^1].Kind == ChunkKind.Time && chunks[^1].End == chunk.First
        && chunks[^2] is { Kind: ChunkKind.Noun } owner && owner.End == chunks[^1].First
            ? owner.Pronoun is { } word && word.Is(WordClass.Owner) ? chunk with { OwnerWord = word } : tokens[owner.End - 1].Possessive && owner.Head is { } name ? chunk with { OwnerName = name } : null
            : null;

    /// <summary>"in connection with"; but "due to appear" is no "because of".</summary>
    private Chunk? Compound(int at, Sentence sentence) => pack.Prepositions.At(tokens, at, sentence.End) is { Meaning: { } word, End: var end }
            && !(tokens[end - 1].Is(WordClass.Infinitive) && verbs.FollowsInfinitive(end - 1, sentence) && (tokens[end].Lexeme.Noun is null || (end + 1 < sentence.End && tokens[end + 1].Is(WordClass.Preposition))))
        && pack.Lexicon.Find(word) is var joint
        ? new Chunk(joint.Is(WordClass.Including) ? ChunkKind.Including : joint.Is(WordClass.And) ? ChunkKind.And : ChunkKind.Preposition, at, end) { Lexeme = joint }
        : null;

    private static int Limit(List<TimeExpression> found, int time, Sentence sentence) => time < found.Count ? found[time].First : sentence.End;

    private int MentionsAt(int token)
    {
        var all = passage.Mentions;
        while (mention < all.Count && all[mention].First < token)
        {
            mention++;
        }

        var count = 0;
        while (mention + count < all.Count && all[mention + count].First == token)
        {
            count++;
        }

        return count;
    }

    /// <summary>The preposition before a time belongs to it.</summary>
    private static Lexeme Absorb(List<Chunk> chunks)
    {
        if (chunks.Count > 0 && chunks[^1] is { Lexeme: var word, Kind: ChunkKind.Preposition or ChunkKind.Subordinator } && word.Is(WordClass.DatePreposition))
        {
            chunks.RemoveAt(chunks.Count - 1);
            return word;
        }

        return Lexeme.Unknown;
    }

    private Chunk? Joint(int at, Sentence sentence, List<Chunk> before)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Mark)
        {
            return (char)token.Value switch
            {
                ',' => new Chunk(ChunkKind.Comma, at, at + 1),
                '—' => new Chunk(ChunkKind.Comma, at, at + 1),
                '-' when !token.Glued => new Chunk(ChunkKind.Comma, at, at + 1),
                ':' when token.Glued && at > 0 && tokens[at - 1].Kind == TokenKind.Number && at + 1 < sentence.End && tokens[at + 1] is { Kind: TokenKind.Number, Glued: true } => null,
                ';' or ':' => new Chunk(ChunkKind.Break, at, at + 1),
                '(' or '[' => new Chunk(ChunkKind.Open, at, at + 1),
                ')' or ']' => new Chunk(ChunkKind.Close, at, at + 1),
                _ => null,
            };
        }

        var word = token.Lexeme;
        ChunkKind? kind =
            word.Is(WordClass.Except) ? ChunkKind.Except
            : word.Is(WordClass.Including) && !(word.Is(WordClass.Relative) && at + 1 < sentence.End && tokens[at + 1].Is(WordClass.Definite | WordClass.Owner | WordClass.Pronoun)) ? ChunkKind.Including
            : word.Is(WordClass.And) ? ChunkKind.And
            : word.Is(WordClass.But) ? IsException(at, sentence, before) ? ChunkKind.Except : ChunkKind.But
            : word.Is(WordClass.Relative) && IsRelative(at, sentence, before) ? ChunkKind.Relative
            : word.Is(WordClass.Subordinator | WordClass.Condition | WordClass.ThatClause) && !(word.Is(WordClass.Definite) && !OpensClause(at, sentence)) ? ChunkKind.Subordinator
            : word.Is(WordClass.Preposition) && !(word.Is(WordClass.Infinitive) && verbs.FollowsInfinitive(at, sentence)) && !verbs.IsClitic(at, sentence) && !IsArticle(word, before) ? ChunkKind.Preposition
            : null;
        return kind is { } known ? new Chunk(known, at, at + 1) { Lexeme = word } : null;
    }

    /// <summary>"all but X".</summary>
    private bool IsException(int at, Sentence sentence, List<Chunk> before) =>
        before.Count > 0 && before[^1] is { Kind: ChunkKind.Noun, IsCounted: true } && at + 1 < sentence.End && tokens[at + 1].Upper;

    private bool IsRelative(int at, Sentence sentence, List<Chunk> before) =>
        before.Count > 0
        && (before[^1].Kind is ChunkKind.Noun or ChunkKind.Comma or ChunkKind.Preposition or ChunkKind.Close || (before[^1].Kind == ChunkKind.Time && !tokens[at].Is(WordClass.ThatClause)) || (before[^1].Kind == ChunkKind.And && before.Count > 2))
        && (!tokens[at].Is(WordClass.Definite) || (at + 1 < sentence.End && verbs.IsVerb(at + 1, sentence) && before[^1].Kind == ChunkKind.Noun));

    /// <summary>"des poursuites" behind a verb or at the start: an article, not "of the".</summary>
    private static bool IsArticle(Lexeme word, List<Chunk> before) => word.Is(WordClass.Indefinite) && (before.Count == 0 || before[^1].Kind is ChunkKind.Verb or ChunkKind.Comma or ChunkKind.Subordinator or ChunkKind.Break or ChunkKind.And);

    /// <summary>"that" before a clause, not before the noun it points at.</summary>
    private bool OpensClause(int at, Sentence sentence)
    {
        var next = at + 1;
        // "ruled that parts of": plural, so no demonstrative.
        return next < sentence.End && ((pack.IsPlain && tokens[next].Lexeme is { Noun: not null } many && many.Features.HasFlag(Feature.Pl) && !many.Features.HasFlag(Feature.Sg)) || tokens[next].Is(WordClass.Definite | WordClass.Indefinite | WordClass.Owner | WordClass.Pronoun) || tokens[next].Upper
            || (next + 1 < sentence.End && verbs.IsVerb(next + 1, sentence)) || (next + 2 < sentence.End && verbs.IsVerb(next + 2, sentence)));
    }
}
