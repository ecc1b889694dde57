using System.Runtime.InteropServices;
using Alerts.Cases;
using Alerts.Extract.Mentions;
using Alerts.Extract.Tokens;

namespace Alerts.Extract;

/// <summary>
/// Finds the names of any number of watched cases in one pass over a text: a trie over folded words, built once, immutable.
/// A person's bare surname is taken in as well; it counts only where the text makes the person clear.
/// </summary>
public sealed class CaseIndex
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<long, int> next = [];
    private readonly Dictionary<int, IndexedName[]> names = [];
    private readonly List<Case> cases = [];
    private readonly WordFilter filter;
    private int nodes = 1;

    public CaseIndex(IEnumerable<Case> cases)
    {
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var watched in cases)
        {
            this.cases.Add(watched);
            var added = new HashSet<string>(StringComparer.Ordinal);
            foreach (var alias in watched.Aliases.Prepend(watched.Name))
            {
                Add(watched, alias, NameOrigin.Given, added);
            }

            if (watched.Kind == CaseKind.Person && Words(watched.Name) is { Count: > 1 } parts && parts[^1].Length > 2)
            {
                Add(watched, parts[^1], NameOrigin.Surname, added);
                if (parts.Count == 2)
                {
                    // Records put the surname first.
                    Add(watched, $"{parts[1]} {parts[0]}", NameOrigin.Given, added);
                }
            }
        }

        filter = new WordFilter(words.Keys);
        words.TrimExcess();
        next.TrimExcess();
        names.TrimExcess();
    }

    public int Count => cases.Count;

    internal int Find(ReadOnlySpan<char> folded) => filter.MayHave(folded) && lookup.TryGetValue(folded, out var word) ? word : -1;

    /// <returns>The node behind this word, or -1; node 0 is the root.</returns>
    internal int Next(int node, int word) => next.GetValueOrDefault(Edge(node, word), -1);

    /// <summary>Whose names end at this node.</summary>
    internal ReadOnlySpan<IndexedName> NamesAt(int node) => names.TryGetValue(node, out var found) ? found : default;

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;

    private void Add(Case watched, string alias, NameOrigin origin, HashSet<string> added)
    {
        var parts = Words(alias);
        var folded = parts.ConvertAll(Folding.Name);
        if (folded.Count == 0 || folded.Exists(f => f.Length == 0) || !added.Add(string.Join(' ', folded)))
        {
            return;
        }

        var node = 0;
        foreach (var part in folded)
        {
            if (!words.TryGetValue(part, out var word))
            {
                words[part] = word = words.Count;
            }

            ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(next, Edge(node, word), out var known);
            node = known ? child : child = nodes++;
        }

        ref var here = ref CollectionsMarshal.GetValueRefOrAddDefault(names, node, out _);
        var name = new IndexedName(watched, folded.Count, origin, parts.Exists(p => char.IsUpper(p[0])), parts.TrueForAll(p => char.IsUpper(p[^1])));
        here = here is null ? [name] : [.. here, name];
    }

    /// <summary>The words of a name as the tokenizer cuts them, marks left out.</summary>
    private static List<string> Words(string name)
    {
        var parts = new List<string>();
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            var inside = i < name.Length && (char.IsLetterOrDigit(name[i]) || char.IsSurrogate(name[i])
                || char.GetUnicodeCategory(name[i]) == System.Globalization.UnicodeCategory.NonSpacingMark
                || (name[i] is '-' or '\'' or '’' or 'ʼ' && start >= 0 && i + 1 < name.Length && char.IsLetterOrDigit(name[i + 1]) && !(char.IsDigit(name[start]) && char.IsDigit(name[i + 1]))));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                var part = name[start..i];
                parts.Add(part.EndsWith("'s", StringComparison.Ordinal) || part.EndsWith("’s", StringComparison.Ordinal) ? part[..^2] : part);
                start = -1;
            }
        }

        return parts;
    }
}

internal enum NameOrigin : byte
{
    Given,
    Surname,
}

/// <param name="Case">Whose name it is.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Origin">Written in the case, or derived from it.</param>
/// <param name="Capital">It is written with a capital, so it must be in the text.</param>
/// <param name="Acronym">All its letters are capitals.</param>
internal sealed record IndexedName(Case Case, int Words, NameOrigin Origin, bool Capital, bool Acronym);
