namespace Alerts.Import.Trees;

/// <summary>A piece of the file with the place where it begins.</summary>
internal abstract record Node(Place Place)
{
    /// <summary>What it is, for people.</summary>
    public abstract string Kind { get; }
}

internal sealed record TextNode(Place Place, string Text) : Node(Place)
{
    /// <summary>A number or a truth value, which is written without quotation marks.</summary>
    public bool IsBare { get; init; }

    public override string Kind => "text";
}

/// <summary>A key without a value, <c>~</c> or <c>null</c>: as if the key were not there.</summary>
internal sealed record NothingNode(Place Place) : Node(Place)
{
    public override string Kind => "nothing";
}

internal sealed record ListNode(Place Place, IReadOnlyList<Node> Items) : Node(Place)
{
    public override string Kind => "a list";
}

internal sealed record MapNode(Place Place, IReadOnlyList<KeyValuePair<TextNode, Node>> Entries) : Node(Place)
{
    public override string Kind => "keys with values";

    public Node? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key).Value is var node and not NothingNode ? node : null;
}
