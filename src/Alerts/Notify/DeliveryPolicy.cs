namespace Alerts.Notify;

public static class DeliveryPolicy
{
    public static Delivery After(Delivery delivery, SendOutcome outcome, DateTimeOffset now, double random) => throw new NotImplementedException();
}
