using System.CommandLine;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Jobs.Checking;
using Alerts.Read;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Sources;

/// <summary><c>alerts sources diff</c>: which sentences came and went with the last change of a page, or of an article of a list.</summary>
internal static class SourceDiff
{
    public static Command Create()
    {
        var id = Forms.Slug.ToArgument("id", "Id of a source");
        var url = Forms.Url.ToOption("--url", "URL", "For a list, feed or sitemap: the article (default: the one that changed last)");
        var all = new Option<bool>("--all") { Description = "Show the sentences that stayed as well" };
        var command = new Command("diff", "The sentences added and removed by the last change") { id, url, all };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var watched = await StoredSource.FindAsync(host, parsed.GetValue(id)!, cancellation);
            var (before, after) = await VersionsAsync(host.Services, watched, parsed.GetValue(url), cancellation);
            Print(Screen.Of(parsed), before, after, parsed.GetValue(all));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<(Article Before, Article After)> VersionsAsync(IServiceProvider services, WatchedSource watched, Uri? url, CancellationToken cancellation)
    {
        var (source, state) = (watched.Source, watched.State);
        var (at, after, before) = source.Kind is SourceKind.Page or SourceKind.Pdf
            ? (source.Url, state.Digest, state.PreviousDigest)
            : await DigestsAsync(services.GetRequiredService<IDocumentStore>(), source, url, cancellation);
        return before is null || after is null
            ? throw new FailedException($"{(url is null ? source.Id : url)} has not changed since it was first read.")
            : (await ReadAsync(before), await ReadAsync(after));

        async Task<Article> ReadAsync(string digest) => await services.GetRequiredService<EarlierVersions>().FindAsync(source, at, digest, cancellation)
            ?? throw new FailedException($"The snapshot {digest} is gone, broken, or holds nothing that {source.Id} reads today. \"alerts snapshots show {digest}\" tells more.");
    }

    private static async Task<(Uri At, string? After, string? Before)> DigestsAsync(IDocumentStore documents, Source source, Uri? url, CancellationToken cancellation)
    {
        var canonical = url is null ? null : CanonicalUrl.Of(url);
        var found = await documents.ListAsync(source.Id, cancellation)
            .Where(d => canonical is null ? d.PreviousDigest is not null : d.Url == canonical)
            .OrderByDescending(d => d.LastChecked)
            .FirstOrDefaultAsync(cancellation);
        return found is null && canonical is not null
            ? throw new BadInputException($"{url} is no article of {source.Id}.")
            : (found?.Url ?? source.Url, found?.Digest, found?.PreviousDigest);
    }

    private static void Print(Screen screen, Article before, Article after, bool all)
    {
        screen.Line((after.Title, Screen.Strong), ($"  {after.Url}", Screen.Faint));
        screen.Line($"{before.Retrieved:u} → {after.Retrieved:u}", Screen.Faint);
        screen.Line();
        foreach (var (fate, text) in ArticleDiff.Of(before, after).Where(c => all || c.Fate != SentenceFate.Kept))
        {
            var (mark, style) = fate switch
            {
                SentenceFate.Added => ("+ ", Screen.Good),
                SentenceFate.Removed => ("- ", Screen.Bad),
                _ => ("  ", Screen.Faint),
            };
            screen.Line(mark + text, style);
        }
    }
}
