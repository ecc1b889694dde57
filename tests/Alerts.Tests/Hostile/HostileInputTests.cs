using System.Globalization;
using System.IO.Compression;
using System.Text;
using Alerts.Cases;
using Alerts.Read;
using Alerts.Read.Listings;
using Alerts.Tests.Http;
using Alerts.Tests.Watch;
using Alerts.Watch;
using Microsoft.Extensions.Time.Testing;
using static Alerts.Tests.Hostile.Bodies;
using static Alerts.Tests.Hostile.RawServer;
using Server = System.Func<System.IO.Stream, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace Alerts.Tests.Hostile;

/// <summary>The table of what a server can send to do harm, and how it ends: by a named failure, or read. All over a connection, by the way that a check goes.</summary>
public class HostileInputTests
{
    private const string Html = "text/html; charset=utf-8";
    private const string Xml = "application/xml";
    private const string Json = "application/json";
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    private const string Letters = "BT /F 12 Tf 50 700 Td (The court released the editor.) Tj ET";

    /// <summary>A reader that hangs fails the test, and no more than that: how fast it is, the benchmarks tell.</summary>
    private const int Hanging = 300_000;

    private const long Megabyte = 1024 * 1024;

    /// <summary>Megabytes that reading one document may take from the heap, all that is given back meanwhile counted in.</summary>
    private const long MostTaken = 1024;

    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private static readonly Source Page = new() { Id = "hostile", Kind = SourceKind.Page, Url = new Uri("http://site.example/"), Name = "hostile" };
    private static readonly Source List = Page with { Kind = SourceKind.List };
    private static readonly Source Feed = Page with { Kind = SourceKind.Feed };
    private static readonly Source Sitemap = Page with { Kind = SourceKind.Sitemap };
    private static readonly Source Pdf = Page with { Kind = SourceKind.Pdf };
    private static readonly Source Api = Page with { Kind = SourceKind.Json, Json = new JsonPaths("@", "text") };

