using System.Text.Json;
using Alerts.Cli.Local;
using Alerts.Import;
using Alerts.Watch;
using MimeKit;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>Following a page whatever changes there.</summary>
public class PageStories(AzuriteFixture azurite)
{
    private const string Open = "<p>The registry keeps the files of the district court. The hall is open on weekdays from nine.</p>";
    private const string Closed = "<p>The registry keeps the files of the district court. The hall is closed until further notice.</p>";
    private const string Arrest = "<p>On 3 March 2026 the police arrested Mira Solen.</p>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_without_an_event_tells_its_followers_once_which_sentences_came_and_went()
    {
        await using var world = await StartAsync(Open);
        await ChangeAsync(world, Closed);
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        var body = JsonDocument.Parse(Assert.Single(world.Receiver.Requests).Body).RootElement;
        Assert.Equal("page.changed", body.GetProperty("type").GetString());
        Assert.Equal("""["The hall is closed until further notice."]""", body.GetProperty("data").GetProperty("added").GetRawText());
        Assert.Equal("""["The hall is open on weekdays from nine."]""", body.GetProperty("data").GetProperty("removed").GetRawText());
        var mail = await MimeMessage.LoadAsync(Assert.Single(world.Mails), Cancellation);
        Assert.Equal(("Court registry changed", "follower@family.example"), (mail.Subject, mail.To.Mailboxes.Single().Address));
        Assert.Contains("    + The hall is closed until further notice.\n", mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Contains(world.Site.At("/page").AbsoluteUri, mail.TextBody);
    }

    [Fact]
    public async Task A_page_that_goes_to_and_fro_tells_each_time()
    {
        await using var world = await StartAsync(Open);
        await ChangeAsync(world, Closed);
        await ChangeAsync(world, Open);
        await ChangeAsync(world, Closed);

        Assert.Equal(3, world.Receiver.Requests.Select(r => r.Headers["webhook-id"]).Distinct().Count());
        Assert.Equal(3, world.Mails.Count);
    }

    [Fact]
    public async Task A_change_that_is_an_event_alerts_only_as_an_event()
    {
        await using var world = await StartAsync(Open);
        await ChangeAsync(world, Open + Arrest);

        Assert.Equal(["case.changed"], Types(world));
    }

    [Fact]
    public async Task Without_notify_nobody_is_told_of_a_page()
    {
        await using var world = await StartAsync(Open, notify: "events");
        await ChangeAsync(world, Closed);

        Assert.Equal("changed", (await world.SourceAsync("the-page")).Outcome);
        Assert.Empty(world.Receiver.Requests);
        Assert.Empty(world.Mails);
    }

    [Fact]
    public async Task A_check_that_was_cut_off_repeats_its_alert_under_the_same_id_and_does_not_double_it()
    {
        await using var world = await StartAsync(Open);
        var before = await world.Get<ISourceStore>().FindAsync("the-page", Cancellation);
        world.Receiver.Answer("/hook", 503);
        await ChangeAsync(world, Closed);

        await ForgetAsync(world, before!);
        world.Receiver.Answer("/hook", 204);
        await world.RunAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, world.Receiver.Requests.Count);
        Assert.Single(world.Receiver.Requests.Select(r => r.Headers["webhook-id"]).Distinct());
        Assert.Equal(world.Receiver.Requests.First().Body, world.Receiver.Requests.Last().Body);
        Assert.Single(world.Mails);
    }

    [Fact]
    public async Task An_event_whose_check_was_cut_off_does_not_come_back_as_a_page()
    {
        await using var world = await StartAsync(Open);
        var before = await world.Get<ISourceStore>().FindAsync("the-page", Cancellation);
        await ChangeAsync(world, Open + Arrest);

        await ForgetAsync(world, before!);
        await world.RunAsync();

        Assert.Equal(["case.changed"], Types(world));
    }

