using Alerts.Cases;

namespace Alerts.Http;

/// <summary>Why an outside address is not called.</summary>
public enum Refusal
{
    /// <summary>Neither http nor https.</summary>
    Scheme,

    /// <summary>No name that could be looked up, or one of a private network.</summary>
    Host,
    Port,

    /// <summary>It resolves to no public address.</summary>
    Address,
}

/// <summary>An address that must not be called. The message names neither host nor URL: a receiver's URL is a secret.</summary>
public sealed class RefusedAddressException : HttpRequestException
{
    private RefusedAddressException(Refusal refusal, string message, AddressKind? address = null)
        : base(message) => (Refusal, Address) = (refusal, address);

    public Refusal Refusal { get; }

    /// <summary>What the address is instead of public; null when scheme or port decided.</summary>
    public AddressKind? Address { get; }

    public static RefusedAddressException ForScheme() => new(Refusal.Scheme, "only http and https addresses are called");

    public static RefusedAddressException ForHost() => new(Refusal.Host, "its host is no valid name");

    public static RefusedAddressException ForPrivateName() => new(Refusal.Host, "its name is one of a private network");

    public static RefusedAddressException ForPort(int port) => new(Refusal.Port, $"port {port} is not among the allowed ports");

    public static RefusedAddressException ForAddress(AddressKind kind) =>
        new(Refusal.Address, $"only public addresses are called, and this one is {Word.Of(kind)}", kind);
}
