using System.CommandLine;
using Alerts.Cases;
using Alerts.Cli.Commands.Check;
using Alerts.Cli.Commands.Import;
using Alerts.Cli.Terminal;
using Alerts.Extract;
using Alerts.Import;
using Alerts.Read;
using Alerts.Reconcile;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Sources;

/// <summary><c>alerts sources test</c>: what would be read at an address; writes nothing.</summary>
internal static class TestSource
{
    private const int EntriesShown = 20;

    public static Command Create()
    {
        var url = Forms.Url.ToArgument("url", "Address of the page, list or feed");
        var (kind, follow) = (SourceOptions.Kind(), SourceOptions.Follow());
        var cases = new Option<string?>("--cases") { Description = "An import file with the cases to look for (default: those stored, else the seeds)", HelpName = "FILE" };
        var allowed = DocumentInput.AllowHostOption();
        var command = new Command("test", "Show what would be read at an address, and the events; writes nothing") { url, kind, follow, cases, allowed };
        SourceOptions.RefuseFollowOfOtherKinds(command, kind, follow);
        command.SetAction(async (parsed, cancellation) =>
        {
            var watched = parsed.GetValue(cases) is { } path ? ImportSource.Cases(path) : await StoredAsync(parsed, cancellation);
            await using var reading = ReadingServices.Create(parsed, parsed.GetValue(allowed)!);
            var fetched = await new DocumentInput(reading).FetchAsync(parsed.GetValue(url)!, cancellation);
            var screen = Screen.Of(parsed);
            screen.Line(
                (Word.Of(fetched.Outcome), Screen.Good),
                ($"  {fetched.FinalUrl}  {fetched.Status} {fetched.MediaType} {fetched.Charset}, {fetched.Body.Length} bytes", Screen.Plain));
            Show(screen, reading, fetched, parsed.GetValue(kind) ?? SourceKind.Page, parsed.GetValue(follow), watched);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Case>> StoredAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var host = await ToolHost.OpenAsync(parsed, cancellation);
        var stored = await host.Services.GetRequiredService<ICaseStore>().ListAsync(cancellation).Select(f => f.Case).ToListAsync(cancellation);
        return stored.Count > 0 ? stored : ImportSource.Cases(path: null);
    }

    private static void Show(Screen screen, ReadingServices reading, Fetched fetched, SourceKind kind, string? follow, IReadOnlyList<Case> watched)
    {
        switch (kind)
        {
            case SourceKind.List:
                ShowLinks(screen, reading.Links.Read(fetched, follow), follow);
                break;
            case SourceKind.Feed:
                ShowFeed(screen, reading, fetched, watched);
                break;
            default:
                ShowArticle(screen, reading, new DocumentInput(reading).Read(fetched, published: null), watched);
                break;
        }
    }

    private static void ShowLinks(Screen screen, IReadOnlyList<Link> links, string? follow)
    {
        if (links.Count == 0)
        {
            throw new FailedException($"{Word.Of(ReadProblem.NoText)}: the page has no link that matches \"{follow ?? "*"}\". Correct --follow, or try --kind page.");
        }

        screen.Line($"{links.Count} links would be read:");
        foreach (var link in links.Take(EntriesShown))
        {
            screen.Line(($"  {link.Url}", Screen.Plain), ($"  {Visible.Shortened(link.Text, 80)}", Screen.Faint));
        }

        More(screen, links.Count);
    }

    private static void ShowFeed(Screen screen, ReadingServices reading, Fetched fetched, IReadOnlyList<Case> watched)
    {
        var feed = reading.Feeds.Read(fetched);
        if (feed.Problem != ReadProblem.None)
        {
            throw new FailedException($"{Word.Of(feed.Problem)}: {feed.Explanation}");
        }

        screen.Line($"{feed.Entries.Count} entries would be read:");
        foreach (var entry in feed.Entries.Take(EntriesShown))
        {
            var whole = entry.Content is null ? "read at its page" : "told whole by the feed";
            screen.Line(($"  {entry.Published:yyyy-MM-dd}  {Visible.Shortened(entry.Title, 100)}", Screen.Plain), ($"  {entry.Url} ({whole})", Screen.Faint));
            if (entry.Content is not null && reading.Articles.Read(fetched, entry, sourceId: null).Article is { } article)
            {
                ShowEvents(screen, reading, article, watched);
            }
        }

        More(screen, feed.Entries.Count);
    }

    private static void ShowArticle(Screen screen, ReadingServices reading, Article article, IReadOnlyList<Case> watched)
    {
        ArticleReport.Head(screen, article);
        ArticleReport.Blocks(screen, article);
        ShowEvents(screen, reading, article, watched);
    }

    private static void ShowEvents(Screen screen, ReadingServices reading, Article article, IReadOnlyList<Case> watched) =>
        ExtractionReport.Events(screen, reading.Extractor.Extract(article, new CaseIndex(watched)), watched);

    private static void More(Screen screen, int count)
    {
        if (count > EntriesShown)
        {
            screen.Line($"  … and {count - EntriesShown} more", Screen.Faint);
        }
    }
}
