using System.Net.Sockets;
using System.Text.Json;
using Alerts.Cases;
using Alerts.Http;
using Alerts.Notify;
using Alerts.Notify.Webhook;

namespace Alerts.Tests.Notify.Webhook;

public sealed class WebhookChannelTests : IDisposable
{
    private static readonly WebhookSecret Secret = WebhookSecret.Generate();

    private readonly Edges edges = new();

    public void Dispose() => edges.Dispose();

    [Fact]
    public async Task What_arrives_carries_a_signature_that_its_receiver_can_check()
    {
        await using var receiver = await Receiver.StartAsync(200);

        Assert.Equal(SendOutcome.Sent, await SendAsync(receiver.Address));

        var request = Assert.Single(receiver.Requests);
        Assert.Equal("msg_1", request.Headers["webhook-id"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("Alerts/1.0", request.Headers["User-Agent"]);
        Assert.Equal(SignatureCheck.Valid, Check(request));
    }

    [Fact]
    public async Task The_body_tells_the_change_and_its_proof()
    {
        await using var receiver = await Receiver.StartAsync(200);

        await SendAsync(receiver.Address);

        var body = Assert.Single(receiver.Requests).Json;
        Assert.Equal("case.changed", body.GetProperty("type").GetString());
        Assert.Equal(Sample.Now, body.GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal("change-1", body.GetProperty("data").GetProperty("change").GetString());
        Assert.Equal("""{"id":"asel-tomiris","kind":"person","name":"Asel Tomiris","country":"KZ"}""", Part(body, "case"));
        Assert.Equal("""{"id":"event-1","type":"sentenced","date":"2019-10","dateBasis":"stated","term":"P5M","confidence":0.93}""", Part(body, "event"));
        Assert.Equal("""{"status":"released","since":"2019-08","byEvent":"event-0","detail":"pardon","sentences":[],"bans":[],"hearings":[]}""", Part(body, "before"));
        Assert.Equal("""{"status":"imprisoned","since":"2019-10","byEvent":"event-1","sentences":[],"sentence":"P5M","bans":[],"hearings":[]}""", Part(body, "after"));
        Assert.Equal(
            $$"""{"quote":"{{Sample.Quote}}","url":"https://news.example/2019/10/asel?a=1&b=2","published":"2019-10-30","digest":"{{new string('a', 64)}}"}""",
            Part(body, "evidence"));
    }

    [Fact]
    public async Task The_body_tells_a_pages_change_by_another_type()
    {
        await using var receiver = await Receiver.StartAsync(200);

        await SendAsync(receiver.Address, Sample.Page(added: Sample.Hostile + "\ud800", leftOut: 3));

        var request = Assert.Single(receiver.Requests);
        Assert.Equal(SignatureCheck.Valid, Check(request));
        Assert.Equal(("page.changed", Sample.Now), (request.Json.GetProperty("type").GetString(), request.Json.GetProperty("timestamp").GetDateTimeOffset()));
        Assert.Equal("change-2", request.Json.GetProperty("data").GetProperty("change").GetString());
        Assert.Equal("""{"id":"court-register","name":"Court register"}""", Part(request.Json, "source"));
        Assert.Equal("""{"url":"https://court.example/register?a=1&b=2","title":"Hearings"}""", Part(request.Json, "page"));
        Assert.Equal(Sample.Hostile + "\ufffd", request.Json.GetProperty("data").GetProperty("added")[0].GetString());
        Assert.Equal($"""["{Sample.Removed}"]""", Part(request.Json, "removed"));
        Assert.Equal("3", Part(request.Json, "leftOut"));
    }

    [Fact]
    public async Task A_correction_names_the_change_that_it_corrects_and_the_event_as_it_was_and_is()
    {
        await using var receiver = await Receiver.StartAsync(200);

        await SendAsync(receiver.Address, Sample.Correction(CorrectionKind.Amended, e => e with { Term = "P6M" }));

        var body = Assert.Single(receiver.Requests).Json;
        Assert.Equal(("case.corrected", Sample.Now.AddDays(11)), (body.GetProperty("type").GetString(), body.GetProperty("timestamp").GetDateTimeOffset()));
        Assert.Equal(("correction-1", "amended"), (body.GetProperty("data").GetProperty("change").GetString(), body.GetProperty("data").GetProperty("kind").GetString()));
        Assert.Equal("""{"change":"change-1","at":"2019-10-30T14:05:00+00:00"}""", Part(body, "corrects"));
        Assert.Equal(
            ("P5M", "P6M"),
            (body.GetProperty("data").GetProperty("was").GetProperty("term").GetString(), body.GetProperty("data").GetProperty("event").GetProperty("term").GetString()));
        Assert.Equal(Sample.Quote, body.GetProperty("data").GetProperty("evidence").GetProperty("quote").GetString());
        Assert.Equal("The court's own record names another person.", body.GetProperty("data").GetProperty("note").GetString());
    }

    [Fact]
    public async Task A_retraction_proves_nothing()
    {
        await using var receiver = await Receiver.StartAsync(200);

        await SendAsync(receiver.Address, Sample.Correction(CorrectionKind.Retracted));

        var data = Assert.Single(receiver.Requests).Json.GetProperty("data");
        Assert.Equal(("retracted", "released"), (data.GetProperty("kind").GetString(), data.GetProperty("after").GetProperty("status").GetString()));
        Assert.False(data.TryGetProperty("evidence", out _));
    }

    [Fact]
    public async Task A_reminder_is_told_by_another_type()
    {
        await using var receiver = await Receiver.StartAsync(200);

        await SendAsync(receiver.Address, Sample.Reminder());

        var body = Assert.Single(receiver.Requests).Json;
        Assert.Equal("case.reminder", body.GetProperty("type").GetString());
        Assert.Equal("\"release-near\"", Part(body, "kind"));
        Assert.Equal("""{"earliest":"2020-02-03","latest":"2020-02-03"}""", Part(body, "about"));
        Assert.Equal("event-1", Assert.Single(body.GetProperty("data").GetProperty("basis").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Every_try_has_the_same_id_and_body_and_a_time_and_signature_of_its_own()
    {
        await using var receiver = await Receiver.StartAsync(503);

        await SendAsync(receiver.Address);
        edges.Time.Advance(TimeSpan.FromHours(2));
        await SendAsync(receiver.Address);

        var tries = receiver.Requests.ToArray();
        Assert.Equal(tries[0].Body, tries[1].Body);
        Assert.Equal(tries[0].Headers["webhook-id"], tries[1].Headers["webhook-id"]);
        Assert.NotEqual(tries[0].Headers["webhook-timestamp"], tries[1].Headers["webhook-timestamp"]);
        Assert.Equal(SignatureCheck.Stale, Check(tries[0]));
        Assert.Equal(SignatureCheck.Valid, Check(tries[1]));
    }

    [Fact]
    public async Task Hostile_words_and_broken_text_arrive_as_JSON()
    {
        await using var receiver = await Receiver.StartAsync(200);

        await SendAsync(receiver.Address, Sample.Alert(name: Sample.Hostile, quote: Sample.Hostile + "\ud800"));

        var data = Assert.Single(receiver.Requests).Json.GetProperty("data");
        Assert.Equal(Sample.Hostile, data.GetProperty("case").GetProperty("name").GetString());
        Assert.Equal(Sample.Hostile + "\ufffd", data.GetProperty("evidence").GetProperty("quote").GetString());
    }

    [Fact]
    public async Task A_receiver_that_is_down_is_tried_again()
    {
        var receiver = await Receiver.StartAsync(200);
        var address = receiver.Address;
        await receiver.DisposeAsync();

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, "unreachable"), await SendAsync(address));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_given_up()
    {
        await using var receiver = await Receiver.StartAsync(410);

        Assert.Equal(new SendOutcome(SendVerdict.GiveUp, "gone"), await SendAsync(receiver.Address));
    }

    [Fact]
    public async Task A_receiver_that_asks_for_time_gets_it()
    {
        await using var receiver = await Receiver.StartAsync(429, headers: ("Retry-After", "120"));

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, "rate-limited", TimeSpan.FromMinutes(2)), await SendAsync(receiver.Address));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await Receiver.StartAsync(200);
        await using var receiver = await Receiver.StartAsync(307, headers: ("Location", elsewhere.Address.AbsoluteUri));

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, "redirected"), await SendAsync(receiver.Address));
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_timed_out()
    {
        var asked = new TaskCompletionSource();
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var sending = SendAsync(receiver.Address);
        await asked.Task;
        edges.Time.Advance(new NotifyOptions().Timeout);

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, "timed-out"), await sending);
    }

