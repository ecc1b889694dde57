using Alerts.Read.Listings;
using Alerts.Watch;
using HtmlAgilityPack;

namespace Alerts.Read;

/// <summary>Reads the article that a document holds.</summary>
public sealed class ArticleReader
{
    /// <param name="fetched">A document that arrived.</param>
    /// <param name="sourceId">The source it belongs to, if any.</param>
    /// <param name="published">The day of publication when it is known from elsewhere; it goes before what the document says.</param>
    /// <param name="selection">The parts of a page that are read; null finds its main text.</param>
    public Reading Read(Fetched fetched, string? sourceId, DateOnly? published = null, PageSelection? selection = null) =>
        fetched.MediaType == MediaTypes.Pdf ? ReadPdf(fetched, sourceId, published)
        : fetched.MediaType is not MediaTypes.PlainText && !MediaTypes.IsHtml(fetched.MediaType) ? ReadFailure.Unsupported(fetched)
        : Charset.Decode(fetched.Body, fetched.Charset) is not { } text ? ReadFailure.WrongCharset(fetched)
        : MediaTypes.IsHtml(fetched.MediaType) ? ReadPage(fetched, text, sourceId, published, selection)
        : ReadText(fetched, text, sourceId, published);

    /// <summary>Reads a document of a source.</summary>
    public Reading Read(Fetched fetched, Source source, DateOnly? published = null) =>
        Read(fetched, source.Id, published, source.Select is null && source.Exclude is null ? null : new PageSelection(source.Select, source.Exclude));

    /// <summary>Reads the article that a feed's entry holds whole.</summary>
    public Reading Read(Fetched feed, ListedArticle entry, string? sourceId)
    {
        if (Markup.Parse(entry.Content ?? "") is not { } content)
        {
            return ReadFailure.Unparsable(feed);
        }

        return Finish(feed, new Article
        {
            Url = entry.Url,
            SourceId = sourceId,
            Digest = feed.Digest,
            Retrieved = feed.RetrievedAt,
            Title = entry.Title,
            Language = PageLanguage.Of(page: null, feed.Headers.GetValueOrDefault("content-language")),
            Published = entry.Published,
            PublishedBy = entry.Published is null ? null : "feed",
            Blocks = MainText.Of(Layout.Of(content.DocumentNode)),
        });
    }

    private static Reading ReadPage(Fetched fetched, string html, string? sourceId, DateOnly? published, PageSelection? selection)
    {
        // Looked at before any parser: one that is asked to select costs as much as the other.
        if (Markup.Parse(html) is not { } page)
        {
            return ReadFailure.Unparsable(fetched);
        }

        return selection is null
            ? Titled(MainText.Below(PageTitle.Of(page), MainText.Of(Layout.Of(page.DocumentNode))))
            : selection.Of(html) is not { } parts || Markup.Parse(parts) is not { } selected ? ReadFailure.Unparsable(fetched)
            : parts.Length == 0 ? ReadFailure.NothingSelected(fetched, selection)
            : Titled(Selected(selection, selected, PageTitle.Of(page)));

        Reading Titled(IReadOnlyList<Block> blocks) => Finish(fetched, Begin(fetched, sourceId, published, page) with { Title = PageTitle.Of(page), Blocks = blocks });
    }

    private static IReadOnlyList<Block> Selected(PageSelection selection, HtmlDocument parts, string title) => selection.Select is null
        ? MainText.Below(title, MainText.Of(Layout.Of(parts.DocumentNode)))
        : [.. Layout.Of(parts.DocumentNode).Blocks().Where(b => !PageTitle.IsSame(b.Text, title))];

    private static Reading ReadPdf(Fetched fetched, string? sourceId, DateOnly? published)
    {
        var budget = new PdfBudget();
        if (PdfText.Of(fetched.Body, budget) is not { } pdf)
        {
            return budget.IsSpent ? ReadFailure.CostlyPdf(fetched) : ReadFailure.BrokenPdf(fetched);
        }

        var (title, blocks) = TextTitle.Take(pdf.Blocks);
        var article = Begin(fetched, sourceId, published ?? pdf.Created, page: null);
        return Finish(fetched, article with
        {
            PublishedBy = published is null && pdf.Created is not null ? "pdf" : article.PublishedBy,
            Title = pdf.Title.Length > 0 ? pdf.Title : title,
            Blocks = pdf.Title.Length > 0 ? pdf.Blocks : blocks,
        });
    }

    private static Reading ReadText(Fetched fetched, string text, string? sourceId, DateOnly? published)
    {
        var (title, blocks) = TextTitle.Take(PlainText.Blocks(text));
        return Finish(fetched, Begin(fetched, sourceId, published, page: null) with { Title = title, Blocks = MainText.WithoutTrailingHeadings(blocks) });
    }

    private static Article Begin(Fetched fetched, string? sourceId, DateOnly? published, HtmlDocument? page)
    {
        var dated = published is { } given
            ? (given, "given")
            : PageDate.Of(page, fetched.Headers.GetValueOrDefault("last-modified"), fetched.RetrievedAt);
        return new Article
        {
            Url = fetched.FinalUrl,
            SourceId = sourceId,
            Digest = fetched.Digest,
            Retrieved = fetched.RetrievedAt,
            Language = PageLanguage.Of(page, fetched.Headers.GetValueOrDefault("content-language")),
            Published = dated?.Day,
            PublishedBy = dated?.By,
            Blocks = [],
        };
    }

    private static Reading Finish(Fetched fetched, Article article) =>
        !article.Blocks.Any(b => b.Text.Any(char.IsLetter)) ? ReadFailure.NoText(fetched)
        : ErrorPage.Is(article) ? ReadFailure.ErrorPage(fetched)
        : Reading.Of(article);
}
