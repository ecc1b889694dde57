using Alerts.Http;
using Microsoft.Extensions.Options;

namespace Alerts.Notify;

/// <summary>Settings under <c>Notify</c>.</summary>
public sealed class NotifyOptions
{
    /// <summary>How long one try over HTTP may take; Standard Webhooks recommends 15 to 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}

/// <summary>
/// One try over HTTP, bounded in time. What goes wrong on the way becomes a named outcome;
/// the exception, which may name the address, goes no further.
/// </summary>
public sealed class HttpTry(IOptions<NotifyOptions> options, TimeProvider time)
{
    /// <exception cref="OperationCanceledException">The caller ended the try.</exception>
    public async Task<SendOutcome> RunAsync(Func<CancellationToken, Task<SendOutcome>> send, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await send(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendOutcome(SendVerdict.TryAgain, "timed-out");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new SendOutcome(SendVerdict.TryAgain, Reason(failure));
        }
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
