using System.Text.Json;

namespace Alerts.FunctionsContract.Infra;

/// <summary>What a deployment would make.</summary>
internal sealed class Prediction(JsonElement snapshot)
{
    public const string Operator = "00000000-0000-0000-0000-000000000002";

    /// <summary>Never to be seen in what is predicted: it is a parameter that Azure keeps secret.</summary>
    public const string SendGridKey = "SG.not-to-be-seen";

    /// <summary>What <c>azd up</c> makes when nothing but the operator's address is set.</summary>
    public static readonly Lazy<Task<Prediction>> Trial = Of(("ALERTS_OPERATOR_EMAIL", "operator@example.org"));

    /// <summary>With everything set.</summary>
    public static readonly Lazy<Task<Prediction>> Service = Of(
        ("AZURE_ENV_NAME", "alerts-prod"),
        ("ALERTS_STAGE", "prod"),
        ("AZURE_PRINCIPAL_ID", Operator),
        ("ALERTS_OPERATOR_EMAIL", "operator@example.org"),
        ("ALERTS_EMAIL_FROM", "Alerts <alerts@example.org>"),
        ("ALERTS_FETCH_CONTACT", "https://example.org/alerts"),
        ("SENDGRID_KEY", SendGridKey));

    public static readonly Lazy<Task<Prediction>> Private = Of(
        ("ALERTS_STAGE", "prod"), ("AZURE_PRINCIPAL_ID", Operator), ("ALERTS_PRIVATE_NETWORK", "true"));

    public static readonly Lazy<Task<Prediction>> PrivateWithAnOpening = Of(
        ("ALERTS_STAGE", "prod"), ("AZURE_PRINCIPAL_ID", Operator), ("ALERTS_PRIVATE_NETWORK", "true"), ("ALERTS_OPERATOR_ADDRESSES", "203.0.113.7,203.0.113.8"));

    public string Text { get; } = snapshot.GetProperty("predictedResources").GetRawText();

    public IReadOnlyList<JsonElement> Resources { get; } = [.. snapshot.GetProperty("predictedResources").EnumerateArray()];

    public IEnumerable<JsonElement> All(string type) => Resources.Where(r => r.GetProperty("type").GetString() == type);

    public JsonElement Properties(string type) => All(type).Single().GetProperty("properties");

    /// <summary>Last parts of the names, sorted.</summary>
    public IEnumerable<string> Names(string type) => All(type).Select(NameOf).Order();

    /// <summary>The app's settings by name.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        Properties("Microsoft.Web/sites/config").EnumerateObject().ToDictionary(s => s.Name, s => s.Value.GetString()!);

    public static string NameOf(JsonElement resource) => resource.GetProperty("name").GetString()!.Split('/')[^1];

    private static Lazy<Task<Prediction>> Of(params (string Name, string Value)[] environment) =>
        new(() => Bicep.PredictAsync(environment.Select(e => KeyValuePair.Create(e.Name, e.Value))));
}
