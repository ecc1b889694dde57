using System.Diagnostics;
using Alerts.Web.Cases;
using Alerts.Web.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alerts.Web;

/// <summary>The web app, the same behind Kestrel (<see cref="UseAlertsWeb"/>) and behind one Azure Function (<see cref="Pipeline"/>).</summary>
public static class AlertsWeb
{
    public static IServiceCollection AddAlertsWeb(this IServiceCollection services)
    {
        services.AddRouting().AddMetrics().AddProblemDetails();
        services.AddHealthChecks()
            .AddCheck<StorageHealth>(StorageHealth.Name, timeout: StorageHealth.Patience)
            .AddCheck<EmailHealth>(EmailHealth.Name);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);

        // Routing asks for it, and only a web host registers it.
        services.TryAddSingleton(_ => new DiagnosticListener("Microsoft.AspNetCore"));
        return services;
    }

    public static IApplicationBuilder UseAlertsWeb(this IApplicationBuilder app) => app
        .Use(SecurityHeaders.AddAsync)
        .UseExceptionHandler()
        .UseStatusCodePages()
        .UseRouting()
        .UseEndpoints(routes => routes.MapAlertsWeb());

    public static IEndpointRouteBuilder MapAlertsWeb(this IEndpointRouteBuilder routes)
    {
        routes.MapHealth();
        routes.MapCases();
        return routes;
    }

    /// <summary>The whole web app as one delegate, for a front that has a request but no web host of its own.</summary>
    public static RequestDelegate Pipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services).UseAlertsWeb().Build();
        return context =>
        {
            // The front's own routing chose its catch-all; routing skips a request that has an endpoint already.
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            return app(context);
        };
    }
}
