using System.CommandLine;
using System.Text.RegularExpressions;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Sources;

/// <summary><c>alerts sources add</c>.</summary>
internal static partial class AddSource
{
    public static Command Create()
    {
        var url = Forms.Url.ToArgument("url", "Address of the page, list or feed");
        var id = Forms.Slug.ToOption("--id", "ID", "Its id (default: made from the address)");
        var name = Forms.Line.ToOption("--name", "NAME", "Its name (default: the id)");
        var options = new SourceOptions();
        var every = Forms.Every.ToValueOption("--every", "INTERVAL", "How often to look (default: learned from how often it changes, 5 minutes to a day)");
        var expect = Forms.Expect.ToValueOption("--expect", "DAYS", "Fail when the newest article is older, such as 30d");
        var notify = Forms.Word<SourceNotify>().ToValueOption("--notify", "events|any-change", "Tell events alone (default), or any change of a page to those who follow the source");
        var command = new Command("add", "Watch a source; one with the same id is replaced") { url, id, name, every, expect, notify };
        options.AddTo(command, SourceKind.Page);
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = parsed.GetValue(url)!;
            var sourceId = parsed.GetValue(id) ?? IdOf(address);
            var source = SourceOptions.Accepted(options.Source(parsed, sourceId, address, SourceKind.Page) with
            {
                Name = parsed.GetValue(name) ?? sourceId,
                Every = parsed.GetValue(every),
                Expect = parsed.GetValue(expect),
                Notify = parsed.GetValue(notify) ?? SourceNotify.Events,
            });
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var sources = host.Services.GetRequiredService<ISourceStore>();
            var known = await sources.FindAsync(source.Id, cancellation) is not null;
            await sources.PutAsync(source, cancellation);
            Screen.Of(parsed).Line($"{(known ? "Replaced" : "Added")} source {source.Id}. Its first check comes with the next sweep of alerts serve.");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Host and path as a slug.</summary>
    public static string IdOf(Uri url)
    {
        var slug = NotOfSlug().Replace($"{url.IdnHost}{url.AbsolutePath}".ToLowerInvariant(), "-").Trim('-');
        return (slug.StartsWith("www-", StringComparison.Ordinal) ? slug[4..] : slug) is var id && id.Length <= 100 ? id : id[..100].TrimEnd('-');
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotOfSlug();
}
