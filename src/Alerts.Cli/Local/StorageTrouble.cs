using System.Net.Sockets;
using Azure;
using Azure.Identity;

namespace Alerts.Cli.Local;

/// <summary>What an operator can do when a storage account refuses or does not answer.</summary>
internal static class StorageTrouble
{
    private const string Roles = "Storage Table Data Contributor, Storage Queue Data Contributor and Storage Blob Data Contributor";

    /// <returns>null when it is nothing that an operator could cure.</returns>
    public static string? Cure(Exception failure) => Causes(failure).Select(Told).FirstOrDefault(told => told is not null);

    private static string? Told(Exception cause) => cause switch
    {
        AuthenticationFailedException =>
            "You are not signed in to Azure. Sign in with az login (or azd auth login), and try again. If you are in several tenants, "
            + "name that of the account by AlertsStorage:tenantId (environment: AlertsStorage__tenantId).",
        RequestFailedException refused => Told(refused),
        SocketException or HttpRequestException => "The storage account does not answer: see that its name is right, that it exists, and that this machine can reach it.",
        _ => null,
    };

    private static string? Told(RequestFailedException refused) => (refused.Status, refused.ErrorCode) switch
    {
        (403, "AuthenticationFailed") => "The storage account refuses the key in AlertsStorage: it was changed, or belongs to another account.",
        (403, "AuthorizationFailure") =>
            "The storage account refuses this machine: its network rules let nobody in from here. Run the command where they do, or add this machine's address to them.",
        (403, "KeyBasedAuthenticationNotPermitted") =>
            "The storage account takes no keys. Give its name by --store ACCOUNT or AlertsStorage:accountName, and sign in with az login.",
        (403, _) =>
            $"You are signed in, but the storage account does not let you do this. Ask for the roles {Roles} on it; they take effect within some minutes. "
            + "alerts doctor tells which are missing.",
        (401, _) =>
            "The storage account does not know your sign-in: it belongs to another tenant. Name its tenant by AlertsStorage:tenantId (environment: AlertsStorage__tenantId), "
            + "or sign in with az login --tenant TENANT.",
        (404, "TableNotFound" or "QueueNotFound" or "ContainerNotFound") =>
            "The storage account is not set up for Alerts: it lacks tables, queues or the container. See that it is the right one; a deployment, or alerts serve over it, makes them.",
        (0, _) => null,
        _ => $"The storage account answers {refused.Status} ({refused.ErrorCode ?? "no code"}).",
    };

    /// <summary>All there are, the outermost first.</summary>
    private static IEnumerable<Exception> Causes(Exception failure) => failure switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(Causes),
        { InnerException: { } inner } => Causes(inner).Prepend(failure),
        _ => [failure],
    };
}
