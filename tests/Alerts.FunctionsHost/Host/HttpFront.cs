using System.Diagnostics;
using System.Net;
using Alerts.FunctionsHost.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Alerts.FunctionsHost.Host;

/// <summary>The host's web server: forwards each request to the worker's own server, and starts the function that answers it there.</summary>
internal sealed class HttpFront : IAsyncDisposable
{
    private const string InvocationId = "x-ms-invocation-id";

    private readonly WebApplication app;
    private readonly HttpMessageInvoker client;

    private HttpFront(WebApplication app, HttpMessageInvoker client) => (this.app, this.client) = (app, client);

    public Uri Address => new(app.Urls.Single());

    public static async Task<HttpFront> StartAsync(Worker worker, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddHttpForwarder();
        var front = new HttpFront(builder.Build(), new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = new ReverseProxyPropagator(DistributedContextPropagator.Current),
        }));
        front.app.Run(context => front.AnswerAsync(worker, context));
        await front.app.StartAsync(cancellation);
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task AnswerAsync(Worker worker, HttpContext context)
    {
        var request = worker.Request("Web");
        request.InputData.Add(new ParameterBinding
        {
            Name = worker.Functions["Web"].Get("name"),
            Data = new TypedData { Http = new RpcHttp { Method = context.Request.Method, Url = context.Request.Path } },
        });
        request.TriggerMetadata.Add("path", new TypedData { String = context.Request.Path.Value!.TrimStart('/') });
        context.Request.Headers[InvocationId] = request.InvocationId;
        var invoked = worker.InvokeAsync(request, CancellationToken.None);
        await app.Services.GetRequiredService<IHttpForwarder>().SendAsync(context, worker.HttpUri.AbsoluteUri.TrimEnd('/'), client);
        await invoked;
    }
}
