using System.Text.Json;
using Alerts.Cases;
using Alerts.Jobs;
using Alerts.Notify;
using Alerts.Reconcile;
using MimeKit;

namespace Alerts.EndToEnd.Pipeline;

public class CorrectionStories(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everyone_who_was_alerted_gets_the_correction_once_and_nobody_else_does()
    {
        await using var world = await World.StartAsync(azurite);
        await ArrestAsync(world);
        await world.RunAsync();
        var alert = await MailAsync(Assert.Single(world.Mails));
        await SubscribeAsync(world, "late@family.example");

        var correction = await CorrectAsync(world, CorrectionKind.Retracted, note: "It was her sister.");
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(["case.changed", "case.corrected"], world.Receiver.Requests.Select(Type));
        Assert.Equal(correction.Corrects, Data(world.Receiver.Requests.Last()).GetProperty("corrects").GetProperty("change").GetString());
        Assert.Equal(Data(world.Receiver.Requests.First()).GetProperty("change").GetString(), correction.Corrects);
        var mail = await MailAsync(Assert.Single(world.Mails, m => File.ReadAllText(m).Contains("Correction", StringComparison.Ordinal)));
        Assert.Equal(2, world.Mails.Count);
        Assert.Equal(("reader@family.example", alert.MessageId), (mail.To.Mailboxes.Single().Address, mail.InReplyTo));
        Assert.Contains("It was her sister.", mail.TextBody);
    }

    [Fact]
    public async Task A_correction_whose_announcement_was_cut_off_or_repeated_arrives_once()
    {
        await using var world = await World.StartAsync(azurite);
        await ArrestAsync(world);
        await world.RunAsync();

        var correction = await CorrectAsync(world, CorrectionKind.Amended, announced: false);
        await world.RunAsync();
        Assert.Single(world.Receiver.Requests);

        await world.RunAfterAsync(TimeSpan.FromMinutes(20));
        await world.Get<Announcer>().AnnounceAsync((await world.CaseAsync("mira-solen")).Case, correction, Cancellation);
        await world.RunAsync();

        Assert.Equal(["case.changed", "case.corrected"], world.Receiver.Requests.Select(Type));
        Assert.Equal("2026-02-27", Data(world.Receiver.Requests.Last()).GetProperty("event").GetProperty("date").GetString());
        Assert.Equal(2, world.Mails.Count);
    }

    [Fact]
    public async Task An_alert_that_has_not_arrived_is_not_sent_as_it_was_and_its_recipient_gets_the_correction()
    {
        await using var world = await World.StartAsync(azurite);
        world.Receiver.Answer("/hook", 503);
        await ArrestAsync(world);
        await world.RunAsync();
        var tried = Assert.Single(world.Receiver.Requests);

        world.Receiver.Answer("/hook", 204);
        var correction = await CorrectAsync(world, CorrectionKind.Retracted);
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(["case.changed", "case.corrected"], world.Receiver.Requests.Select(Type));
        var rows = await world.Get<IDeliveryStore>().OfAsync(correction.Corrects, Cancellation).ToDictionaryAsync(d => d.Channel, d => d.Status, cancellationToken: Cancellation);
        Assert.Equal((DeliveryStatus.Sent, DeliveryStatus.Superseded), (rows[ChannelKind.Email], rows[ChannelKind.Generic]));
        Assert.NotEqual(tried.Headers["webhook-id"], world.Receiver.Requests.Last().Headers["webhook-id"]);
    }

    [Fact]
    public async Task An_alert_that_is_fanned_out_after_its_correction_was_still_reaches_nobody_as_it_was()
    {
        await using var world = await World.StartAsync(azurite);
        await ArrestAsync(world);
        await world.RunAsync();
        var correction = await CorrectAsync(world, CorrectionKind.Retracted);
        await world.RunAsync();

        await SubscribeAsync(world, "late@family.example");
        await world.Get<IPendingStore>().MarkAsync(new PendingMarker("mira-solen", correction.Corrects, world.Time.GetUtcNow()), Cancellation);
        await world.RunAfterAsync(TimeSpan.FromMinutes(20));

        var late = (await Task.WhenAll(world.Mails.Select(MailAsync))).Where(m => m.To.Mailboxes.Single().Address == "late@family.example");
        Assert.StartsWith("Correction: Mira Solen", Assert.Single(late).Subject, StringComparison.Ordinal);
        Assert.Equal(2, world.Receiver.Requests.Count);
    }

    [Fact]
    public async Task Of_two_corrections_only_the_newest_reaches_whom_the_first_did_not()
    {
        await using var world = await World.StartAsync(azurite);
        await ArrestAsync(world);
        await world.RunAsync();

        world.Receiver.Answer("/hook", 503);
        var amended = await CorrectAsync(world, CorrectionKind.Amended);
        await world.RunAsync();
        world.Receiver.Answer("/hook", 204);
        world.Time.Now += TimeSpan.FromMinutes(1);
        var retracted = await CorrectAsync(world, CorrectionKind.Retracted);
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(
            [amended.Corrects, amended.Id, retracted.Id],
            world.Receiver.Requests.Select(r => Data(r).GetProperty("change").GetString()));
        Assert.Equal(3, world.Mails.Count);
    }

    [Fact]
    public async Task Who_could_not_be_reached_with_the_alert_is_not_bothered_with_its_correction()
    {
        await using var world = await World.StartAsync(azurite);
        world.Receiver.Answer("/hook", 410);
        await ArrestAsync(world);
        await world.RunAsync();

        world.Receiver.Answer("/hook", 204);
        await CorrectAsync(world, CorrectionKind.Retracted);
        await world.RunAsync();

        Assert.Single(world.Receiver.Requests);
        Assert.Equal(2, world.Mails.Count);
    }

    private static Task ArrestAsync(World world)
    {
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        return world.FollowPageAsync();
    }

    /// <summary>Corrects the one event that was told, as a person does: the arrest is taken back, or was a day earlier.</summary>
    private static async Task<CaseCorrection> CorrectAsync(World world, CorrectionKind kind, string? note = null, bool announced = true)
    {
        var (file, now) = (await world.CaseAsync("mira-solen"), world.Time.GetUtcNow());
        var was = file.Events.Single(e => e.Told is not null);
        var decision = new Decision
        {
            Standing = kind == CorrectionKind.Retracted ? Standing.Retracted : Standing.Accepted,
            By = "the editor",
            At = now,
            Note = note,
            Edit = kind == CorrectionKind.Amended ? new EventEdit { Type = was.Type, Date = PartialDate.Parse("2026-02-27"), Term = was.Term, Detail = was.Detail } : null,
        };
        var decided = await world.Get<CaseBook>().DecideAsync(file.Case.Id, was.Id, decision, quiet: false, Cancellation);
        var correction = Assert.IsType<CaseCorrection>(Assert.Single(decided!.News));
        if (announced)
        {
            await world.Get<Announcer>().AnnounceAsync(file.Case, correction, Cancellation);
        }

        return correction;
    }

    private static async Task SubscribeAsync(World world, string address)
    {
        var recipient = await world.Get<IRecipientStore>().AddAsync(ChannelKind.Email, address, secret: null, Cancellation);
        await world.Get<ISubscriptionStore>().PutAsync(new Subscription(Topic.OfCase("mira-solen"), recipient.Id, ChannelKind.Email), Cancellation);
    }

    private static Task<MimeMessage> MailAsync(string file) => MimeMessage.LoadAsync(file, Cancellation);

    private static string Type(Received request) => JsonDocument.Parse(request.Body).RootElement.GetProperty("type").GetString()!;

    private static JsonElement Data(Received request) => JsonDocument.Parse(request.Body).RootElement.GetProperty("data");
}
