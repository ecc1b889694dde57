using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using System.Xml.XPath;

namespace Alerts.Read;

/// <summary>Which parts of a page are read, where its owner says so in place of our finding the main text.</summary>
/// <param name="Select">A CSS selector, or an XPath beginning with <c>/</c>; null keeps the whole page.</param>
/// <param name="Exclude">What of it is left out, in the same forms.</param>
public sealed record PageSelection(string? Select, string? Exclude)
{
    /// <returns>The HTML of the parts in the order of the page, what lies within another part only once; empty when nothing matches; null when the page cannot be read.</returns>
    internal string? Of(string html) => Excluded(html, Exclude) is { } rest ? Html(rest, Select) : null;

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

    private static string? Excluded(string html, string? exclude)
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

            return page?.DocumentNode.OuterHtml;
        }

        var document = BoundedHtml.Parse(html);
        foreach (var element in document?.QuerySelectorAll(exclude).ToList() ?? [])
        {
            element.Remove();
        }

        return document is null ? null : BoundedHtml.Write([document.DocumentElement]);
    }

    private static string? Html(string html, string? select)
    {
        if (select is null)
        {
            return html;
        }

        if (IsXPath(select))
        {
            var nodes = Markup.Parse(html)?.DocumentNode.SelectNodes(select)?.ToHashSet() ?? [];
            return string.Concat(nodes.Where(n => !n.Ancestors().Any(nodes.Contains)).Select(n => n.OuterHtml));
        }

        var document = BoundedHtml.Parse(html);
        if (document is null)
        {
            return null;
        }

        var found = document.QuerySelectorAll(select).ToHashSet();
        return BoundedHtml.Write(found.Where(e => !e.GetAncestors().OfType<IElement>().Any(found.Contains)));
    }

    private static bool IsXPath(string selector) => selector.StartsWith('/') || selector.StartsWith("(/", StringComparison.Ordinal);
}
