using System.Collections.Frozen;
using System.Net;
using System.Text;
using HtmlAgilityPack;

namespace Alerts.Read;

/// <summary>Lays a tree of elements out as boxes: inline elements run together, block elements and blank lines part.</summary>
internal sealed class Layout
{
    private static readonly FrozenSet<string> Unseen = FrozenSet.Create(
        "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "canvas", "svg", "audio", "video", "map", "title", "button", "input", "select", "option",
        "optgroup", "datalist", "textarea", "label", "output", "progress", "meter", "dialog",
        "amp-ad", "amp-analytics", "amp-audio", "amp-consent", "amp-embed", "amp-iframe", "amp-img", "amp-sidebar", "amp-sticky-ad", "amp-user-notification", "amp-video", "amp-youtube");

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "#document", "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul");

    /// <summary>Characters of class, id and role that are looked at.</summary>
    private const int MaxHints = 500;

    private readonly StringBuilder run = new();
    private int linked;
    private int breaks;

    public static Box Of(HtmlNode root)
    {
        var box = new Box(root.Name, "");
        var layout = new Layout();
        layout.Fill(box, root, BlockKind.Paragraph, inLink: false);
        layout.Flush(box, BlockKind.Paragraph);
        return box;
    }

    private void Fill(Box box, HtmlNode parent, BlockKind kind, bool inLink)
    {
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node.NodeType == HtmlNodeType.Text)
            {
                Append(((HtmlTextNode)node).Text, inLink);
            }
            else if (node.NodeType == HtmlNodeType.Element && !IsUnseen(node))
            {
                Place(box, node, kind, inLink);
            }
        }
    }

    private void Place(Box box, HtmlNode node, BlockKind kind, bool inLink)
    {
        if (node.Name == "br")
        {
            Break(box, kind);
        }
        else if (Blocks.Contains(node.Name))
        {
            Flush(box, kind);
            var inner = new Box(node.Name, Hints(node));
            var innerKind = KindOf(node.Name) ?? kind;
            Fill(inner, node, innerKind, inLink);
            Flush(inner, innerKind);
            box.Add(inner);
        }
        else
        {
            Fill(box, node, kind, inLink || node.Name == "a");
        }
    }

    private void Append(string raw, bool inLink)
    {
        var text = WebUtility.HtmlDecode(raw);
        breaks = string.IsNullOrWhiteSpace(text) ? breaks : 0;
        linked += inLink ? Markup.OneLine(text).Length : 0;
        run.Append(text);
    }

    /// <summary>A line break is a space; two are a new paragraph.</summary>
    private void Break(Box box, BlockKind kind)
    {
        breaks++;
        run.Append(' ');
        if (breaks > 1)
        {
            Flush(box, kind);
        }
    }

    private void Flush(Box box, BlockKind kind)
    {
        if (Markup.OneLine(run.ToString()) is { Length: > 0 } text)
        {
            box.Add(Box.Run(new Block(kind, text), Math.Min(linked, text.Length)));
        }

        run.Clear();
        (linked, breaks) = (0, 0);
    }

    private static string Hints(HtmlNode node)
    {
        var hints = $"{node.GetAttributeValue("class", "")} {node.Id} {node.GetAttributeValue("role", "")}";
        return hints.Length > MaxHints ? hints[..MaxHints] : hints;
    }

    private static BlockKind? KindOf(string name) => name switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        "li" => BlockKind.ListItem,
        _ => null,
    };

    private static bool IsUnseen(HtmlNode node)
    {
        if (Unseen.Contains(node.Name) || node.Attributes.Contains("hidden"))
        {
            return true;
        }

        var style = node.GetAttributeValue("style", "");
        return style.Length > 0 && IsHiding(style.Replace(" ", "", StringComparison.Ordinal));
    }

    private static bool IsHiding(string style) =>
        style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
}
