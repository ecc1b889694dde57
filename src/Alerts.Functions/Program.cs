using Alerts;
using Alerts.Functions;
using Alerts.Storage;
using Alerts.Telemetry;
using Alerts.Web;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<InvocationScope>();
builder.Services
    .AddAlerts(builder.Configuration)
    .AddStorage(builder.Configuration)
    .AddAlertsWeb()
    .AddSingleton(AlertsWeb.Pipeline)
    .AddAlertsTelemetry(builder.Configuration)
    .UseFunctionsWorkerDefaults();
await builder.Build().RunAsync();
