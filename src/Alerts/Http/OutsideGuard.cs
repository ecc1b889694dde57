namespace Alerts.Http;

/// <summary>Judges the URL of each request before it is sent, and lets a refusal while connecting come out as what it is.</summary>
public sealed class OutsideGuard(OutsideRule rule) : DelegatingHandler
{
    /// <exception cref="RefusedAddressException">The URL must not be called.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (rule.Judge(request.RequestUri!) is { } refused)
        {
            throw refused;
        }

        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException e) when (e.InnerException is RefusedAddressException whileConnecting)
        {
            throw whileConnecting;
        }
    }
}
