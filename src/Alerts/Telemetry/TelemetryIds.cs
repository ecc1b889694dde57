using Microsoft.Extensions.Options;

namespace Alerts.Telemetry;

/// <summary>Settings under <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Whether case ids, which are made of people's names, leave in telemetry as they are.</summary>
    public bool PlainCaseIds { get; set; }
}

/// <summary>A hash that only who has the key can make.</summary>
public interface IKeyedHash
{
    /// <returns>Hex digits; the same for the same text and key.</returns>
    string Hash(string text);
}

/// <summary>What a case is called in telemetry: the same always, and nobody can tell the case from it without the key.</summary>
public sealed class TelemetryIds(IKeyedHash hash, IOptions<TelemetryOptions> options)
{
    private const int Digits = 12;

    public string Of(string caseId) => options.Value.PlainCaseIds ? caseId : hash.Hash($"telemetry case {caseId}")[..Digits];
}
