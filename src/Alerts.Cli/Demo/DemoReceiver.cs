using System.Text.Json;
using Alerts.Notify.Webhook;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Alerts.Cli.Demo;

/// <param name="MessageId">Header <c>webhook-id</c>.</param>
/// <param name="Signature">What checking it found.</param>
/// <param name="CaseId">Of the case it tells about.</param>
/// <param name="ChangeId">Of the change it tells.</param>
internal sealed record ReceivedWebhook(string MessageId, SignatureCheck Signature, string CaseId, string ChangeId);

/// <summary>A receiver of generic webhooks on loopback, as a newsroom would run it: it checks each signature with the shared secret.</summary>
internal sealed class DemoReceiver : IAsyncDisposable
{
    private readonly WebApplication app = LoopbackServer.New();
    private readonly List<ReceivedWebhook> received = [];
    private readonly TimeProvider time;

    private DemoReceiver(TimeProvider time) => this.time = time;

    public WebhookSecret Secret { get; } = WebhookSecret.Generate();

    public Uri Address => new(new Uri(app.Urls.First()), "/alerts");

    public static async Task<DemoReceiver> StartAsync(TimeProvider time, CancellationToken cancellation)
    {
        var receiver = new DemoReceiver(time);
        receiver.app.MapPost("/alerts", receiver.TakeAsync);
        await receiver.app.StartAsync(cancellation);
        return receiver;
    }

    /// <summary>What came since it was last asked.</summary>
    public IReadOnlyList<ReceivedWebhook> Take()
    {
        lock (received)
        {
            ReceivedWebhook[] taken = [.. received];
            received.Clear();
            return taken;
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        string? Header(string name) => request.Headers[name].FirstOrDefault();
        var signature = WebhookSignature.Verify(
            Secret,
            Header("webhook-id"),
            Header("webhook-timestamp"),
            body.ToArray(),
            Header("webhook-signature"),
            time.GetUtcNow(),
            WebhookSignature.Tolerance);
        using var json = JsonDocument.Parse(body.ToArray());
        var data = json.RootElement.GetProperty("data");
        lock (received)
        {
            received.Add(new ReceivedWebhook(
                Header("webhook-id") ?? "",
                signature,
                data.GetProperty("case").GetProperty("id").GetString()!,
                data.GetProperty("change").GetString()!));
        }

        return signature == SignatureCheck.Valid ? Results.NoContent() : Results.Unauthorized();
    }
}
