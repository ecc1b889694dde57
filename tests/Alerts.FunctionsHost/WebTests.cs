using System.Text;

namespace Alerts.FunctionsHost;

/// <summary>Whoever asks the app in Azure gets what <c>alerts serve</c> answers, byte for byte.</summary>
public sealed class WebTests(AzuriteFixture azurite)
{
    /// <summary>Of the connection, not of the answer.</summary>
    private static readonly string[] OfTheConnection = ["Date", "Transfer-Encoding", "Connection", "Content-Length"];

    private static readonly (string Method, string Path, string? Accept, string? Body)[] Requests =
    [
        ("GET", "/api/health", null, null),
        ("GET", "/api/health/live", null, null),
        ("GET", "/api/v1/cases", null, null),
        ("GET", "/api/v1/cases?country=KZ&limit=1", null, null),
        ("GET", "/api/v1/cases?country=KAZ", null, null),
        ("GET", "/api/v1/cases?limit=1&limit=2", null, null),
        ("GET", "/api/v1/cases/mira-solen", null, null),
        ("HEAD", "/api/v1/cases/mira-solen", null, null),
        ("GET", "/api/v1/cases/mira-solen/", null, null),
        ("GET", "/api/v1/cases/nobody", null, null),
        ("GET", "/api/v1/cases/%D0%9C%D0%B8%D1%80%D0%B0", null, null),
        ("GET", "/api/v1/cases/..%2f..%2fetc", null, null),
        ("POST", "/api/v1/cases", null, "{}"),
        ("DELETE", "/api/v1/cases/mira-solen", null, null),
        ("OPTIONS", "/api/v1/cases", null, null),
        ("GET", "/", "text/html", null),
        ("GET", "/no/such/page?path=elsewhere", "text/html", null),
        ("PUT", "/api/health", null, "body of a request that nobody reads"),
    ];

    [Fact]
    public async Task Each_kind_of_request_is_answered_as_serve_answers_it()
    {
        await using var world = await World.StartAsync(azurite);
        await world.FollowAsync();
        await world.Serve.StartAsync(TestContext.Current.CancellationToken);
        await using var app = await FunctionsApp.StartAsync(world.Settings, TestContext.Current.CancellationToken);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        foreach (var request in Requests)
        {
            var (expected, actual) = (await AnswerAsync(client, world.Serve.Url, request), await AnswerAsync(client, app.Web.Address, request));

            Assert.Equal($"{request.Method} {request.Path}\n{expected}", $"{request.Method} {request.Path}\n{actual}");
            Assert.DoesNotContain("Server:", actual, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static async Task<string> AnswerAsync(HttpClient client, Uri front, (string Method, string Path, string? Accept, string? Body) asked)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), new Uri(front, asked.Path));
        request.Headers.TryAddWithoutValidation("Accept", asked.Accept ?? "application/json");
        request.Content = asked.Body is null ? null : new StringContent(asked.Body, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(h => !OfTheConnection.Contains(h.Key, StringComparer.OrdinalIgnoreCase))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")
            .Order(StringComparer.OrdinalIgnoreCase);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n\n{WithoutTrace(body)}";
    }

    /// <summary>Problem details name the request's own trace.</summary>
    private static string WithoutTrace(string body) => body.IndexOf("\"traceId\"", StringComparison.Ordinal) is var at and >= 0 ? body[..at] : body;
}
