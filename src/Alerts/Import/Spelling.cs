namespace Alerts.Import;

/// <summary>What somebody may have meant by a word that is not known.</summary>
public static class Spelling
{
    private const int Most = 3;

    /// <returns>The nearest candidates, nearest first; none that is farther off than a third of the word or does not contain it.</returns>
    public static IReadOnlyList<string> Near(string word, IEnumerable<string> candidates) => [.. candidates
        .Distinct(StringComparer.Ordinal)
        .Select(candidate => (Candidate: candidate, Distance: Reach(word, candidate)))
        .Where(c => c.Distance <= Math.Max(1, word.Length / 3))
        .OrderBy(c => c.Distance)
        .ThenBy(c => c.Candidate, StringComparer.Ordinal)
        .Take(Most)
        .Select(c => c.Candidate)];

    /// <returns><c>; did you mean "a" or "b"?</c>, or nothing.</returns>
    public static string Hint(string word, IEnumerable<string> candidates)
    {
        var near = Near(word, candidates);
        return near.Count == 0 ? "" : $"; did you mean {string.Join(" or ", near.Select(n => $"\"{n}\""))}?";
    }

    private static int Reach(string word, string candidate) =>
        word.Length >= 3 && candidate.Contains(word, StringComparison.OrdinalIgnoreCase) ? 1 : Distance(word, candidate);

    /// <summary>Letters inserted, left out, replaced, or swapped with their neighbour (optimal string alignment).</summary>
    private static int Distance(string from, string to)
    {
        if (Math.Abs(from.Length - to.Length) > from.Length / 3)
        {
            return int.MaxValue;
        }

        var cost = Enumerable.Range(0, from.Length + 1).Select(_ => new int[to.Length + 1]).ToArray();
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                cost[i][j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(cost[i - 1][j], cost[i][j - 1]) + 1,
                    cost[i - 1][j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    cost[i][j] = Math.Min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }

        return cost[from.Length][to.Length];
    }
}
