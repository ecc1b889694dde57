using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Web;

public static class AlertsWeb
{
    public static IServiceCollection AddAlertsWeb(this IServiceCollection services) => throw new NotImplementedException();

    public static IEndpointRouteBuilder MapAlertsWeb(this IEndpointRouteBuilder routes) => throw new NotImplementedException();

    /// <summary>The whole web app as one delegate, for a front that has a request but no web host of its own.</summary>
    public static RequestDelegate Pipeline(IServiceProvider services) => throw new NotImplementedException();
}
