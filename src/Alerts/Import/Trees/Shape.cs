using Alerts.Cases;

namespace Alerts.Import.Trees;

/// <summary>Builds a thing of the file key by key, the other way round from <see cref="Entry"/>. What is not there is left out.</summary>
internal sealed class Shape
{
    private static readonly Place Nowhere = new(1, 1);

    private readonly List<KeyValuePair<TextNode, Node>> entries = [];

    public MapNode Map => new(Nowhere, entries);

    public Shape Text(string key, string? value) => value is null ? this : Add(key, new TextNode(Nowhere, value));

    public Shape Text<T>(string key, T? value) where T : struct => Text(key, value?.ToString());

    public Shape Word<T>(string key, T? value) where T : struct, Enum => value is { } word ? Text(key, Cases.Word.Of(word)) : this;

    public Shape Bare(string key, string value) => Add(key, new TextNode(Nowhere, value) { IsBare = true });

    /// <summary>Only where it holds.</summary>
    public Shape Flag(string key, bool value) => value ? Bare(key, "true") : this;

    public Shape Texts(string key, IEnumerable<string> values) => List(key, values.Select(v => new TextNode(Nowhere, v)));

    public Shape Maps(string key, IEnumerable<MapNode> values) => List(key, values);

    public Shape Nested(string key, MapNode? value) => value is null ? this : Add(key, value);

    private Shape List(string key, IEnumerable<Node> values)
    {
        var items = values.ToList();
        return items.Count == 0 ? this : Add(key, new ListNode(Nowhere, items));
    }

    private Shape Add(string key, Node value)
    {
        entries.Add(new(new TextNode(Nowhere, key), value));
        return this;
    }
}
