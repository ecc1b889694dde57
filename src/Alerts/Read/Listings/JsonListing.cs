using System.Globalization;
using System.Net;
using Alerts.Cases;
using Alerts.Watch;
using DevLab.JmesPath;
using DevLab.JmesPath.Expressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Alerts.Read.Listings;

/// <summary>Reads the items of an API's answer, found by JMESPath.</summary>
internal static class JsonListing
{
    private const int MaxDepth = 64;

    public static Listing Read(Fetched fetched, JsonPaths paths)
    {
        if (Charset.Decode(fetched.Body, fetched.Charset) is not { } text)
        {
            return Failed(fetched.FinalUrl, ReadProblem.WrongCharset, "its bytes make no text in any charset");
        }

        try
        {
            var wanted = new Wanted(Expression(paths.Text)!, Expression(paths.Title), Expression(paths.Date), Expression(paths.Link ?? "id")!, IsAddress: paths.Link is not null);
            return Value(Parse(text), Expression(paths.Items)!) is JArray items
                ? new Listing([.. items.Take(Listing.Most).Select(i => Article(i, wanted, fetched.FinalUrl)).OfType<ListedArticle>()])
                : Failed(fetched.FinalUrl, ReadProblem.Malformed, $"\"{paths.Items}\" finds no list in it");
        }
        catch (JsonException)
        {
            return Failed(fetched.FinalUrl, ReadProblem.Malformed, "it is not JSON");
        }
    }

    /// <returns>What is wrong with an expression; null for one that can be used.</returns>
    public static string? Complaint(string expression)
    {
        try
        {
            Expression(expression);
            return null;
        }
#pragma warning disable CA1031 // The parser reports by a bare Exception.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e.Message;
        }
    }

    private static JToken Parse(string text)
    {
        // Dates stay as they are written.
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = MaxDepth };
        return JToken.ReadFrom(reader);
    }

    private static JmesPathExpression? Expression(string? text) => text is null ? null : new JmesPath().Parse(text);

    private static ListedArticle? Article(JToken item, Wanted wanted, Uri at)
    {
        if (Text(item, wanted.Text) is not { Length: > 0 } content)
        {
            return null;
        }

        // Without a page of its own an item is known by its id, or by what it says.
        var identity = Text(item, wanted.Identity) ?? StableId.Of(content);
        var url = (wanted.IsAddress ? WebAddress.Of(at, identity) : null)
            ?? new UriBuilder(at) { Query = $"{at.Query.TrimStart('?')}{(at.Query.Length > 1 ? "&" : "")}item={Uri.EscapeDataString(identity)}" }.Uri;
        return new ListedArticle(
            url,
            Text(item, wanted.Title) ?? "",
            FeedDate.Of(Text(item, wanted.Date)),
            content.Contains('<', StringComparison.Ordinal) ? content : $"<p>{WebUtility.HtmlEncode(content)}</p>");
    }

    private static string? Text(JToken item, JmesPathExpression? expression) => expression is null ? null : Value(item, expression) switch
    {
        JValue { Value: not null } value => Convert.ToString(value.Value, CultureInfo.InvariantCulture)?.Trim(),
        JArray list => string.Join("\n", list.OfType<JValue>().Select(v => v.Value)),
        _ => null,
    };

    private static JToken? Value(JToken token, JmesPathExpression expression)
    {
        try
        {
            return expression.Transform(token).AsJToken();
        }
#pragma warning disable CA1031 // A value of another type than a function wants is reported by a bare Exception.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>The paths of an item, parsed once for all of them.</summary>
    private sealed record Wanted(JmesPathExpression Text, JmesPathExpression? Title, JmesPathExpression? Date, JmesPathExpression Identity, bool IsAddress);

    private static Listing Failed(Uri at, ReadProblem problem, string what) =>
        new([], problem, $"The answer of {at} cannot be read: {what}. Look at it in a browser, and correct the source's json paths.");
}
