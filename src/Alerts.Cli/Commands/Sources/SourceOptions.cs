using System.CommandLine;
using Alerts.Cases;
using Alerts.Import;
using Alerts.Watch;

namespace Alerts.Cli.Commands.Sources;

/// <summary>Options that say how a source is read.</summary>
internal static class SourceOptions
{
    public static Option<SourceKind?> Kind() =>
        Forms.Word<SourceKind>().ToValueOption("--kind", "page|list|feed", "One page, the links of an index page, or RSS/Atom (default: page)");

    public static Option<string?> Follow() => Forms.Follow.ToOption("--follow", "PATTERN", "For a list: the links to read, such as /news/* (default: all of its host)");

    public static void RefuseFollowOfOtherKinds(Command command, Option<SourceKind?> kind, Option<string?> follow) => command.Validators.Add(result =>
    {
        // By its word, since a value that is none throws here instead of being reported.
        var given = result.GetResult(kind)?.Tokens is [var token] ? token.Value : Word.Of(SourceKind.Page);
        if (result.GetResult(follow) is not null && Word.TryParse<SourceKind>(given, out var known) && known != SourceKind.List)
        {
            result.AddError("--follow: only a list follows links; add --kind list");
        }
    });
}
