using Alerts.Http;
using Alerts.Telemetry;
using Microsoft.Extensions.Options;

namespace Alerts.Notify;

/// <summary>Settings under <c>Notify</c>.</summary>
public sealed class NotifyOptions
{
    /// <summary>How long one try over HTTP may take; Standard Webhooks recommends 15 to 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}

/// <summary>What one try over HTTP came to.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Outcome">What it means for the delivery.</param>
public readonly record struct HttpAnswer(int Status, SendOutcome Outcome);

/// <summary>
/// One try over HTTP, bounded in time. What goes wrong on the way becomes a named outcome;
/// the exception, which may name the address, goes no further.
/// </summary>
public sealed class HttpTry(IOptions<NotifyOptions> options, AlertsMetrics metrics, TimeProvider time)
{
    /// <param name="provider">Who is asked, in a word; the answers of each are counted.</param>
    /// <param name="send">Asks.</param>
    /// <param name="cancellation">Ends the try.</param>
    /// <exception cref="OperationCanceledException">The caller ended the try.</exception>
    public async Task<SendOutcome> RunAsync(string provider, Func<CancellationToken, Task<HttpAnswer>> send, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var answer = await send(either.Token);
            metrics.Answered(provider, answer.Status);
            return answer.Outcome;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return NotAnswered(provider, "timed-out");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return NotAnswered(provider, Reason(failure));
        }
    }

    private SendOutcome NotAnswered(string provider, string why)
    {
        metrics.NotAnswered(provider, why);
        return new SendOutcome(SendVerdict.TryAgain, why);
    }

    /// <summary>A refused address is tried again as any failure: a name that resolved wrongly may be mended, and each try is checked anew.</summary>
    private static string Reason(Exception failure) => failure switch
    {
        RefusedAddressException or { InnerException: RefusedAddressException } => "refused-address",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "insecure",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => "unreachable",
        _ => "broken-answer",
    };
}
