using System.CommandLine;
using System.Globalization;
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
    private const int ArticlesShown = 20;

    public static Command Create()
    {
        var url = Forms.Url.ToArgument("url", "Address of the page, list, feed, sitemap, API or PDF");
        var options = new SourceOptions();
        var cases = new Option<string?>("--cases") { Description = "An import file with the cases to look for (default: those stored, else the seeds)", HelpName = "FILE" };
        var allowed = DocumentInput.AllowHostOption();
        var command = new Command("test", "Show what would be read at an address, and the events; writes nothing. The kind is guessed where --kind does not say") { url, cases, allowed };
        options.AddTo(command, orElse: null);
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = parsed.GetValue(url)!;
            var given = options.Kind(parsed) is { } kind ? options.Source(parsed, "test", address, kind) : null;
            var watched = parsed.GetValue(cases) is { } path ? ImportSource.Cases(path) : await StoredAsync(parsed, cancellation);
            await using var reading = ReadingServices.Create(parsed, parsed.GetValue(allowed)!);
            var fetched = await new DocumentInput(reading).FetchAsync(address, cancellation);
            var screen = Screen.Of(parsed);
            screen.Line(
                (Word.Of(fetched.Outcome), Screen.Good),
                ($"  {fetched.FinalUrl}  {fetched.Status} {fetched.MediaType} {fetched.Charset}, {fetched.Body.Length} bytes", Screen.Plain));
            var robots = await reading.Robots.ForAsync(fetched.FinalUrl, cancellation);
            screen.Line($"robots.txt allows it{(robots.CrawlDelay is { } delay ? $", {delay.TotalSeconds} s between requests" : "")}", Screen.Faint);
            var source = given ?? options.Source(parsed, "test", address, SourceGuess.Of(fetched, reading));
            screen.Line((given is null ? "guessed kind  " : "kind          ", Screen.Faint), (Word.Of(source.Kind), Screen.Strong));
            foreach (var feed in FeedLinks.Of(fetched))
            {
                screen.Line(("its feed      ", Screen.Faint), (feed.AbsoluteUri, Screen.Plain));
            }

            SourceOptions.Accepted(source);
            screen.Line();
            Show(screen, reading, fetched, source, watched);
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

    private static void Show(Screen screen, ReadingServices reading, Fetched fetched, Source source, IReadOnlyList<Case> watched)
    {
        if (source.Kind is SourceKind.Page or SourceKind.Pdf)
        {
            var article = DocumentInput.Opened(reading.Articles.Read(fetched, source));
            ArticleReport.Head(screen, article);
            ArticleReport.Blocks(screen, article);
            ShowEvents(screen, reading, article, watched);
        }
        else
        {
            ShowListing(screen, reading, fetched, source, watched);
        }
    }

    private static void ShowListing(Screen screen, ReadingServices reading, Fetched fetched, Source source, IReadOnlyList<Case> watched)
    {
        var listing = reading.Listings.Read(fetched, source);
        if (listing.Problem != ReadProblem.None)
        {
            throw new FailedException($"{Word.Of(listing.Problem)}: {listing.Explanation}");
        }

        foreach (var part in listing.Parts)
        {
            screen.Line(("its part      ", Screen.Faint), (part.AbsoluteUri, Screen.Plain));
        }

        screen.Line(listing.Articles.Count == 1 ? "1 article would be read:" : $"{listing.Articles.Count} articles would be read:");
        foreach (var listed in listing.Articles.Take(ArticlesShown))
        {
            var how = listed.Content is null ? "read at its page" : "told whole here";
            screen.Line(
                ($"  {listed.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated",-10}  {Visible.Shortened(listed.Title, 100)}", Screen.Plain),
                ($"  {listed.Url} ({how})", Screen.Faint));
            if (listed.Content is not null && reading.Articles.Read(fetched, listed, sourceId: null).Article is { } article)
            {
                ShowEvents(screen, reading, article, watched);
            }
        }

        if (listing.Articles.Count > ArticlesShown)
        {
            screen.Line($"  … and {listing.Articles.Count - ArticlesShown} more", Screen.Faint);
        }
    }

    private static void ShowEvents(Screen screen, ReadingServices reading, Article article, IReadOnlyList<Case> watched) =>
        ExtractionReport.Events(screen, reading.Extractor.Extract(article, new CaseIndex(watched)), watched);
}
