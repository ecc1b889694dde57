using System.CommandLine;
using Alerts.Cli.Terminal;
using Alerts.Import;
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
        var (after, before) = source.Kind is SourceKind.Page or SourceKind.Pdf
            ? (state.Digest, state.PreviousDigest)
            : await DigestsAsync(services.GetRequiredService<IDocumentStore>(), source.Id, url, cancellation);
        return before is null || after is null
            ? throw new FailedException($"{(url is null ? source.Id : url)} has not changed since it was first read.")
            : (await ReadAsync(services, source, before, cancellation), await ReadAsync(services, source, after, cancellation));
    }

    private static async Task<(string? After, string? Before)> DigestsAsync(IDocumentStore documents, string sourceId, Uri? url, CancellationToken cancellation)
    {
        var canonical = url is null ? null : CanonicalUrl.Of(url);
        var found = await documents.ListAsync(sourceId, cancellation)
            .Where(d => canonical is null ? d.PreviousDigest is not null : d.Url == canonical)
            .OrderByDescending(d => d.LastChecked)
            .FirstOrDefaultAsync(cancellation);
        return found is null && canonical is not null
            ? throw new BadInputException($"{url} is no article of {sourceId}.")
            : (found?.Digest, found?.PreviousDigest);
    }

    private static async Task<Article> ReadAsync(IServiceProvider services, Source source, string digest, CancellationToken cancellation)
    {
        var stored = await services.GetRequiredService<ISnapshotStore>().FindAsync(digest, cancellation)
            ?? throw new FailedException($"There is no snapshot {digest} any more.");
        return services.GetRequiredService<ArticleReader>().Read(stored, source).Article
            ?? throw new FailedException($"The snapshot {digest} is a feed or an answer of an API; only pages are compared.");
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
