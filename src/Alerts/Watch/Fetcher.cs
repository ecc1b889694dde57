namespace Alerts.Watch;

public sealed class Fetcher
{
    public Task<Fetched> FetchAsync(Uri url, Validators validators, CancellationToken cancellation) => throw new NotImplementedException();
}
