using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Alerts.Read;

/// <summary>
/// HTML as browsers read it, which is what a CSS selector means. Elements that are never closed are taken up again in every paragraph
/// (HTML Standard, "reconstruct the active formatting elements"), so that a small page can become millions of elements: they are counted.
/// </summary>
internal static class BoundedHtml
{
    private const int MaxElements = 500_000;

    /// <returns>The document, which holds memory only: disposing of it would take it apart child by child, at a cost that grows with their square. null when it holds more elements than any page made for people.</returns>
    public static IHtmlDocument? Parse(string html)
    {
        var made = Configuration.Default.WithOnly<IElementFactory<Document, HtmlElement>>(new Counted(Factory));
        try
        {
            return new HtmlParser(new HtmlParserOptions(), BrowsingContext.New(made)).ParseDocument(html);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static IElementFactory<Document, HtmlElement> Factory { get; } = BrowsingContext.New().GetService<IElementFactory<Document, HtmlElement>>()!;

    private sealed class Counted(IElementFactory<Document, HtmlElement> inner) : IElementFactory<Document, HtmlElement>
    {
        private int count;

        public HtmlElement Create(Document document, string localName, string? prefix, NodeFlags flags) =>
            ++count <= MaxElements ? inner.Create(document, localName, prefix, flags) : throw new InvalidDataException("The page unfolds to too many elements.");
    }
}
