using System.CommandLine;
using System.CommandLine.Parsing;
using Alerts.Import;
using Alerts.Watch;

namespace Alerts.Cli.Commands.Sources;

/// <summary>Options that say how a source is read.</summary>
internal sealed class SourceOptions
{
    private readonly Option<SourceKind?> kind = Forms.Word<SourceKind>().ToValueOption(
        "--kind", "page|list|feed|sitemap|json|pdf", "One page, the links of an index page, RSS/Atom/JSON Feed, a sitemap, an API, or a PDF");

    private readonly Option<string?> follow = Forms.Follow.ToOption("--follow", "PATTERN", "For a list or sitemap: the links to read, such as /news/* (default: all of its host)");
    private readonly Option<string?> select = Forms.Selector.ToOption("--select", "SELECTOR", "The part of a page to read, CSS or XPath (default: its main text)");
    private readonly Option<string?> exclude = Forms.Selector.ToOption("--exclude", "SELECTOR", "The part of a page to leave out");
    private readonly Option<string?> items = Forms.JsonPath.ToOption("--items", "PATH", "For an API: JMESPath of the list of items");
    private readonly Option<string?> text = Forms.JsonPath.ToOption("--text", "PATH", "For an API: JMESPath of an item's text");
    private readonly Option<string?> title = Forms.JsonPath.ToOption("--title", "PATH", "For an API: JMESPath of an item's title");
    private readonly Option<string?> date = Forms.JsonPath.ToOption("--date", "PATH", "For an API: JMESPath of an item's date");
    private readonly Option<string?> link = Forms.JsonPath.ToOption("--link", "PATH", "For an API: JMESPath of the address of an item's page");

    /// <param name="command">What takes the options.</param>
    /// <param name="orElse">The kind where none is given; null where it is guessed later.</param>
    public void AddTo(Command command, SourceKind? orElse)
    {
        foreach (var option in new Option[] { kind, follow, select, exclude, items, text, title, date, link })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            try
            {
                if ((result.GetValue(kind) ?? orElse) is { } known)
                {
                    foreach (var (key, because) in SourceRules.Complaints(Read(result, "source", new Uri("about:blank"), known)))
                    {
                        result.AddError($"--{key}: {because}");
                    }
                }
            }
            catch (InvalidOperationException)
            {
                // A value that is none throws when it is asked for, and is reported by itself.
            }
        });
    }

    public SourceKind? Kind(ParseResult parsed) => parsed.GetValue(kind);

    public Source Source(ParseResult parsed, string id, Uri url, SourceKind orElse) => Read(parsed.CommandResult, id, url, orElse);

    private Source Read(CommandResult result, string id, Uri url, SourceKind orElse) => new()
    {
        Id = id,
        Kind = result.GetValue(kind) ?? orElse,
        Url = url,
        Name = id,
        Follow = result.GetValue(follow),
        Select = result.GetValue(select),
        Exclude = result.GetValue(exclude),
        Json = result.GetValue(items) is { } list && result.GetValue(text) is { } words
            ? new JsonPaths(list, words, result.GetValue(title), result.GetValue(date), result.GetValue(link))
            : null,
    };

    /// <exception cref="BadInputException">Options that do not go together.</exception>
    public static Source Accepted(Source source) => SourceRules.Complaints(source).ToList() is { Count: > 0 } complaints
        ? throw new BadInputException(string.Join('\n', complaints.Select(c => $"--{c.Key}: {c.Because}")))
        : source;
}
