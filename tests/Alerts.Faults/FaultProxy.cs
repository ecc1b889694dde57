using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Alerts.Faults;

/// <summary>One request to the storage.</summary>
/// <param name="Number">From 1, since the plan was last set.</param>
/// <param name="Service"><c>Blob</c>, <c>Queue</c> or <c>Table</c>.</param>
/// <param name="Method">HTTP's.</param>
/// <param name="Path">Without the account.</param>
public sealed record StorageRequest(int Number, string Service, string Method, string Path)
{
    public bool IsTransaction => Path.EndsWith("/$batch", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Service} {Path}";
}

/// <summary>Stands between the program and its storage: counts what is asked, and lets go wrong what a plan says.</summary>
public sealed partial class FaultProxy : IAsyncDisposable
{
    private static readonly HashSet<string> HopByHop = new(["Connection", "Keep-Alive", "Transfer-Encoding", "Host"], StringComparer.OrdinalIgnoreCase);

    private readonly HttpClient storage = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly List<(string Service, Uri Address)> targets;
    private readonly ConcurrentQueue<StorageRequest> requests = new();
    private WebApplication app = null!;
    private List<int> ports = [];
    private Func<StorageRequest, Fault?> plan = _ => null;
    private int count;

    private FaultProxy(string connectionString)
    {
        targets = [.. Endpoint().Matches(connectionString).Select(m => (m.Groups["service"].Value, new Uri(m.Groups["address"].Value)))];
        ConnectionString = connectionString;
    }

    /// <summary>The same account by way of this proxy. Its key signs paths, not hosts, so that a request stays valid on the way.</summary>
    public string ConnectionString { get; private set; }

    /// <summary>What was asked since the plan was set.</summary>
    public IReadOnlyList<StorageRequest> Requests => [.. requests];

    public static async Task<FaultProxy> StartAsync(string connectionString)
    {
        var proxy = new FaultProxy(connectionString);
        proxy.app = await Loopback.StartAsync(proxy.AnswerAsync, proxy.targets.Count);
        proxy.ports = [.. proxy.app.Urls.Select(url => new Uri(url).Port)];
        foreach (var ((_, address), port) in proxy.targets.Zip(proxy.ports))
        {
            proxy.ConnectionString = proxy.ConnectionString.Replace(address.Authority, $"127.0.0.1:{port}", StringComparison.Ordinal);
        }

        return proxy;
    }

    /// <param name="next">Which fault, if any, strikes a request; counted anew from here.</param>
    public void Set(Func<StorageRequest, Fault?> next)
    {
        requests.Clear();
        (plan, count) = (next, 0);
    }

    public void Clear() => Set(_ => null);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        storage.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var (service, address) = targets[ports.IndexOf(context.Connection.LocalPort)];
        var request = new StorageRequest(Interlocked.Increment(ref count), service, context.Request.Method, PathOf(context));
        requests.Enqueue(request);
        var fault = plan(request);
        if (fault is { Applied: false })
        {
            await fault.Answer(context);
            return;
        }

        using var answer = await ForwardAsync(context, address, body.ToArray());
        await (fault is null ? CopyAsync(answer, context) : fault.Answer(context));
    }

    private static string PathOf(HttpContext context) => context.Request.Path.Value!.Split('/', 3) is [_, _, var rest] ? $"/{rest}" : "/";

    private async Task<HttpResponseMessage> ForwardAsync(HttpContext context, Uri address, byte[] body)
    {
        // The path exactly as it came: it is signed.
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var target = new Uri($"{address.Scheme}://{address.Authority}{raw}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target) { Content = new ByteArrayContent(body) };
        foreach (var (name, values) in context.Request.Headers.Where(h => !HopByHop.Contains(h.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        // Carried out even when the client is gone by now: that is how answers get lost.
        return await storage.SendAsync(request, CancellationToken.None);
    }

    private static async Task CopyAsync(HttpResponseMessage answer, HttpContext context)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => !HopByHop.Contains(h.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (answer.StatusCode is not (System.Net.HttpStatusCode.NoContent or System.Net.HttpStatusCode.NotModified))
        {
            await answer.Content.CopyToAsync(context.Response.Body);
        }
    }

    [GeneratedRegex("(?<service>Blob|Queue|Table)Endpoint=(?<address>[^;]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Endpoint();
}