    [Fact]
    public async Task Who_ends_the_program_ends_the_try()
    {
        using var ended = new CancellationTokenSource();
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            await ended.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Channel.SendAsync(Sample.Alert(), At(receiver.Address), "msg_1", ended.Token));
    }

    public static readonly TheoryData<Func<ValueTask<Stream>>, string> Failures = new()
    {
        { () => throw new SocketException((int)SocketError.HostNotFound), "unreachable" },
        { () => throw new SocketException((int)SocketError.ConnectionReset), "unreachable" },
        { () => throw RefusedAddressException.ForAddress(AddressKind.Private), "refused-address" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_fails_on_the_way_has_a_name_and_tells_no_address(Func<ValueTask<Stream>> connect, string reason)
    {
        using var failing = new Edges(() => new SocketsHttpHandler { ConnectCallback = (_, _) => connect() });
        var channel = new WebhookChannel(failing.Clients, failing.Once, failing.Time);

        var outcome = await channel.SendAsync(Sample.Alert(), At(new Uri("http://secret.example/hook")), "msg_1", TestContext.Current.CancellationToken);

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, reason), outcome);
    }

    [Fact]
    public async Task Answers_are_counted_by_status_and_missing_ones_by_their_reason()
    {
        await using var receiver = await Receiver.StartAsync(503);
        using var failing = new Edges(() => new SocketsHttpHandler { ConnectCallback = (_, _) => throw new SocketException((int)SocketError.HostNotFound) });
        var (answers, missing) = (edges.Measured<long>("alerts.provider_answers"), failing.Measured<long>("alerts.provider_answers"));

        await SendAsync(receiver.Address);
        await new WebhookChannel(failing.Clients, failing.Once, failing.Time)
            .SendAsync(Sample.Alert(), At(new Uri("http://secret.example/hook")), "msg_1", TestContext.Current.CancellationToken);

        Assert.Equal(("webhook", "503"), (answers.LastMeasurement!.Tags["provider"], answers.LastMeasurement.Tags["status"]));
        Assert.Equal(("webhook", "unreachable"), (missing.LastMeasurement!.Tags["provider"], missing.LastMeasurement.Tags["status"]));
    }

    [Fact]
    public async Task A_receiver_that_hangs_up_is_tried_again()
    {
        await using var receiver = await Receiver.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, "broken-answer"), await SendAsync(receiver.Address));
    }

    [Fact]
    public async Task A_receiver_that_does_not_speak_TLS_is_insecure()
    {
        await using var receiver = await Receiver.StartAsync(200);

        var outcome = await SendAsync(new UriBuilder(receiver.Address) { Scheme = "https" }.Uri);

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, "insecure"), outcome);
        Assert.Empty(receiver.Requests);
    }

    [Theory]
    [InlineData("ftp://files.example/", "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", "bad-address")]
    [InlineData("no address", "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", "bad-address")]
    [InlineData("https://hooks.example/", null, "no-secret")]
    [InlineData("https://hooks.example/", "whsec_short", "bad-secret")]
    public async Task A_recipient_that_cannot_be_served_is_given_up(string target, string? secret, string reason)
    {
        var recipient = Sample.Recipient(ChannelKind.Generic, target, secret);

        Assert.Equal(new SendOutcome(SendVerdict.GiveUp, reason), await Channel.SendAsync(Sample.Alert(), recipient, "msg_1", TestContext.Current.CancellationToken));
    }

    private WebhookChannel Channel => new(edges.Clients, edges.Once, edges.Time);

    private Task<SendOutcome> SendAsync(Uri address, Alert? alert = null) => Channel.SendAsync(
        alert ?? Sample.Alert(), At(address), "msg_1", TestContext.Current.CancellationToken);

    private static Recipient At(Uri address) => Sample.Recipient(ChannelKind.Generic, address.AbsoluteUri, Secret.Text);

    private SignatureCheck Check(Received request) => WebhookSignature.Verify(
        Secret,
        request.Headers["webhook-id"],
        request.Headers["webhook-timestamp"],
        request.Body,
        request.Headers["webhook-signature"],
        edges.Time.GetUtcNow(),
        WebhookSignature.Tolerance);

    private static string Part(JsonElement body, string name) =>
        JsonSerializer.Serialize(body.GetProperty("data").GetProperty(name), Wire.Json);
}
