namespace Alerts.Watch;

public static class PollSchedule
{
    public static DateTimeOffset Next(DateTimeOffset now, TimeSpan every, int failures, TimeSpan? retryAfter, double random) => throw new NotImplementedException();
}
