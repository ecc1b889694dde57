using System.Net;
using System.Net.Http.Headers;
using Alerts.Notify.Email;
using Alerts.Reconcile;
using Alerts.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Tests.Web;

/// <summary>The web app behind one of its fronts, on loopback.</summary>
internal sealed class WebFront : IAsyncDisposable
{
    /// <summary>As <c>alerts serve</c> has it: the app in Kestrel.</summary>
    public const string Kestrel = "Kestrel";

    /// <summary>As Azure Functions has it: another app, whose routing chose its catch-all and hands over the request; services of a host that is no web host.</summary>
    public const string Function = "Function";

    private readonly HttpClient client = new();
    private readonly WebApplication app;
    private readonly IHost? worker;

    private WebFront(string front, string? outbox)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.Configure<EmailOptions>(o => o.OutboxFolder = outbox).AddSingleton<ICaseStore>(Shelf).AddAlertsWeb();
        app = builder.Build();
        if (front == Kestrel)
        {
            app.UseAlertsWeb();
            return;
        }

        var services = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        services.Services.Configure<EmailOptions>(o => o.OutboxFolder = outbox).AddSingleton<ICaseStore>(Shelf).AddAlertsWeb();
        worker = services.Build();
        var pipeline = AlertsWeb.Pipeline(worker.Services);
        app.Map("/{*path}", (HttpContext context) => pipeline(context));
    }

    public CaseShelf Shelf { get; } = new();

    public static async Task<WebFront> StartAsync(string front, string? outbox = "outbox")
    {
        var web = new WebFront(front, outbox);
        await web.app.StartAsync();
        return web;
    }

    public Task<Answer> GetAsync(string path, string accept = "application/json") => SendAsync(HttpMethod.Get, path, accept);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(method, app.Urls.Single() + path) { Headers = { { "Accept", accept } } };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, body);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        worker?.Dispose();
    }
}

internal sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, string? MediaType, string Body);
