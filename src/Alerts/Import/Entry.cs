using Alerts.Import.Trees;

namespace Alerts.Import;

/// <summary>A value and where it stands.</summary>
internal readonly record struct Located<T>(T Value, Place Place);

/// <summary>One thing of the file being read: hands out values by key, notes what is wrong, and knows which keys it was asked for.</summary>
/// <param name="map">Its keys and values.</param>
/// <param name="what">What it is, for people: <c>case</c>.</param>
/// <param name="problems">Where errors go.</param>
internal sealed class Entry(MapNode map, string what, Problems problems)
{
    private readonly HashSet<string> known = [];

    public Place Place => map.Place;

    public Located<T>? Required<T>(string key, Form<T> form)
    {
        if (Find(key) is null)
        {
            problems.Add(Place, $"the {what} has no \"{key}\"; expected {form.Expected}");
        }

        return Optional(key, form);
    }

    public Located<T>? Optional<T>(string key, Form<T> form) => Find(key) is { } node ? Read(node, key, form) : null;

    public IReadOnlyList<Located<T>> Many<T>(string key, Form<T> form) => [.. List(key).Select(n => Read(n, key, form)).OfType<Located<T>>()];

    public IReadOnlyList<Node> List(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case ListNode list:
                return list.Items;
            case { } other:
                problems.Add(other.Place, $"\"{key}\": expected a list, found {other.Kind}");
                return [];
        }
    }

    /// <summary>The entries of a list, each with keys of its own.</summary>
    public IEnumerable<Entry> Entries(string key, string each)
    {
        foreach (var item in List(key))
        {
            if (item is MapNode inner)
            {
                yield return new Entry(inner, each, problems);
            }
            else
            {
                problems.Add(item.Place, $"\"{key}\": expected {Article(each)} {each} with its keys, found {item.Kind}");
            }
        }
    }

    /// <summary>What stands under a key as a thing of its own.</summary>
    public Entry? Nested(string key, string inner)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case MapNode nested:
                return new Entry(nested, inner, problems);
            case { } other:
                problems.Add(other.Place, $"\"{key}\": expected {Article(inner)} {inner} with its keys, found {other.Kind}");
                return null;
        }
    }

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Notes that a key must not be there, if it is.</summary>
    public void Refuse(string key, string because)
    {
        if (Has(key))
        {
            Complain(key, because);
        }
    }

    /// <summary>Notes what is wrong with a key, where it stands; or, where it is missing, with the whole.</summary>
    public void Complain(string key, string because) => problems.Add(Find(key)?.Place ?? Place, $"\"{key}\": {because}");

    /// <summary>Notes the keys that nobody asked for, and those given twice.</summary>
    public void Finish()
    {
        var seen = new Dictionary<string, Place>();
        foreach (var (key, _) in map.Entries)
        {
            if (!seen.TryAdd(key.Text, key.Place))
            {
                problems.Add(key.Place, $"\"{key.Text}\" is given twice; first on line {seen[key.Text].Line}");
            }
            else if (!known.Contains(key.Text))
            {
                problems.Add(key.Place, $"unknown key \"{key.Text}\" in {Article(what)} {what}{Spelling.Hint(key.Text, known)} (known: {string.Join(", ", known)})");
            }
        }
    }

    private Node? Find(string key)
    {
        known.Add(key);
        return map.Find(key);
    }

    /// <summary>The article before a noun of the format.</summary>
    public static string Article(string noun) => noun[0] is 'e' ? "an" : "a";

    private Located<T>? Read<T>(Node node, string key, Form<T> form)
    {
        if (node is not TextNode text)
        {
            problems.Add(node.Place, $"\"{key}\": expected {form.Expected}, found {node.Kind}");
            return null;
        }

        if (form.TryRead(text.Text, out var value))
        {
            return new Located<T>(value, text.Place);
        }

        problems.Add(text.Place, $"\"{key}\": {form.Complaint(text.Text)}");
        return null;
    }
}
