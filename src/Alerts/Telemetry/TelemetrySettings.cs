namespace Alerts.Telemetry;

/// <summary>Names of the settings that say where telemetry goes. All but the last are what their makers call them.</summary>
public static class TelemetrySettings
{
    /// <summary>OTLP endpoint, such as <c>http://localhost:4318</c>; the other <c>OTEL_EXPORTER_OTLP_*</c> settings hold too.</summary>
    public const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public const string ServiceNameSetting = "OTEL_SERVICE_NAME";

    /// <summary>Connection string of an Application Insights resource.</summary>
    public const string AzureMonitorSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary><c>Authorization=AAD</c> to sign in to the ingestion by identity, with <c>;ClientId=…</c> for a user-assigned one.</summary>
    public const string AuthenticationSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>Section of <see cref="TelemetryOptions"/>.</summary>
    public const string Section = "Telemetry";
}
