namespace Alerts.Watch;

public static class LocalDocument
{
    public static Fetched Of(string path, byte[] body, DateTimeOffset readAt) => throw new NotImplementedException();
}