    private static readonly Dictionary<string, (Source Source, Server Server, string Outcome)> Inputs = new()
    {
        // The connection.
        ["a body that never ends"] = (Page, Endless($"{Ok}\r\n", new string('x', 8192)), "too-large"),
        ["chunks that never end"] = (Page, Endless($"{Ok}Transfer-Encoding: chunked\r\n\r\n", Times("1\r\nx\r\n", 1000)), "too-large"),
        ["a header that never ends"] = (Page, Endless(Ok, $"X-Pad: {new string('x', 8192)}\r\n"), "unreachable"),
        ["a header line that never ends"] = (Page, Endless(Ok + "X-Pad: ", new string('x', 8192)), "unreachable"),
        ["interim answers that never end"] = (Page, Endless("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", Later), "timed-out"),
        ["a header that drips"] = (Page, Endless(Ok + "X-Pad: ", "x", Later), "timed-out"),
        ["a body that drips"] = (Page, Endless($"{Ok}\r\n", "<p>drip", Later), "timed-out"),
        ["a length that is a lie"] = (Page, (s, c) => s.WriteAsync(Encoding.ASCII.GetBytes($"{Ok}Content-Length: 1000\r\n\r\n<p>half"), c).AsTask(), "unreachable"),
        ["a length of many gigabytes"] = (Page, Endless($"{Ok}Content-Length: 99999999999\r\n\r\n", "x"), "too-large"),
        ["no HTTP at all"] = (Page, (s, c) => s.WriteAsync(Encoding.ASCII.GetBytes("220 mail.example ESMTP\r\n"), c).AsTask(), "unreachable"),

        // Compression.
        ["a gzip bomb"] = (Page, Answer(Html, Bomb(200, s => new GZipStream(s, CompressionLevel.Fastest)), 200, "Content-Encoding: gzip"), "too-large"),
        ["a brotli bomb"] = (Page, Answer(Html, Bomb(200, s => new BrotliStream(s, CompressionLevel.Fastest)), 200, "Content-Encoding: br"), "too-large"),
        ["gzip within gzip"] = (Page, Answer(Html, Gzip(Gzip(Encoding.UTF8.GetBytes(Sentence))), 200, "Content-Encoding: gzip, gzip"), "unreachable"),
        ["a coding nobody asked for"] = (Page, Answer(Html, Encoding.UTF8.GetBytes(Sentence), 200, "Content-Encoding: zstd"), "unreachable"),
        ["gzip that is none"] = (Page, Answer(Html, Encoding.UTF8.GetBytes(Sentence), 200, "Content-Encoding: gzip"), "unreachable"),

        // Status and type.
        ["an empty 200"] = (Page, Answer(Html, [], 200), "empty-body"),
        ["a 204"] = (Page, Answer(Html, [], 204), "empty-body"),
        ["a 206"] = (Page, Answer(Html, Encoding.UTF8.GetBytes(Sentence), 206), "server-error"),
        ["a 304 that was not asked for"] = (Page, Answer(Html, [], 304), "server-error"),
        ["a status of its own"] = (Page, Answer(Html, [], 799), "server-error"),
        ["nothing but NUL"] = (Page, Answer(Html, new byte[1_000_000]), "empty-body"),
        ["NUL between the letters"] = (Page, Answer(Html, string.Concat(Sentence.Select(c => $"{c}\0"))), "wrong-charset"),
        ["a picture that calls itself a page"] = (Page, Answer(Html, [0x89, 0x50, 0x4E, 0x47, .. Noise()]), "wrong-charset"),
        ["a page that calls itself a picture"] = (Page, Answer("image/png", Sentence), "unsupported-type"),
        ["a page that calls itself a PDF"] = (Pdf, Answer("application/pdf", Sentence), "malformed"),
        ["a PDF that calls itself a page"] = (Pdf, Answer(Html, Bodies.Pdf(Encoding.ASCII.GetBytes(Letters))), "read"),
        ["a page that calls itself JSON"] = (Api, Answer(Json, Sentence), "malformed"),
        ["a type of ten thousand letters"] = (Page, Answer(new string('x', 10_000) + "/html", Sentence), "unsupported-type"),
        ["bytes that are no UTF-8"] = (Page, Answer(Html, [.. "<p>"u8, .. Noise()]), "wrong-charset"),
        ["a cut character in a page"] = (Page, Answer(Html, [.. Encoding.UTF8.GetBytes(Sentence), 0xE2, 0x82]), "read"),
        ["a charset that does not exist"] = (Page, Answer("text/html; charset=klingon", Sentence), "read"),

        // Redirects.
        ["a redirect to itself"] = (Page, Redirect("/page"), "too-many-redirects"),
        ["a redirect to a file"] = (Page, Redirect("file:///etc/passwd"), "refused-address"),
        ["a redirect to FTP"] = (Page, Redirect("ftp://site.example/x"), "refused-address"),
        ["a redirect to data"] = (Page, Redirect("data:text/html,<p>x"), "refused-address"),
        ["a redirect to a script"] = (Page, Redirect("javascript:alert(1)"), "refused-address"),
        ["a redirect to a private address"] = (Page, Redirect("http://10.0.0.1/"), "refused-address"),
        ["a redirect to cloud metadata"] = (Page, Redirect("http://169.254.169.254/latest/meta-data/"), "refused-address"),
        ["a redirect to no address"] = (Page, Redirect("http://[::1/"), "server-error"),
        ["a redirect without a host"] = (Page, Redirect("http:///"), "server-error"),
        ["a redirect of 40,000 letters"] = (Page, Redirect("/" + new string('x', 40_000)), "too-many-redirects"),

        // Pages.
        ["elements nested 100,000 deep"] = (Page, Answer(Html, Times("<div>", 100_000) + Sentence), "malformed"),
        ["ten megabytes of one tag"] = (Page, Answer(Html, Times("<p>", 3_300_000)), "malformed"),
        ["ten megabytes of brackets"] = (Page, Answer(Html, Times("<", 10_000_000)), "no-text"),
        ["ten megabytes of ampersands"] = (Page, Answer(Html, Sentence + Times("&", 10_000_000)), "read"),
        ["an attribute of nine megabytes"] = (Page, Answer(Html, $"<p class=\"{Times("a b ", 2_300_000)}\">{Sentence}"), "read"),
        ["a million attributes"] = (Page, Answer(Html, $"<p {Times("a=b ", 1_000_000)}>{Sentence}"), "read"),
        ["a comment that is never closed"] = (Page, Answer(Html, $"{Sentence}<!--{Times("x", 9_000_000)}"), "read"),
        ["a title of nine megabytes"] = (Page, Answer(Html, $"<title>{Times("sorry 404 ", 900_000)}</title>{Sentence}"), "read"),
        ["a heading of nine megabytes"] = (Page, Answer(Html, $"<h1>{Times("oops ", 1_800_000)}</h1>{Sentence}"), "read"),
        ["one word of nine megabytes"] = (Page, Answer(Html, $"<p>{Times("x", 9_000_000)}</p>"), "read"),
        ["100,000 paragraphs 700 deep"] = (Page, Answer(Html, Times("<div>", 700) + Times("<p>x</p>", 90_000)), "read"),
        ["a date of nine megabytes"] = (Page, Answer(Html, $"<meta property=\"article:published_time\" content=\"{Times("2026-", 1_800_000)}\">{Sentence}"), "read"),
        ["900,000 links"] = (List, Answer(Html, Times("<a href=/x>", 900_000)), "malformed"),
        ["90,000 links"] = (List, Answer(Html, Each(90_000, i => $"<a href=/{i}>{i}</a>")), "read"),
        ["links within links"] = (List, Answer(Html, Each(700, i => $"<a href=/{i}>") + Times("word ", 1_500_000)), "read"),

        // Parts of pages.
        ["a CSS selector that finds 90,000 parts"] = (Page with { Select = "p" }, Answer(Html, Times("<p>x</p>", 90_000)), "read"),
        ["a CSS selector that leaves 45,000 parts out"] = (Page with { Exclude = "b" }, Answer(Html, Times("<p>x<b>y</b></p>", 45_000)), "read"),
        ["a CSS selector on elements that are never closed"] = (Page with { Select = "p" }, Answer(Html, string.Concat(Enumerable.Range(0, 50_000).Select(n => $"<p><font size={n}>x"))), "malformed"),
        ["a CSS selector on elements 700 deep"] = (Page with { Select = "div" }, Answer(Html, Times("<div>", 700) + Times("word ", 1_500_000)), "read"),
        ["an XPath on elements 700 deep"] = (Page with { Select = "//div" }, Answer(Html, Times("<div>", 700) + Times("word ", 1_500_000)), "read"),
        ["an XPath that finds 40,000 parts"] = (Page with { Select = "//p", Exclude = "//b" }, Answer(Html, Times("<p>x<b>y</b></p>", 40_000)), "read"),

        // Feeds, sitemaps and APIs.
        ["a billion laughs in a feed"] = (Feed, Answer(Xml, Laughs("rss", "<rss version=\"2.0\"><channel><title>&l10;</title></channel></rss>")), "malformed"),
        ["a billion laughs in a sitemap"] = (Sitemap, Answer(Xml, Laughs("urlset", "<urlset><url><loc>&l10;</loc></url></urlset>")), "malformed"),
        ["an external entity in a feed"] = (Feed, Answer(Xml, "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>&x;</title></channel></rss>"), "malformed"),
        ["an external entity in a sitemap"] = (Sitemap, Answer(Xml, "<!DOCTYPE urlset SYSTEM \"http://10.0.0.1/x.dtd\"><urlset><url><loc>http://site.example/</loc></url></urlset>"), "malformed"),
        ["a feed nested 100,000 deep"] = (Feed, Answer(Xml, "<rss version=\"2.0\"><channel>" + Times("<a>", 100_000)), "malformed"),
        ["a sitemap nested 100,000 deep"] = (Sitemap, Answer(Xml, "<urlset>" + Times("<url>", 100_000)), "malformed"),
        ["an attribute of nine megabytes in a feed"] = (Feed, Answer(Xml, $"<rss version=\"2.0\" x=\"{Times("a", 9_000_000)}\"><channel><title>t</title><description>d</description></channel></rss>"), "read"),
        ["a million empty items"] = (Feed, Answer(Xml, $"<rss version=\"2.0\"><channel>{Times("<item/>", 1_000_000)}</channel></rss>"), "read"),
        ["a million pages in a sitemap"] = (Sitemap, Answer(Xml, $"<urlset>{Times("<url/>", 1_000_000)}</urlset>"), "read"),
        ["nine million ampersands in a feed"] = (Feed, Answer(Xml, $"<rss version=\"2.0\"><channel><title>{Times("&", 9_000_000)}</title></channel></rss>"), "malformed"),
        ["a sitemap index of itself"] = (Sitemap, Answer(Xml, "<sitemapindex><sitemap><loc>/page</loc></sitemap></sitemapindex>"), "read"),
        ["JSON nested 100,000 deep in a feed"] = (Feed, Answer(Json, Times("{\"a\":", 100_000)), "malformed"),
        ["JSON nested 100,000 deep in an API"] = (Api, Answer(Json, Times("[", 100_000)), "malformed"),
        ["three million values in an API"] = (Api, Answer(Json, $"[{Times("0,", 3_000_000)}0]"), "read"),
        ["an object of a million names"] = (Api, Answer(Json, $"[{{{Each(600_000, i => $"\"{i}\":0,")}\"text\":\"x\"}}]"), "read"),

        // PDF.
        ["noise behind the mark of a PDF"] = (Pdf, Answer("application/pdf", [.. "%PDF-1.7\n"u8, .. Noise()]), "malformed"),
        ["a locked PDF"] = (Pdf, Answer("application/pdf", Bodies.Pdf("BT ET"u8.ToArray(), trailer: "/ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <" + new string('1', 64) + "> /U <" + new string('2', 64) + "> >>")), "malformed"),
        ["a PDF whose stream unfolds to 400 megabytes"] = (Pdf, Answer("application/pdf", Bodies.Pdf(Bomb(400, s => new ZLibStream(s, CompressionLevel.Fastest)), "/Filter /FlateDecode")), "malformed"),
        ["forms of a PDF that draw each other twice, 30 deep"] = (Pdf, Drawing("/X0 Do", Unfolding(30, 2)), "malformed"),
        ["forms of a PDF that draw each other ten times, 30 deep"] = (Pdf, Drawing("/X0 Do", Unfolding(30, 10)), "malformed"),
        ["5,000 forms of a PDF within each other"] = (Pdf, Drawing("/X0 Do", Unfolding(5000, 1)), "malformed"),
        ["a form of a PDF that draws itself"] = (Pdf, Drawing("/X0 Do", $"{Letters} /X0 Do"), "read"),
        ["forms of a PDF that draw each other in a circle"] = (Pdf, Drawing("/X0 Do", "/X1 Do", "/X1 Do /X0 Do"), "malformed"),
        ["nine megabytes of operators in a PDF"] = (Pdf, Drawing(Times("q\n", 4_500_000)), "malformed"),
        ["nine megabytes of lines in a PDF"] = (Pdf, Drawing(Times("0 0 m 1 1 l\n", 750_000)), "no-text"),
        ["a million letters on a page of a PDF"] = (Pdf, Drawing($"BT /F 12 Tf {Times($"({new string('x', 1000)}) Tj ", 1000)}ET"), "malformed"),
        ["90,000 tabs on a page of a PDF"] = (Pdf, Drawing($"BT /F 12 Tf ({new string('\t', 90_000)}) Tj ET"), "malformed"),
    };

    public static TheoryData<string> Names => [.. Inputs.Keys];

    [Theory(Timeout = Hanging)]
    [MemberData(nameof(Names))]
    public async Task Whatever_is_sent_ends_by_name(string name)
    {
        var (source, server, outcome) = Inputs[name];
        await using var raw = new RawServer(server);

        Assert.Equal(outcome, await Task.Run(() => OutcomeAsync(raw.Url, source), TestContext.Current.CancellationToken));
    }

    private static async Task<string> OutcomeAsync(Uri url, Source source)
    {
        var fetched = await Fetching.Of(url.Authority, Time).FetchAsync(url, Validators.None, TestContext.Current.CancellationToken);
        if (!fetched.Succeeded)
        {
            Assert.NotEmpty(fetched.Problem!);
            return Word.Of(fetched.Outcome);
        }

        // Counted on this thread, which reads by itself: what it takes from the heap in all is no less than what it holds at any time.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (problem, explanation) = source.Kind is SourceKind.Page or SourceKind.Pdf
            ? new ArticleReader().Read(fetched, source) is var reading ? (reading.Problem, reading.Explanation) : default
            : new ListingReader(new FeedReader(), new LinkReader()).Read(fetched, source) is var listing ? (listing.Problem, listing.Explanation) : default;
        var taken = (GC.GetAllocatedBytesForCurrentThread() - before) / Megabyte;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{taken} MB"));
        Assert.InRange(taken, 0, MostTaken);
        Assert.Equal(problem == ReadProblem.None, explanation is null);
        return problem == ReadProblem.None ? "read" : Word.Of(problem);
    }

    private static void Later() => Time.Advance(TimeSpan.FromSeconds(5));

    private static Server Redirect(string target) => Answer(Html, [], 302, $"Location: {target}");

    private static Server Drawing(string content, params string[] forms) =>
        Answer("application/pdf", Bodies.Pdf(Encoding.ASCII.GetBytes(content), forms: forms));

    /// <summary>Forms that each draw the next so many times; the last draws letters.</summary>
    private static string[] Unfolding(int forms, int times) => [.. Enumerable.Range(1, forms).Select(n => Times($"/X{n} Do ", times)), Letters];

    private static byte[] Noise()
    {
        var noise = new byte[100_000];
        new Random(7).NextBytes(noise);
        return [.. noise.Select(b => (byte)(b | 0x80))];
    }
}
