using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using System.Xml.XPath;

namespace Alerts.Read;

/// <summary>Which parts of a page are read, where its owner says so in place of our finding the main text.</summary>
/// <param name="Select">A CSS selector, or an XPath beginning with <c>/</c>; null keeps the whole page.</param>
/// <param name="Exclude">What of it is left out, in the same forms.</param>
public sealed record PageSelection(string? Select, string? Exclude)
{
    /// <returns>The HTML of the parts in the order of the page; empty when nothing matches.</returns>
    internal string Of(string html) => Html(Excluded(html, Exclude), Select);

    /// <returns>What is wrong with a selector; null for one that can be used.</returns>
    public static string? Complaint(string selector)
    {
        if (!IsXPath(selector))
        {
            return new CssSelectorParser().ParseSelector(selector) is null ? "it is no CSS selector" : null;
        }

        try
        {
            XPathExpression.Compile(selector);
            return null;
        }
        catch (XPathException e)
        {
            return e.Message;
        }
    }

    private static string Excluded(string html, string? exclude)
    {
        if (exclude is null)
        {
            return html;
        }

        if (IsXPath(exclude))
        {
            var page = Markup.Parse(html);
            foreach (var node in page?.DocumentNode.SelectNodes(exclude)?.ToList() ?? [])
            {
                node.Remove();
            }

            return page?.DocumentNode.OuterHtml ?? "";
        }

        using var document = new HtmlParser().ParseDocument(html);
        foreach (var element in document.QuerySelectorAll(exclude).ToList())
        {
            element.Remove();
        }

        return document.DocumentElement.OuterHtml;
    }

    private static string Html(string html, string? select)
    {
        if (select is null)
        {
            return html;
        }

        if (IsXPath(select))
        {
            return string.Concat(Markup.Parse(html)?.DocumentNode.SelectNodes(select)?.Select(n => n.OuterHtml) ?? []);
        }

        using var document = new HtmlParser().ParseDocument(html);
        var found = document.QuerySelectorAll(select).ToList();
        return string.Concat(found.Where(e => !found.Any(other => other != e && other.Contains(e))).Select(e => e.OuterHtml));
    }

    private static bool IsXPath(string selector) => selector.StartsWith('/') || selector.StartsWith("(/", StringComparison.Ordinal);
}
