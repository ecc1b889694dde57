using System.Text.Json;
using Alerts.Cases;
using Alerts.Jobs;
using Alerts.Notify;
using Alerts.Reconcile;
using Alerts.Reconcile.Deadlines;
using MimeKit;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>The stories begin on 2 March 2026 at 14:00 in Kazakhstan, thirty days before a term ends.</summary>
public class ReminderStories(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_end_of_a_term_is_told_once_however_often_the_job_runs_and_not_any_more_after_the_release()
    {
        await using var world = await World.StartAsync(azurite);
        await world.FollowAsync("");
        await EnterAsync(world, CaseEventType.Sentenced, "2025-12-01", "P4M");

        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromHours(1));
        await world.RunAfterAsync(TimeSpan.FromDays(3));

        var data = Data(Assert.Single(world.Receiver.Requests));
        Assert.Equal(("release-near", "2026-04-01"), (data.GetProperty("kind").GetString(), data.GetProperty("about").GetProperty("earliest").GetString()));
        var mail = await MimeMessage.LoadAsync(Assert.Single(world.Mails), Cancellation);
        Assert.Equal("Reminder: Mira Solen: release expected on 1 April 2026", mail.Subject);
        Assert.Contains("sentenced to 4 months on 1 December 2025", mail.TextBody);

        await EnterAsync(world, CaseEventType.Released, "2026-03-05");
        await world.RunAfterAsync(TimeSpan.FromDays(27));
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Single(world.Receiver.Requests);
    }

    [Fact]
    public async Task A_term_that_changes_is_told_anew_and_each_of_its_days_once()
    {
        await using var world = await World.StartAsync(azurite);
        await world.FollowAsync("");
        await EnterAsync(world, CaseEventType.Sentenced, "2025-12-01", "P4M");
        await world.RunAsync();

        await EnterAsync(world, CaseEventType.SentenceChanged, "2026-03-01", "P3M15D");
        await world.RunAfterAsync(TimeSpan.FromDays(1));
        await world.RunAfterAsync(TimeSpan.FromDays(13));
        await world.RunAfterAsync(TimeSpan.FromDays(1));
        await world.RunAfterAsync(TimeSpan.FromDays(20));

        Assert.Equal(
            ["release-near 2026-04-01", "release-near 2026-03-16", "release-today 2026-03-16", "release-passed 2026-03-16"],
            world.Receiver.Requests.Select(Told));
    }

    [Fact]
    public async Task A_hearing_is_told_on_its_eve_from_the_hour_of_the_case_s_own_morning()
    {
        await using var world = await World.StartAsync(azurite);
        await world.FollowAsync("");
        await EnterAsync(world, CaseEventType.Hearing, "2026-03-10");
        await world.RunAsync();
        await world.RunAfterAsync(new DateTimeOffset(2026, 3, 9, 2, 59, 0, TimeSpan.Zero) - World.Start);
        Assert.Empty(world.Receiver.Requests);

        await world.RunAfterAsync(TimeSpan.FromMinutes(1));
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(["hearing-tomorrow 2026-03-10"], world.Receiver.Requests.Select(Told));
    }

    [Fact]
    public async Task A_reminder_that_was_cut_off_between_its_save_and_its_announcement_is_announced_by_a_sweep()
    {
        await using var world = await World.StartAsync(azurite);
        await world.FollowAsync("");
        await EnterAsync(world, CaseEventType.Sentenced, "2025-12-01", "P4M");
        var (file, calendar) = (await world.CaseAsync("mira-solen"), world.Get<CaseCalendar>());
        var reminder = calendar.Reminder(file, Assert.Single(calendar.Due(file.Case, file.State)));
        await world.Get<IPendingStore>().MarkAsync(new PendingMarker("mira-solen", reminder.Id, reminder.At), Cancellation);
        Assert.True(await world.Get<ICaseStore>().TrySaveAsync(file, [reminder], Cancellation));

        await world.RunAsync();
        Assert.Empty(world.Receiver.Requests);
        await world.RunAfterAsync(TimeSpan.FromMinutes(20));
        await world.RunAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(["release-near 2026-04-01"], world.Receiver.Requests.Select(Told));
        Assert.Single(world.Mails);
    }

    [Fact]
    public async Task A_reminder_that_has_not_arrived_is_not_sent_once_the_release_is_known()
    {
        await using var world = await World.StartAsync(azurite);
        world.Receiver.Answer("/hook", 503);
        await world.FollowAsync("");
        await EnterAsync(world, CaseEventType.Sentenced, "2025-12-01", "P4M");
        await world.RunAsync();
        var tried = Assert.Single(world.Receiver.Requests);

        world.Receiver.Answer("/hook", 204);
        await EnterAsync(world, CaseEventType.Released, "2026-03-02");
        await world.RunAfterAsync(TimeSpan.FromHours(1));

        Assert.Single(world.Receiver.Requests);
        var rows = await world.Get<IDeliveryStore>().OfAsync(Data(tried).GetProperty("change").GetString()!, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(DeliveryStatus.Superseded, rows.Single(d => d.Channel == ChannelKind.Generic).Status);
    }

    /// <summary>Enters an event as a source tells it, without telling anybody of the event itself.</summary>
    private static async Task EnterAsync(World world, CaseEventType type, string date, string? term = null)
    {
        var told = new CaseEvent
        {
            CaseId = "mira-solen",
            Type = type,
            Date = PartialDate.Parse(date),
            Term = term,
            Confidence = 0.95,
            Rule = "test",
            Evidence = new Evidence { Quote = $"{type} {date}", Url = new Uri($"https://news.example/{type}/{date}"), Seen = world.Time.GetUtcNow(), Published = new DateOnly(2026, 3, 2) },
        };
        var entered = await world.Get<CaseBook>().EnterAsync("mira-solen", [told], Cancellation);
        foreach (var news in entered!.News)
        {
            await world.Get<IPendingStore>().ClearAsync(new PendingMarker("mira-solen", news.Id, news.At), Cancellation);
        }
    }

    private static string Told(Received request) =>
        $"{Data(request).GetProperty("kind").GetString()} {Data(request).GetProperty("about").GetProperty("earliest").GetString()}";

    private static JsonElement Data(Received request) => JsonDocument.Parse(request.Body).RootElement.GetProperty("data");
}
