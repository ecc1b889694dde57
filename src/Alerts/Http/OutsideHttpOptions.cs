namespace Alerts.Http;

/// <summary>What may be called. Configuration section <c>OutsideHttp</c>.</summary>
public sealed class OutsideHttpOptions
{
    /// <summary>Hosts excepted from the rules on address and port, as <c>host</c> or <c>host:port</c>; for tests and the demo.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Ports that may be called; 80, 443, 8080 and 8443 when none is set.</summary>
    public IList<int> Ports { get; } = [];

    /// <summary>A proxy that connects in our stead, and then has to refuse non-public addresses itself. The environment's proxy is never used.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>How long resolving and connecting may take.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);
}
