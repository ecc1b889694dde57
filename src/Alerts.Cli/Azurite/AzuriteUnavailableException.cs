namespace Alerts.Cli.Azurite;

/// <summary>The local storage cannot be started. The message is made for people: what is wrong and how to mend it.</summary>
public sealed class AzuriteUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    public const string OtherStorage = "set AlertsStorage to the connection string of an Azure Storage account";
}
