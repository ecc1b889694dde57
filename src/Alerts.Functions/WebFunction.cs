using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions;

/// <summary>Hands every request to the web app, which ends when the request is aborted.</summary>
public sealed class WebFunction(RequestDelegate web)
{
    [Function("Web")]
    public Task RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => web(request.HttpContext);
}
