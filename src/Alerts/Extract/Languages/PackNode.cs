using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Alerts.Extract.Languages;

/// <summary>A language pack is wrong; the message says in which file and line, and what was expected.</summary>
public sealed class LanguagePackException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A place in a pack's file: reads what is there, or says where something else was expected.</summary>
internal sealed class PackNode(string file, YamlNode node)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string Place => $"{file}:{node.Start.Line}";

    public static PackNode Parse(string file, TextReader text)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(text);
            return new PackNode(file, yaml.Documents[0].RootNode);
        }
        catch (YamlException e)
        {
            throw new LanguagePackException($"{file}:{e.Start.Line}: not YAML: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // What the YAML scanner throws at the end of a file inside an open bracket.
            throw new LanguagePackException($"{file}: not YAML: a bracket or quote is never closed", e);
        }
    }

    public LanguagePackException Wrong(string what) => new($"{Place}: {what}");

    public string Text => node is YamlScalarNode { Value: { Length: > 0 } value } ? value : throw Wrong("expected a word");

    public PackNode? Find(string key)
    {
        asked.Add(key);
        return Mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? new PackNode(file, child) : null;
    }

    public PackNode Get(string key) => Find(key) ?? throw Wrong($"expected a key '{key}'");

    /// <summary>The items of a list; one word stands for a list of itself.</summary>
    public IEnumerable<PackNode> Items => node switch
    {
        YamlSequenceNode list => list.Children.Select(child => new PackNode(file, child)),
        YamlScalarNode { Value.Length: > 0 } => [this],
        _ => throw Wrong("expected a list"),
    };

    public IEnumerable<(string Key, PackNode Value)> Pairs =>
        Mapping.Children.Select(p => (new PackNode(file, p.Key).Text, new PackNode(file, p.Value)));

    /// <exception cref="LanguagePackException">A key stands here that nobody asked for: a misspelling.</exception>
    public void RefuseOtherKeys()
    {
        foreach (var (key, value) in Pairs)
        {
            if (!asked.Contains(key))
            {
                throw value.Wrong($"unknown key '{key}'; expected one of: {string.Join(", ", asked.Order(StringComparer.Ordinal))}");
            }
        }
    }

    private YamlMappingNode Mapping => node as YamlMappingNode ?? throw Wrong("expected keys and values");
}
