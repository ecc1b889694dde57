using System.IO.Compression;
using System.Text;
using Alerts.Tests.Http;
using Alerts.Watch;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Watch;

public class FetcherTests
{
    private const string Page = "<!doctype html><p>The court sat on Monday.</p>";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_arrives_with_its_type_validators_and_headers()
    {
        await using var site = await LoopbackSite.StartAsync(c =>
        {
            c.Response.Headers.ETag = "W/\"v1\"";
            c.Response.Headers.LastModified = "Fri, 28 Feb 2025 10:00:00 GMT";
            c.Response.Headers["X-Served-By"] = "a";
            return Write(c, Page, "text/html; charset=\"UTF-8\"");
        });

        var fetched = await FetchAsync(site, "/news#top");

        Assert.Equal(FetchOutcome.Fetched, fetched.Outcome);
        Assert.Equal(200, fetched.Status);
        Assert.Equal(Page, Encoding.UTF8.GetString(fetched.Body));
        Assert.Equal(("text/html", "UTF-8"), (fetched.MediaType, fetched.Charset));
        Assert.Equal(new Validators("W/\"v1\"", "Fri, 28 Feb 2025 10:00:00 GMT"), fetched.Validators);
        Assert.Equal("a", fetched.Headers["x-served-by"]);
        Assert.Equal(time.GetUtcNow(), fetched.RetrievedAt);
        Assert.Null(fetched.Problem);
    }

