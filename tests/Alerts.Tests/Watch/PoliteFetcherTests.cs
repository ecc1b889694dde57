using Alerts.Tests.Http;
using Alerts.Watch;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Watch;

public class PoliteFetcherTests
{
    private const string Article = "<!doctype html><title>News</title><p>The court sat on Monday.</p>";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_the_robots_txt_forbids_is_not_asked_for()
    {
        await using var site = await LoopbackSite.StartAsync(Serve(Article));
        site.Robots = Serve("User-agent: *\nDisallow: /private", "text/plain");
        var fetcher = Fetching.Of(site, time);

        var refused = await FetchAsync(fetcher, site.At("/private/1"));
        var allowed = await FetchAsync(fetcher, site.At("/news"));

        Assert.Equal(FetchOutcome.DisallowedByRobots, refused.Outcome);
        Assert.Contains("/private/1", refused.Problem, StringComparison.Ordinal);
        Assert.Equal(FetchOutcome.Fetched, allowed.Outcome);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_redirect_does_not_lead_past_the_robots_txt()
    {
        await using var site = await LoopbackSite.StartAsync(c =>
        {
            c.Response.Redirect("/private");
            return Task.CompletedTask;
        });
        site.Robots = Serve("User-agent: Alerts\nDisallow: /private", "text/plain");

        var fetched = await FetchAsync(Fetching.Of(site, time), site.At("/news"));

        Assert.Equal(FetchOutcome.DisallowedByRobots, fetched.Outcome);
        Assert.Single(site.Requests);
    }

    [Theory]
    [InlineData(404, FetchOutcome.Fetched)]
    [InlineData(403, FetchOutcome.Fetched)]
    [InlineData(500, FetchOutcome.DisallowedByRobots)]
    [InlineData(503, FetchOutcome.DisallowedByRobots)]
    [InlineData(429, FetchOutcome.DisallowedByRobots)]
    public async Task Without_a_robots_txt_all_is_allowed_and_with_one_that_fails_nothing_is(int status, FetchOutcome outcome)
    {
        await using var site = await LoopbackSite.StartAsync(Serve(Article));
        site.Robots = c =>
        {
            c.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        Assert.Equal(outcome, (await FetchAsync(Fetching.Of(site, time), site.Url)).Outcome);
    }

    [Fact]
    public async Task A_robots_txt_is_asked_for_once_a_day_and_what_it_allowed_stands_while_it_fails()
    {
        var (asked, fails) = (0, false);
        await using var site = await LoopbackSite.StartAsync(Serve(Article));
        site.Robots = c =>
        {
            asked++;
            c.Response.StatusCode = fails ? 503 : 200;
            return fails ? Task.CompletedTask : c.Response.WriteAsync("User-agent: *\nDisallow: /private");
        };
        var fetcher = Fetching.Of(site, time);

        await FetchAsync(fetcher, site.At("/a"));
        await FetchAsync(fetcher, site.At("/b"));
        Assert.Equal(1, asked);

        fails = true;
        time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(fetcher, site.At("/c"))).Outcome);
        Assert.Equal(FetchOutcome.DisallowedByRobots, (await FetchAsync(fetcher, site.At("/private"))).Outcome);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_robots_txt_may_lie_behind_redirects_and_be_larger_than_anybody_reads()
    {
        await using var site = await LoopbackSite.StartAsync(c => c.Request.Path == "/rules" ? c.Response.WriteAsync("User-agent: *\nDisallow: /private\n" + new string('#', 2_000_000)) : c.Response.WriteAsync(Article));
        site.Robots = c =>
        {
            c.Response.Redirect("/rules");
            return Task.CompletedTask;
        };

        Assert.Equal(FetchOutcome.DisallowedByRobots, (await FetchAsync(Fetching.Of(site, time), site.At("/private"))).Outcome);
    }

    [Fact]
    public async Task After_too_many_requests_the_whole_host_is_left_alone_for_as_long_as_it_asks()
    {
        await using var site = await LoopbackSite.StartAsync(c =>
        {
            c.Response.StatusCode = 429;
            c.Response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        });
        var fetcher = Fetching.Of(site, time);

        Assert.Equal(FetchOutcome.TooManyRequests, (await FetchAsync(fetcher, site.At("/a"))).Outcome);
        var postponed = await FetchAsync(fetcher, site.At("/b"));

        Assert.Equal(FetchOutcome.Postponed, postponed.Outcome);
        Assert.Equal(TimeSpan.FromMinutes(10), postponed.RetryAfter);
        Assert.Single(site.Requests);
    }

    [Theory]
    [InlineData("<title>Just a moment...</title><body>Enable JavaScript and cookies to continue</body>")]
    [InlineData("<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>")]
    [InlineData("<title>DDoS-Guard</title><h1>Checking your browser before accessing site.example</h1>")]
    [InlineData("<title>site.example</title><script>var dd={}</script><script src=\"https://ct.captcha-delivery.com/c.js\"></script>")]
    [InlineData("<html><head><META NAME=\"robots\" CONTENT=\"noindex\"><script src=\"/_Incapsula_Resource?x\"></script></head><body></body></html>")]
    [InlineData("<title>Verify you are human</title><form><script src='https://www.google.com/recaptcha/api.js'></script></form>")]
    public async Task A_page_that_asks_for_proof_of_being_human_is_a_failure(string page)
    {
        await using var site = await LoopbackSite.StartAsync(Serve(page));

        Assert.Equal(FetchOutcome.Challenged, (await FetchAsync(Fetching.Of(site, time), site.Url)).Outcome);
    }

    [Fact]
    public async Task A_challenge_that_declares_itself_is_one_whatever_its_status()
    {
        await using var site = await LoopbackSite.StartAsync(c =>
        {
            c.Response.StatusCode = 403;
            c.Response.Headers["cf-mitigated"] = "challenge";
            return Task.CompletedTask;
        });

        Assert.Equal(FetchOutcome.Challenged, (await FetchAsync(Fetching.Of(site, time), site.Url)).Outcome);
    }

    [Fact]
    public async Task An_article_with_a_captcha_under_its_comment_form_is_read()
    {
        var prose = string.Concat(Enumerable.Repeat("<p>The court in the capital heard the case of the editor on Monday and adjourned it.</p>", 20));
        await using var site = await LoopbackSite.StartAsync(Serve($"<title>News</title>{prose}<form><script src='https://www.google.com/recaptcha/api.js'></script></form>"));

        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync(Fetching.Of(site, time), site.Url)).Outcome);
    }

    [Theory]
    [InlineData("/news/editor-released", "/", FetchOutcome.LedHome)]
    [InlineData("/news/editor-released", "/en/", FetchOutcome.LedHome)]
    [InlineData("/news/editor-released", "/index.php", FetchOutcome.LedHome)]
    [InlineData("/", "/en/", FetchOutcome.Fetched)]
    [InlineData("/news/editor-released", "/2025/editor-released", FetchOutcome.Fetched)]
    public async Task An_article_that_leads_to_the_front_page_is_gone(string asked, string answered, FetchOutcome outcome)
    {
        await using var site = await LoopbackSite.StartAsync(c =>
        {
            if (c.Request.Path == asked && asked != answered)
            {
                c.Response.Redirect(answered);
                return Task.CompletedTask;
            }

            return Serve(Article)(c);
        });

        Assert.Equal(outcome, (await FetchAsync(Fetching.Of(site, time), site.At(asked))).Outcome);
    }

    private static Task<Fetched> FetchAsync(Fetcher fetcher, Uri url) => fetcher.FetchAsync(url, Validators.None, TestContext.Current.CancellationToken);

    private static RequestDelegate Serve(string body, string type = "text/html; charset=utf-8") => context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    };
}
