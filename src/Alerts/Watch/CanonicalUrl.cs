namespace Alerts.Watch;

public static class CanonicalUrl
{
    public static Uri Of(Uri url) => throw new NotImplementedException();
}
