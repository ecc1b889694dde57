using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Alerts.Faults;

/// <summary>An alert that came in.</summary>
/// <param name="Recipient">A mail address, or the path of a webhook.</param>
/// <param name="MessageId">By which a receiver knows a repeat.</param>
public sealed record Arrival(string Recipient, string MessageId);

/// <summary>All that the program meets beside its storage: the page it watches, the receivers of webhooks, and the mail service.</summary>
public sealed class Outside : IAsyncDisposable
{
    public const string PagePath = "/mira";

    /// <summary>A receiver that is busy when a message comes for the first time.</summary>
    public const string BusyHook = "/hook/busy";

    private readonly ConcurrentQueue<Arrival> arrivals = new();
    private readonly ConcurrentDictionary<Arrival, bool> turnedAway = new();
    private WebApplication app = null!;
    private Func<int, Fault?> plan = _ => null;
    private int count;

    private Outside()
    {
    }

    public Uri Address => new(app.Urls.Single());

    /// <summary>What the page says today.</summary>
    public string Page { get; set; } = "";

    /// <summary>Requests since the plan was set; those for robots.txt are left out.</summary>
    public int Count => count;

    public IReadOnlyList<Arrival> Arrivals => [.. arrivals];

    public static async Task<Outside> StartAsync()
    {
        var outside = new Outside();
        outside.app = await Loopback.StartAsync(outside.AnswerAsync);
        return outside;
    }

    /// <param name="next">Which fault, if any, strikes the request of this number, from 1.</param>
    public void Set(Func<int, Fault?> next) => (plan, count) = (next, 0);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/robots.txt")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var fault = plan(Interlocked.Increment(ref count));
        if (fault is { Applied: false })
        {
            await fault.Answer(context);
            return;
        }

        if (context.Request.Path == PagePath)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await (fault is null ? context.Response.WriteAsync(Page) : fault.Answer(context));
            return;
        }

        var accepted = Accept(await ArrivalAsync(context));
        context.Response.StatusCode = accepted ? StatusCodes.Status204NoContent : StatusCodes.Status503ServiceUnavailable;
        if (fault is not null)
        {
            await fault.Answer(context);
        }
    }

    private bool Accept(Arrival arrival)
    {
        if (arrival.Recipient == BusyHook && turnedAway.TryAdd(arrival, true))
        {
            return false;
        }

        arrivals.Enqueue(arrival);
        return true;
    }

    private static async Task<Arrival> ArrivalAsync(HttpContext context)
    {
        if (context.Request.Path != "/v3/mail/send")
        {
            return new Arrival(context.Request.Path, context.Request.Headers["webhook-id"].ToString());
        }

        using var mail = await JsonDocument.ParseAsync(context.Request.Body);
        var to = mail.RootElement.GetProperty("personalizations")[0];
        return new Arrival(
            to.GetProperty("to")[0].GetProperty("email").GetString()!,
            to.GetProperty("custom_args").GetProperty("alerts_id").GetString()!);
    }
}
