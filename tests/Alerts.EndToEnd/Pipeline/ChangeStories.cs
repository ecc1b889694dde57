using System.Text;
using System.Text.Json;
using Alerts.Cases;
using Alerts.Notify.Webhook;
using Alerts.Reconcile;
using MimeKit;

namespace Alerts.EndToEnd.Pipeline;

public class ChangeStories(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_page_that_moves_on_moves_the_case_and_alerts_with_the_sentence_that_proves_it()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "Mira Solen", "2026-03-01", "<p>In May 2023 a court sentenced the journalist Mira Solen to five years in prison.</p>");
        await world.FollowPageAsync();
        await world.RunAsync();

        Assert.Equal(CaseStatus.Imprisoned, (await world.CaseAsync("mira-solen")).State.Status);
        Assert.Empty(world.Receiver.Requests);

        world.Site.Page("/mira", "Mira Solen", "2026-03-03", "<p>On 3 March 2026 Mira Solen was released on parole.</p>");
        await world.RunAfterAsync(TimeSpan.FromDays(2));

        var webhook = Assert.Single(world.Receiver.Requests);
        var data = JsonDocument.Parse(webhook.Body).RootElement.GetProperty("data");
        Assert.Equal("imprisoned", data.GetProperty("before").GetProperty("status").GetString());
        Assert.Equal("released-conditionally", data.GetProperty("after").GetProperty("status").GetString());
        Assert.Equal("On 3 March 2026 Mira Solen was released on parole.", data.GetProperty("evidence").GetProperty("quote").GetString());
        Assert.Equal(SignatureCheck.Valid, Check(world, webhook));
        var mail = await MimeMessage.LoadAsync(Assert.Single(world.Mails), TestContext.Current.CancellationToken);
        Assert.Contains("On 3 March 2026 Mira Solen was released on parole.", mail.TextBody);
        Assert.Equal("reader@family.example", mail.To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task An_article_that_tells_of_more_events_than_one_transaction_holds_is_entered_whole()
    {
        await using var world = await World.StartAsync(azurite);
        await world.FollowPageAsync();
        CaseEvent[] told = [.. Enumerable.Range(0, 120).Select(day => new CaseEvent
        {
            CaseId = "mira-solen",
            Type = CaseEventType.Hearing,
            Date = PartialDate.Of(new DateOnly(2026, 3, 2).AddDays(day)),
            Confidence = 0.9,
            Rule = "test",
            Order = day,
            Evidence = new Evidence { Quote = $"A hearing is set for day {day}.", Url = world.Site.At("/mira"), Seen = World.Start },
        })];

        var entered = await world.Get<CaseBook>().EnterAsync("mira-solen", told, TestContext.Current.CancellationToken);

        Assert.Equal((120, 120), (entered!.News.Count, entered.Report.Told));
        Assert.Equal(120, (await world.CaseAsync("mira-solen")).Events.Count);
    }

    [Fact]
    public async Task Who_follows_by_two_topics_gets_one_mail()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        await world.FollowPageAsync();
        await world.RunAsync();

        Assert.Single(world.Mails);
    }

    [Fact]
    public async Task A_page_that_stays_the_same_is_unchanged_and_alerts_nobody_again()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        await world.FollowPageAsync();
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromHours(2));

        Assert.Equal("unchanged", (await world.SourceAsync("the-page")).Outcome);
        Assert.Equal(2, world.Site.Requests.Count);
        Assert.Single(world.Receiver.Requests);
    }

    [Fact]
    public async Task Demands_risks_and_another_persons_event_alert_nobody()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "Appeal", "2026-03-01", """
            <p>The authorities should release Mira Solen at once. She could be sentenced to ten years in prison.</p>
            <p>Her neighbour Anton Dreves was released on 27 February 2026.</p>
            """);
        await world.FollowPageAsync();
        await world.RunAsync();

        Assert.Equal("changed", (await world.SourceAsync("the-page")).Outcome);
        Assert.Empty((await world.CaseAsync("mira-solen")).Events);
        Assert.Empty(world.Receiver.Requests);
    }

    [Fact]
    public async Task Two_sources_that_tell_the_same_release_make_one_event_with_two_proofs_and_one_alert()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/one", "One", "2026-03-02", "<p>Mira Solen was released on 1 March 2026.</p>");
        world.Site.Page("/two", "Two", "2026-03-02", "<p>On 1 March 2026 the journalist Mira Solen was released from prison.</p>");
        await world.FollowAsync($"""
            sources:
              - id: one
                kind: page
                url: "{world.Site.At("/one")}"
              - id: two
                kind: page
                url: "{world.Site.At("/two")}"
            """);
        await world.RunAsync();

        Assert.Equal(2, Assert.Single((await world.CaseAsync("mira-solen")).Events).Sightings.Count);
        Assert.Single(world.Receiver.Requests);
    }

    [Fact]
    public async Task A_list_is_followed_to_its_articles_and_a_feed_is_read_entry_by_entry()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/news", 200, "text/html", """<html><body><ul><li><a href="/news/1">Arrest</a></li><li><a href="/about">About</a></li></ul></body></html>""");
        world.Site.Page("/news/1", "Arrest", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        world.Site.Answer("/feed", 200, "application/rss+xml", $"""
            <rss version="2.0"><channel><title>F</title><link>{world.Site.Address}</link><description>d</description>
            <item><title>Verdict</title><link>{world.Site.At("/news/2")}</link><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><description>Short</description></item>
            </channel></rss>
            """);
        world.Site.Page("/news/2", "Verdict", "2026-03-01", "<p>On Friday a court sentenced Pavel Orlik to three years in prison.</p>");
        await world.FollowAsync($"""
            sources:
              - id: a-list
                kind: list
                url: "{world.Site.At("/news")}"
                follow: /news/*
              - id: a-feed
                kind: feed
                url: "{world.Site.At("/feed")}"
            """);
        await world.RunAsync();

        Assert.Equal(CaseEventType.Detained, Assert.Single((await world.CaseAsync("mira-solen")).Events).Type);
        var sentence = Assert.Single((await world.CaseAsync("pavel-orlik")).Events);
        Assert.Equal(("P3Y", "2026-02-27"), (sentence.Term, sentence.Date?.ToString()));
        Assert.DoesNotContain(world.Site.Requests, r => r.Path == "/about");
    }

    [Fact]
    public async Task Articles_that_all_name_the_front_page_canonical_are_told_apart_and_one_at_two_addresses_is_announced_once()
    {
        await using var world = await World.StartAsync(azurite);
        var canonical = $"""<link rel="canonical" href="{world.Site.Address}"><meta property="og:url" content="{world.Site.Address}">""";
        world.Site.Answer("/news", 200, "text/html", """<html><body><a href="/news/1">Arrest</a> <a href="/news/1/print">Print</a> <a href="/news/2">Verdict</a></body></html>""");
        foreach (var address in new[] { "/news/1", "/news/1/print" })
        {
            world.Site.Page(address, "Arrest", "2026-03-01", $"{canonical}<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        }

        world.Site.Page("/news/2", "Verdict", "2026-03-01", $"{canonical}<p>On 27 February 2026 a court sentenced Pavel Orlik to three years in prison.</p>");
        await world.FollowAsync($"""
            sources:
              - id: a-list
                kind: list
                url: "{world.Site.At("/news")}"
                follow: /news/*
            """);
        await world.RunAsync();

        Assert.Equal(2, Assert.Single((await world.CaseAsync("mira-solen")).Events).Sightings.Count);
        Assert.Single((await world.CaseAsync("pavel-orlik")).Events);
        Assert.Equal(2, world.Receiver.Requests.Count);
    }

    private static SignatureCheck Check(World world, Received request) => WebhookSignature.Verify(
        world.Secret,
        request.Headers["webhook-id"],
        request.Headers["webhook-timestamp"],
        request.Body,
        request.Headers["webhook-signature"],
        world.Time.GetUtcNow(),
        WebhookSignature.Tolerance);
}
