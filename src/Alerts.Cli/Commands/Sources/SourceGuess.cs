using Alerts.Cli.Commands.Check;
using Alerts.Read;
using Alerts.Read.Listings;
using Alerts.Watch;

namespace Alerts.Cli.Commands.Sources;

/// <summary>What kind of source an answer looks like.</summary>
internal static class SourceGuess
{
    /// <summary>An index page names at least so many other pages.</summary>
    private const int IndexLinks = 8;

    /// <summary>And has less text of its own, by characters, than an article has.</summary>
    private const int IndexText = 1_500;

    public static SourceKind Of(Fetched fetched, ReadingServices reading) => fetched.MediaType switch
    {
        // Many a feed calls itself a page.
        MediaTypes.Html or MediaTypes.PlainText when MediaTypes.Sniff(fetched.Body) == MediaTypes.Xml && reading.Feeds.Read(fetched).Problem == ReadProblem.None => SourceKind.Feed,
        MediaTypes.Pdf => SourceKind.Pdf,
        MediaTypes.Html or "application/xhtml+xml" => OfPage(fetched, reading),
        MediaTypes.PlainText => SourceKind.Page,
        _ when reading.Feeds.Read(fetched).Problem == ReadProblem.None => SourceKind.Feed,
        MediaTypes.Json => SourceKind.Json,
        _ when IsSitemap(fetched, reading) => SourceKind.Sitemap,
        _ => SourceKind.Feed,
    };

    private static bool IsSitemap(Fetched fetched, ReadingServices reading) =>
        reading.Listings.Read(fetched, new Source { Id = "test", Kind = SourceKind.Sitemap, Url = fetched.FinalUrl, Name = "test" }).Problem == ReadProblem.None;

    private static SourceKind OfPage(Fetched fetched, ReadingServices reading)
    {
        var prose = reading.Articles.Read(fetched, sourceId: null).Article?.Blocks.Where(b => b.Kind == BlockKind.Paragraph).Sum(b => b.Text.Length) ?? 0;
        return prose < IndexText && reading.Links.Read(fetched, follow: null)?.Count(l => l.Text.Length > 25) >= IndexLinks ? SourceKind.List : SourceKind.Page;
    }
}
