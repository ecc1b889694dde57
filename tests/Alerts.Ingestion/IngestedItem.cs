using System.Text.Json;

namespace Alerts.Ingestion;

/// <summary>A row as a query finds it.</summary>
/// <param name="Table">Such as <c>customMetrics</c>, <c>traces</c>, <c>requests</c>.</param>
/// <param name="Name">Of a metric or span; of an exception its type; null for a log entry.</param>
/// <param name="Message">Of a log entry; null for others.</param>
/// <param name="Value">Of a metric; null for others.</param>
/// <param name="Success">Of a span; null for others.</param>
/// <param name="Operation">The trace it belongs to, if any.</param>
/// <param name="Dimensions">Its custom dimensions.</param>
public sealed record IngestedItem(
    string Table, string? Name, string? Message, double? Value, bool? Success, string? Operation, IReadOnlyDictionary<string, string> Dimensions)
{
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["MetricData"] = "customMetrics",
        ["MessageData"] = "traces",
        ["RequestData"] = "requests",
        ["RemoteDependencyData"] = "dependencies",
        ["ExceptionData"] = "exceptions",
        ["EventData"] = "customEvents",
    };

    /// <param name="line">An envelope of the ingestion protocol, version 2.1.</param>
    public static IngestedItem Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var data = document.RootElement.GetProperty("data");
        var item = data.GetProperty("baseData");
        var metric = Array(item, "metrics");
        return new IngestedItem(
            Tables.GetValueOrDefault(data.GetProperty("baseType").GetString()!, "unknown"),
            Text(metric, "name") ?? Text(item, "name") ?? Text(Array(item, "exceptions"), "typeName"),
            Text(item, "message"),
            metric is { } measured ? measured.GetProperty("value").GetDouble() : null,
            item.TryGetProperty("success", out var success) ? success.GetBoolean() : null,
            document.RootElement.TryGetProperty("tags", out var tags) ? Text(tags, "ai.operation.id") : null,
            item.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString()) : new Dictionary<string, string>());
    }

    private static JsonElement? Array(JsonElement item, string name) => item.TryGetProperty(name, out var array) && array.GetArrayLength() > 0 ? array[0] : null;

    private static string? Text(JsonElement? item, string name) => item is { } some && some.TryGetProperty(name, out var value) ? value.GetString() : null;
}
