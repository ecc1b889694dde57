using Alerts.Extract.Languages;
using Alerts.Extract.Mentions;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Chunks;

/// <summary>What a group is about where the order of its words tells: its first noun, or its last word.</summary>
internal sealed partial class NounReader
{
    /// <summary>Where adjectives follow: the first noun says what is meant, the name behind it which ("el dirigente campesino X", "el caso X").</summary>
    private Chunk FirstNoun(Chunk chunk)
    {
        var head = chunk.Names.Count > 0 ? chunk.Names[^1] : null;
        var limit = head?.First ?? chunk.End;
        var at = chunk.First;
        while (at < limit && tokens[at].Lexeme.Noun is null)
        {
            at++;
        }

        var noun = at < limit ? tokens[at].Lexeme.Noun : null;
        var owner = head is not null && noun is { Kind: NounKind.Thing } && head.Kind == NounKind.Person ? head : null;
        head = owner is null ? head : null;
        var own = head is null && noun is not null ? tokens[at].Lexeme.Features & ~Feature.AnyCase : Feature.None;
        var latter = head is null && noun is not null && tokens[at].Is(WordClass.Latter) && tokens[chunk.First].Is(WordClass.This) ? tokens[at].Lexeme : Lexeme.Unknown;
        return chunk with { Head = head, HeadNoun = noun, OwnerName = owner, Features = chunk.Features | own, Lexeme = latter };
    }

    /// <summary>"the opposition leader X", "X's lawyer", "the Y Party official": the last word says what is meant.</summary>
    private Chunk HeadLast(Chunk chunk)
    {
        Mention? owner = null, head = null;
        Noun? ownerNoun = null;
        for (var i = chunk.First; i < chunk.End - 1; i++)
        {
            ownerNoun = tokens[i].Possessive ? tokens[i].Lexeme.Noun : ownerNoun;
        }

        foreach (var name in chunk.Names)
        {
            if (tokens[name.End - 1].Possessive && name.End < chunk.End)
            {
                owner = name;
            }
            else
            {
                head = name;
            }
        }

        Noun? noun = null;
        for (var i = chunk.End - 1; i >= chunk.First && noun is null; i--)
        {
            if (head is not null && i < head.First)
            {
                break;
            }

            noun = head is not null && i >= head.First && i < head.End ? null : tokens[i].Lexeme.Noun;
            // "declared the law void": an adjective behind its noun says how it was found.
            if (noun is null && tokens[i].Kind == TokenKind.Word && head is null && !(i > chunk.First + 1 && tokens[i].Lexeme.Is(WordClass.Adjective) && tokens[i - 1].Lexeme.Noun is not null))
            {
                break;
            }
        }

        if (head is not null && head.End < chunk.End)
        {
            // What follows the name says what it is ("the Y newspaper"), or makes something else of it ("the Y editor"); an adjective says how it was found ("declared X extremist").
            var last = LastWord(chunk);
            while (last >= head.End && (tokens[last].Kind == TokenKind.Mark || (tokens[last].Lexeme is { Noun: null } after && after.Is(WordClass.Adjective | WordClass.And))))
            {
                last--;
            }

            var same = last >= head.End && noun is not null && noun.Kind == head.Kind && head.Kind is NounKind.Organization or NounKind.Law;
            head = last < head.End || same ? head : null;
        }
        else if (head is not null)
        {
            noun = TitleBefore(chunk, head);
        }

        var number = head is null && noun is not null ? tokens[LastNoun(chunk, noun)].Lexeme.Features & (Feature.Sg | Feature.Pl | (noun.Kind == NounKind.Person ? Feature.M | Feature.F : Feature.None)) : Feature.None;
        return chunk with { Head = head, HeadNoun = noun, OwnerName = owner, OwnerNoun = ownerNoun, Features = chunk.Features | number };
    }

    private int LastNoun(Chunk chunk, Noun noun)
    {
        var last = chunk.End - 1;
        while (last > chunk.First && tokens[last].Lexeme.Noun != noun)
        {
            last--;
        }

        return last;
    }

    private int LastWord(Chunk chunk)
    {
        var last = chunk.End - 1;
        while (last > chunk.First && tokens[last].Kind != TokenKind.Word)
        {
            last--;
        }

        return last;
    }

    private Noun? TitleBefore(Chunk chunk, Mention head)
    {
        for (var i = head.First - 1; i >= chunk.First; i--)
        {
            if (tokens[i].Lexeme.Noun is { } noun)
            {
                return noun;
            }
        }

        return null;
    }
}
