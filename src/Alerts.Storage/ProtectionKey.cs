namespace Alerts.Storage;

public static class ProtectionKey
{
    public const string Setting = "Protection:Key";

    public static string LoadOrCreate(string folder) => throw new NotImplementedException();
}
