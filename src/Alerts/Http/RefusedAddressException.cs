namespace Alerts.Http;

/// <summary>
/// An outside address that is not public, or a name that leads to one. Thrown while connecting, it comes as the inner exception of HttpRequestException.
/// </summary>
public sealed class RefusedAddressException(string message) : IOException(message);
