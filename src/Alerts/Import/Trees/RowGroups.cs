namespace Alerts.Import.Trees;

/// <summary>
/// The rows of a table by what they belong to. An export has its tables in one order, so that the rows asked for come next; where somebody has
/// sorted them otherwise, those that are passed over wait in memory.
/// </summary>
internal sealed class RowGroups : IDisposable
{
    private readonly Func<MapNode, string> keyOf;
    private readonly IEnumerator<MapNode> rows;
    private readonly Dictionary<string, int> left = [];
    private readonly Dictionary<string, List<MapNode>> waiting = [];

    /// <param name="path">The table; one that is not there has no rows.</param>
    /// <param name="keyOf">What a row belongs to.</param>
    public RowGroups(string path, Func<MapNode, string> keyOf)
    {
        this.keyOf = keyOf;
        IEnumerable<MapNode> all = File.Exists(path) ? CsvRows.Of(path) : [];
        foreach (var key in all.Select(keyOf))
        {
            left[key] = left.GetValueOrDefault(key) + 1;
        }

        rows = all.GetEnumerator();
    }

    /// <summary>Whose rows have not been taken.</summary>
    public IReadOnlyList<string> Left => [.. left.Keys];

    public IReadOnlyList<MapNode> Take(string key)
    {
        if (!left.Remove(key, out var count))
        {
            return [];
        }

        var found = waiting.Remove(key, out var passed) ? passed : [];
        while (found.Count < count && rows.MoveNext())
        {
            var belongsTo = keyOf(rows.Current);
            if (belongsTo != key && !waiting.TryGetValue(belongsTo, out passed))
            {
                waiting[belongsTo] = passed = [];
            }

            (belongsTo == key ? found : passed!).Add(rows.Current);
        }

        return found;
    }

    public void Dispose() => rows.Dispose();
}