    [Fact]
    public async Task An_article_of_a_feed_that_is_corrected_is_told_with_its_own_sentences()
    {
        await using var world = await World.StartAsync(azurite);
        Feed(world, Open);
        await FollowAsync(world, "feed", "/feed", "any-change");
        await world.RunAsync();
        Feed(world, Closed);
        await world.RunAfterAsync(TimeSpan.FromDays(2));

        var data = JsonDocument.Parse(Assert.Single(world.Receiver.Requests).Body).RootElement.GetProperty("data");
        Assert.Equal("""["The hall is closed until further notice."]""", data.GetProperty("added").GetRawText());
        Assert.Equal(world.Site.At("/news/1").AbsoluteUri, data.GetProperty("page").GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_new_article_of_a_list_is_told_once_with_its_title_and_how_it_begins_and_those_there_at_first_are_not()
    {
        await using var world = await World.StartAsync(azurite);
        List(world, ("1", "Opening hours", Open), ("2", "The archive", Closed));
        await FollowAsync(world, "list", "/news", "any-change");
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        Assert.Empty(world.Receiver.Requests);

        List(world, ("3", "A new judge", "<p>The president named a new judge. She begins in May.</p>"), ("1", "Opening hours", Open), ("2", "The archive", Closed));
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        await world.RunAfterAsync(TimeSpan.FromDays(2));

        var data = JsonDocument.Parse(Assert.Single(world.Receiver.Requests).Body).RootElement.GetProperty("data");
        Assert.Equal("""["A new judge","The president named a new judge.","She begins in May."]""", data.GetProperty("added").GetRawText());
        Assert.Equal("[]", data.GetProperty("removed").GetRawText());
        Assert.Equal(world.Site.At("/news/3").AbsoluteUri, data.GetProperty("page").GetProperty("url").GetString());
        Assert.Contains("A new judge", (await MimeMessage.LoadAsync(Assert.Single(world.Mails), Cancellation)).TextBody);
    }

    [Fact]
    public async Task A_new_article_that_tells_an_event_alerts_only_as_an_event()
    {
        await using var world = await World.StartAsync(azurite);
        List(world, ("1", "Opening hours", Open));
        await FollowAsync(world, "list", "/news", "any-change");
        await world.RunAsync();
        List(world, ("2", "Arrest", Arrest), ("1", "Opening hours", Open));
        await world.RunAfterAsync(TimeSpan.FromDays(2));

        Assert.Equal(["case.changed"], Types(world));
    }

    [Fact]
    public async Task What_the_first_check_of_a_long_list_had_no_time_for_is_not_new_at_the_second()
    {
        await using var world = await World.StartAsync(azurite);
        var articles = Enumerable.Range(1, 60).Select(n => ($"{n}", $"Decision {n}", $"<p>The council met for the {n}th time.</p>")).ToArray();
        List(world, articles);
        await FollowAsync(world, "list", "/news", "any-change");
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromMinutes(12));
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        Assert.Empty(world.Receiver.Requests);

        List(world, [("61", "Decision 61", "<p>The council met once more.</p>"), .. articles]);
        await world.RunAfterAsync(TimeSpan.FromDays(2));

        Assert.Single(world.Receiver.Requests);
    }

    [Fact]
    public async Task A_new_article_that_could_not_be_read_at_first_is_told_when_it_can()
    {
        await using var world = await World.StartAsync(azurite);
        List(world, ("1", "Opening hours", Open));
        await FollowAsync(world, "list", "/news", "any-change");
        await world.RunAsync();
        List(world, ("2", "The archive", Closed), ("1", "Opening hours", Open));
        world.Site.Answer("/news/2", 503);
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        Assert.Empty(world.Receiver.Requests);

        world.Site.Page("/news/2", "The archive", "2026-03-01", Closed);
        await world.RunAfterAsync(TimeSpan.FromDays(2));

        Assert.Single(world.Receiver.Requests);
    }

    private static void List(World world, params (string Id, string Title, string Body)[] articles)
    {
        world.Site.Answer("/news", 200, "text/html", $"<html><body>{string.Concat(articles.Select(a => $"<a href=\"/news/{a.Id}\">{a.Title}</a> "))}</body></html>");
        foreach (var (id, title, body) in articles)
        {
            world.Site.Page($"/news/{id}", title, "2026-03-01", body);
        }
    }

    private async Task<World> StartAsync(string body, string notify = "any-change")
    {
        var world = await World.StartAsync(azurite);
        world.Site.Page("/page", "Registry", "2026-03-01", body);
        await FollowAsync(world, "page", "/page", notify);
        await world.RunAsync();
        Assert.Empty(world.Receiver.Requests);
        return world;
    }

    private static async Task FollowAsync(World world, string kind, string path, string notify)
    {
        await world.FollowAsync($"""
            sources:
              - id: the-page
                kind: {kind}
                url: "{world.Site.At(path)}"
                name: Court registry
                notify: {notify}
            """);
        var reading = ImportReader.Read(
            $"""
            subscriptions:
              - email: follower@family.example
                topics: [source:the-page]
              - webhook: "{world.Receiver.At("/hook")}"
                kind: generic
                topics: [source:the-page]
            """,
            "followers.yaml");
        await world.Get<Importer>().RunAsync(reading.File!, Cancellation);
    }

    private static Task<PendingReport> ChangeAsync(World world, string body)
    {
        world.Site.Page("/page", "Registry", "2026-03-03", body);
        return world.RunAfterAsync(TimeSpan.FromDays(2));
    }

    private static void Feed(World world, string body) => world.Site.Answer("/feed", 200, "application/rss+xml", $"""
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title><link>{world.Site.Address}</link><description>d</description>
        <item><title>Registry</title><link>{world.Site.At("/news/1")}</link><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate>
        <content:encoded><![CDATA[{body}<p>{string.Concat(Enumerable.Repeat("The files are kept for ten years and can be read by anybody who asks. ", 20))}</p>]]></content:encoded></item>
        </channel></rss>
        """);

    /// <summary>As if the check had ended right before what it remembers was saved.</summary>
    private static Task ForgetAsync(World world, WatchedSource before) => world.Get<ISourceStore>()
        .SaveAsync([before with { State = before.State with { NextDue = world.Time.GetUtcNow() } }], Cancellation);

    private static IEnumerable<string?> Types(World world) =>
        world.Receiver.Requests.Select(r => JsonDocument.Parse(r.Body).RootElement.GetProperty("type").GetString());
}
