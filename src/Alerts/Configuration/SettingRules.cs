using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Alerts.Configuration;

/// <summary>What settings must be to each other. A value that is none is told by its own line, and not here again.</summary>
internal static class SettingRules
{
    public static IEnumerable<SettingProblem> Problems(IConfiguration configuration, Front front) =>
    [
        .. front == Front.Azure ? Missing(configuration) : [],
        .. Storage(configuration, front),
        .. Sender(configuration),
        .. front == Front.Azure ? Outbox(configuration) : [],
        .. Order(configuration, "StorageRetry:Delay", "StorageRetry:MaxDelay", static text => TimeSpan.Parse(text, CultureInfo.InvariantCulture)),
        .. Order(configuration, "Reconcile:Floor", "Reconcile:AcceptFrom", static text => double.Parse(text, CultureInfo.InvariantCulture)),
    ];

    private static bool IsSet(IConfiguration configuration, string name) => !string.IsNullOrWhiteSpace(configuration[name]);

    private static IEnumerable<SettingProblem> Missing(IConfiguration configuration) => SettingList.All
        .Where(s => s.NeededInAzure && (configuration[s.Name] is null || (s.Default is null && !IsSet(configuration, s.Name))))
        .Select(s => new SettingProblem(s.Name, $"is missing; expected {s.Expected.Text}"));

    private static IEnumerable<SettingProblem> Storage(IConfiguration configuration, Front front)
    {
        var byKey = IsSet(configuration, SettingList.Storage);
        var addresses = SettingList.StorageAddresses.Where(name => IsSet(configuration, name)).ToList();
        var byIdentity = IsSet(configuration, SettingList.StorageAccount) ? [SettingList.StorageAccount, .. addresses] : addresses;
        return (byKey, byIdentity.Count) switch
        {
            (true, > 0) =>
                [new SettingProblem(SettingList.Storage, $"is a connection string, while {byIdentity[0]} asks to sign in by identity: take one of them away")],
            (false, 0) when front == Front.Azure =>
                [new SettingProblem(SettingList.StorageAccount, "is missing; expected the storage account's name, or its three addresses, or a connection string in AlertsStorage")],
            (false, > 0) when byIdentity == addresses => SettingList.StorageAddresses.Except(addresses)
                .Select(name => new SettingProblem(name, $"is missing, while {addresses[0]} is set: set all three addresses, or {SettingList.StorageAccount} alone"))
                .Concat(OneAccount(configuration, addresses)),
            _ => OneAccount(configuration, addresses),
        };
    }

    /// <summary>Of addresses such as https://ACCOUNT.table.core.windows.net each must be of its service, and all of one account; others are taken as they are.</summary>
    private static IEnumerable<SettingProblem> OneAccount(IConfiguration configuration, IEnumerable<string> addresses)
    {
        var account = IsSet(configuration, SettingList.StorageAccount) ? configuration[SettingList.StorageAccount] : null;
        foreach (var name in addresses)
        {
            var service = name[(SettingList.Storage.Length + 1)..].Replace("ServiceUri", "", StringComparison.Ordinal);
            if (!Uri.TryCreate(configuration[name], UriKind.Absolute, out var address) || address.Host.Split('.') is not [var owner, "table" or "queue" or "blob", ..] labels)
            {
                continue;
            }

            account ??= owner;
            if (labels[1] != service || owner != account)
            {
                yield return new SettingProblem(name, $"is not the {service} address of the account {account}; expected https://{account}.{service}.{string.Join('.', labels[2..])}");
            }
        }
    }

    /// <summary>On one machine the outbox takes any sender's mail; nobody else takes that of localhost.</summary>
    private static IEnumerable<SettingProblem> Sender(IConfiguration configuration)
    {
        var stays = !IsSet(configuration, SettingList.EmailKey) && IsSet(configuration, SettingList.EmailOutbox);
        var sender = configuration[SettingList.EmailSender];
        if (!stays && (sender is null || sender.TrimEnd(' ', '>').EndsWith("@localhost", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new SettingProblem(SettingList.EmailSender, "is missing; expected a sender that SendGrid has verified, such as Alerts <alerts@example.org>");
        }
    }

    /// <summary>An instance in Azure goes, and its disk with it.</summary>
    private static IEnumerable<SettingProblem> Outbox(IConfiguration configuration) => IsSet(configuration, SettingList.EmailOutbox)
        ? [new SettingProblem(SettingList.EmailOutbox, "would leave mails where nobody finds them; take it away, and set Email:ApiKey to send them")]
        : [];

    private static IEnumerable<SettingProblem> Order<T>(IConfiguration configuration, string lower, string upper, Func<string, T> parse) where T : struct, IComparable<T>
    {
        if (Value(lower) is { } low && Value(upper) is { } high && low.CompareTo(high) > 0)
        {
            yield return new SettingProblem(lower, string.Create(CultureInfo.InvariantCulture, $"is {low}, which is more than {upper} ({high}); expected no more"));
        }

        T? Value(string name)
        {
            var setting = SettingList.All.Single(s => s.Name == name);
            var text = configuration[name] ?? setting.Default!;
            return setting.Expected.Holds(text) ? parse(text) : null;
        }
    }
}
