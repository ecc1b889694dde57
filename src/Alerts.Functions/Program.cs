using Alerts;
using Alerts.Configuration;
using Alerts.Functions;
using Alerts.Storage;
using Alerts.Telemetry;
using Alerts.Web;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
try
{
    SettingCheck.Require(builder.Configuration, Front.Azure);
    builder.Services.AddStorage(builder.Configuration);
}
catch (Exception wrong) when (wrong is SettingsException or StorageSettingsException)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}

builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<InvocationScope>();
builder.Services
    .AddAlerts(builder.Configuration)
    .AddAlertsWeb()
    .AddSingleton(AlertsWeb.Pipeline)
    .AddAlertsTelemetry(builder.Configuration)
    .UseFunctionsWorkerDefaults();
await builder.Build().RunAsync();
return 0;
