namespace Alerts.Watch;

public sealed class FetchOptions
{
}
