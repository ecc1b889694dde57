namespace Alerts.Configuration;

/// <summary>Connection strings: <c>Name=value;Name=value</c>, names in any case.</summary>
internal static class ConnectionStrings
{
    public static readonly Expectation Storage = new(
        "the connection string of a storage account, with AccountName and AccountKey or with a SharedAccessSignature", IsStorage);

    public static readonly Expectation Insights = new(
        "the connection string of an Application Insights resource: InstrumentationKey=…;IngestionEndpoint=https://…", IsInsights);

    public static readonly Expectation InsightsSignIn = new("Authorization=AAD, and ;ClientId=… for a user-assigned identity", IsSignIn);

    private static bool IsStorage(string text) => Parse(text) is { } pairs
        && (string.Equals(pairs.GetValueOrDefault("UseDevelopmentStorage"), "true", StringComparison.OrdinalIgnoreCase)
            || pairs.ContainsKey("SharedAccessSignature")
            || (pairs.ContainsKey("AccountName") && IsBase64(pairs.GetValueOrDefault("AccountKey"))));

    private static bool IsInsights(string text) => Parse(text) is { } pairs
        && Guid.TryParse(pairs.GetValueOrDefault("InstrumentationKey"), out _)
        && (!pairs.TryGetValue("IngestionEndpoint", out var endpoint) || Expect.HttpAddress.Holds(endpoint));

    private static bool IsSignIn(string text) => Parse(text) is { } pairs
        && string.Equals(pairs.GetValueOrDefault("Authorization"), "AAD", StringComparison.OrdinalIgnoreCase)
        && (!pairs.TryGetValue("ClientId", out var client) || Guid.TryParse(client, out _));

    private static bool IsBase64(string? text) => !string.IsNullOrEmpty(text) && Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static Dictionary<string, string>? Parse(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || !pairs.TryAdd(pair[..equals], pair[(equals + 1)..]))
            {
                return null;
            }
        }

        return pairs;
    }
}