    [Fact]
    public async Task The_request_says_who_asks_and_what_for()
    {
        await using var site = await LoopbackSite.StartAsync(c => Write(c, Page));

        await Fetcher(site, new FetchOptions { Contact = "https://alerts.example/about" }).FetchAsync(site.Url, Validators.None, Cancellation);

        var request = Assert.Single(site.Requests);
        Assert.Matches(@"^Alerts/\d+\.\d+ \(\+https://alerts\.example/about\)$", request.UserAgent.ToString());
        Assert.Contains("text/html", request.Accept.ToString(), StringComparison.Ordinal);
        Assert.Contains("br", request.AcceptEncoding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_is_asked_for_by_its_etag()
    {
        await using var site = await LoopbackSite.StartAsync(c =>
        {
            c.Response.StatusCode = c.Request.Headers.IfNoneMatch == "\"v1\"" ? 304 : 200;
            return Task.CompletedTask;
        });

        var fetched = await Fetcher(site).FetchAsync(site.Url, new Validators("\"v1\"", "Fri, 28 Feb 2025 10:00:00 GMT"), Cancellation);

        Assert.Equal(FetchOutcome.NotModified, fetched.Outcome);
        Assert.True(fetched.Succeeded);
        Assert.Equal(new Validators("\"v1\"", "Fri, 28 Feb 2025 10:00:00 GMT"), fetched.Validators);
        Assert.False(Assert.Single(site.Requests).ContainsKey("If-Modified-Since"));
    }

    [Fact]
    public async Task Without_an_etag_it_is_asked_for_by_its_date_and_a_304_may_renew_the_validators()
    {
        await using var site = await LoopbackSite.StartAsync(c =>
        {
            c.Response.StatusCode = 304;
            c.Response.Headers.ETag = "\"v2\"";
            return Task.CompletedTask;
        });

        var fetched = await Fetcher(site).FetchAsync(site.Url, new Validators(null, "Fri, 28 Feb 2025 10:00:00 GMT"), Cancellation);

        Assert.Equal(new Validators("\"v2\"", "Fri, 28 Feb 2025 10:00:00 GMT"), fetched.Validators);
        Assert.Equal("Fri, 28 Feb 2025 10:00:00 GMT", Assert.Single(site.Requests).IfModifiedSince);
    }

    [Theory]
    [InlineData(204, FetchOutcome.EmptyBody)]
    [InlineData(206, FetchOutcome.ServerError)]
    [InlineData(300, FetchOutcome.ServerError)]
    [InlineData(304, FetchOutcome.ServerError)]
    [InlineData(400, FetchOutcome.ClientError)]
    [InlineData(401, FetchOutcome.Forbidden)]
    [InlineData(403, FetchOutcome.Forbidden)]
    [InlineData(404, FetchOutcome.NotFound)]
    [InlineData(410, FetchOutcome.NotFound)]
    [InlineData(418, FetchOutcome.ClientError)]
    [InlineData(429, FetchOutcome.TooManyRequests)]
    [InlineData(451, FetchOutcome.Forbidden)]
    [InlineData(500, FetchOutcome.ServerError)]
    [InlineData(503, FetchOutcome.ServerError)]
    public async Task Every_status_but_200_is_a_named_failure(int status, FetchOutcome outcome)
    {
        await using var site = await LoopbackSite.StartAsync(c =>
        {
            c.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var fetched = await FetchAsync(site);

        Assert.Equal(outcome, fetched.Outcome);
        Assert.Equal(status, fetched.Status);
        Assert.Contains(status.ToString(), fetched.Problem, StringComparison.Ordinal);
        Assert.Empty(fetched.Body);
        Assert.Equal(Validators.None, fetched.Validators);
    }

    [Theory]
    [InlineData("120")]
    [InlineData("Sat, 01 Mar 2025 12:02:00 GMT")]
    public async Task A_server_may_say_when_to_come_back(string field)
    {
        await using var site = await LoopbackSite.StartAsync(c =>
        {
            c.Response.StatusCode = 503;
            c.Response.Headers.RetryAfter = field;
            return Task.CompletedTask;
        });

        Assert.Equal(TimeSpan.FromMinutes(2), (await FetchAsync(site)).RetryAfter);
    }

    [Fact]
    public async Task Redirects_are_followed_to_where_they_end()
    {
        await using var site = await LoopbackSite.StartAsync(c => c.Request.Path == "/new/page" ? Write(c, Page) : Redirect(c, "new/page"));

        var fetched = await FetchAsync(site, "/old");

        Assert.Equal(FetchOutcome.Fetched, fetched.Outcome);
        Assert.Equal((site.At("/old"), site.At("/new/page")), (fetched.Url, fetched.FinalUrl));
    }

    [Fact]
    public async Task A_redirect_loop_ends()
    {
        await using var site = await LoopbackSite.StartAsync(c => Redirect(c, "/again"));

        var fetched = await FetchAsync(site);

        Assert.Equal(FetchOutcome.TooManyRedirects, fetched.Outcome);
        Assert.Equal(FetchOptions.MaxRedirects + 1, site.Requests.Count);
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://localhost/")]
    [InlineData("http://127.0.0.1:22/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_to_what_is_not_public_is_refused(string target)
    {
        await using var site = await LoopbackSite.StartAsync(c => Redirect(c, target));

        var fetched = await FetchAsync(site);

        Assert.Equal(FetchOutcome.RefusedAddress, fetched.Outcome);
        Assert.Equal(new Uri(target), fetched.FinalUrl);
        Assert.NotNull(fetched.Problem);
    }

    [Fact]
    public async Task An_answer_that_does_not_begin_is_given_up()
    {
        var asked = new TaskCompletionSource();
        await using var site = await LoopbackSite.StartAsync(async c =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });

        var fetching = FetchAsync(site);
        await asked.Task;
        time.Advance(new FetchOptions().ReadTimeout);

        Assert.Equal(FetchOutcome.TimedOut, (await fetching).Outcome);
    }

    [Fact]
    public async Task A_body_that_drips_is_given_up_when_the_whole_takes_too_long()
    {
        var options = new FetchOptions { TotalTimeout = TimeSpan.FromSeconds(50), ReadTimeout = TimeSpan.FromSeconds(20) };
        await using var site = await LoopbackSite.StartAsync(async c =>
        {
            c.Response.ContentType = "text/html";
            while (!c.RequestAborted.IsCancellationRequested)
            {
                await c.Response.WriteAsync("<p>drip", c.RequestAborted);
                await c.Response.Body.FlushAsync(c.RequestAborted);
                time.Advance(TimeSpan.FromSeconds(5));
            }
        });

        var fetched = await Fetcher(site, options).FetchAsync(site.Url, Validators.None, Cancellation);

        Assert.Equal(FetchOutcome.TimedOut, fetched.Outcome);
    }

    [Fact]
    public async Task An_endless_body_is_cut_off()
    {
        await using var site = await LoopbackSite.StartAsync(async c =>
        {
            c.Response.ContentType = "text/html";
            while (!c.RequestAborted.IsCancellationRequested)
            {
                await c.Response.Body.WriteAsync(new byte[8192], c.RequestAborted);
            }
        });

        var fetched = await Fetcher(site, new FetchOptions { MaxBytes = 100_000 }).FetchAsync(site.Url, Validators.None, Cancellation);

        Assert.Equal(FetchOutcome.TooLarge, fetched.Outcome);
        Assert.Empty(fetched.Body);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_decompression_bomb_is_measured_by_what_it_unfolds_to(string encoding)
    {
        var bomb = Compress(new byte[20_000_000], encoding);
        Assert.InRange(bomb.Length, 1, 500_000);
        await using var site = await LoopbackSite.StartAsync(c => WriteCompressed(c, bomb, encoding));

        Assert.Equal(FetchOutcome.TooLarge, (await FetchAsync(site)).Outcome);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_page_is_unfolded(string encoding)
    {
        await using var site = await LoopbackSite.StartAsync(c => WriteCompressed(c, Compress(Encoding.UTF8.GetBytes(Page), encoding), encoding));

        Assert.Equal(Page, Encoding.UTF8.GetString((await FetchAsync(site)).Body));
    }

    [Fact]
    public async Task A_body_that_cannot_be_unfolded_is_a_named_failure()
    {
        await using var site = await LoopbackSite.StartAsync(c => WriteCompressed(c, "no gzip at all"u8.ToArray(), "gzip"));

        Assert.Equal(FetchOutcome.Unreachable, (await FetchAsync(site)).Outcome);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_a_named_failure()
    {
        await using var site = await LoopbackSite.StartAsync(async c =>
        {
            c.Response.ContentLength = 1000;
            await c.Response.WriteAsync("<p>half");
            await c.Response.Body.FlushAsync();
            c.Abort();
        });

        Assert.Equal(FetchOutcome.Unreachable, (await FetchAsync(site)).Outcome);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_a_named_failure()
    {
        var site = await LoopbackSite.StartAsync(c => Write(c, Page));
        var (url, fetcher) = (site.Url, Fetcher(site));
        await site.DisposeAsync();

        var fetched = await fetcher.FetchAsync(url, Validators.None, Cancellation);

        Assert.Equal(FetchOutcome.Unreachable, fetched.Outcome);
        Assert.Contains("does not accept connections", fetched.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public async Task An_empty_body_is_no_page(string body)
    {
        await using var site = await LoopbackSite.StartAsync(c => Write(c, body));

        Assert.Equal(FetchOutcome.EmptyBody, (await FetchAsync(site)).Outcome);
    }

    [Theory]
    [InlineData("application/zip", "PK\u0003\u0004")]
    [InlineData("image/png", "x")]
    [InlineData("application/octet-stream", "PK\u0003\u0004")]
    [InlineData(null, "PK\u0003\u0004")]
    public async Task What_is_not_text_is_named_by_its_type(string? contentType, string body)
    {
        await using var site = await LoopbackSite.StartAsync(c => Write(c, body, contentType));

        var fetched = await FetchAsync(site);

        Assert.Equal(FetchOutcome.UnsupportedType, fetched.Outcome);
        Assert.Contains(contentType ?? "application/octet-stream", fetched.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, Page, "text/html")]
    [InlineData("application/octet-stream", "\uFEFF <html><p>x", "text/html")]
    [InlineData(null, "<?xml version=\"1.0\"?><rss/>", "application/xml")]
    [InlineData(null, "He was released.", "text/plain")]
    [InlineData("Text/HTML ;charset=utf-8", Page, "text/html")]
    [InlineData("application/rss+xml", "<rss/>", "application/rss+xml")]
    public async Task The_type_is_taken_from_the_header_or_else_from_the_bytes(string? contentType, string body, string mediaType)
    {
        await using var site = await LoopbackSite.StartAsync(c => Write(c, body, contentType));

        var fetched = await FetchAsync(site);

        Assert.Equal((FetchOutcome.Fetched, mediaType), (fetched.Outcome, fetched.MediaType));
    }

    [Fact]
    public async Task Only_cancellation_throws()
    {
        using var cancelled = new CancellationTokenSource();
        await using var site = await LoopbackSite.StartAsync(async c =>
        {
            await cancelled.CancelAsync();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fetcher(site).FetchAsync(site.Url, Validators.None, cancelled.Token));
    }

    private Task<Fetched> FetchAsync(LoopbackSite site, string path = "/") => Fetcher(site).FetchAsync(site.At(path), Validators.None, Cancellation);

    private Fetcher Fetcher(LoopbackSite site, FetchOptions? options = null) => Fetching.Of(site, time, options);

    private static async Task Write(HttpContext context, string body, string? contentType = "text/html")
    {
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    }

    private static async Task WriteCompressed(HttpContext context, byte[] body, string encoding)
    {
        context.Response.ContentType = "text/html";
        context.Response.Headers.ContentEncoding = encoding;
        await context.Response.Body.WriteAsync(body);
    }

    private static Task Redirect(HttpContext context, string location)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static byte[] Compress(byte[] body, string encoding)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding == "gzip" ? new GZipStream(compressed, CompressionLevel.Fastest) : new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            stream.Write(body);
        }

        return compressed.ToArray();
    }
}
