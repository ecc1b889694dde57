using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alerts.EndToEnd.SignIn;

/// <summary>The endpoint at which a program in App Service asks for tokens of its managed identity, on loopback.</summary>
internal sealed class ManagedIdentity : IAsyncDisposable
{
    private const string Header = "a-secret-of-the-host";

    private readonly WebApplication app;

    private ManagedIdentity()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapGet("/token", (HttpRequest request) => request.Headers["X-IDENTITY-HEADER"] == Header
            ? Results.Json(Answer(request.Query["resource"].ToString()))
            : Results.StatusCode(StatusCodes.Status401Unauthorized));
    }

    /// <summary>What leads DefaultAzureCredential here.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["IDENTITY_ENDPOINT"] = $"{app.Urls.Single()}/token",
        ["IDENTITY_HEADER"] = Header,
    };

    public static async Task<ManagedIdentity> StartAsync()
    {
        var identity = new ManagedIdentity();
        await identity.app.StartAsync();
        return identity;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static object Answer(string resource)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (from, until) = (now.AddMinutes(-5).ToUnixTimeSeconds(), now.AddDays(1).ToUnixTimeSeconds());
        var claims = new { aud = resource, iss = "https://sts.windows.net/11111111-2222-3333-4444-555555555555/", iat = from, nbf = from, exp = until };
        return new
        {
            access_token = $"{Part(new { alg = "RS256", typ = "JWT" })}.{Part(claims)}.{Base64Url.EncodeToString([1, 2, 3])}",
            expires_on = until.ToString(CultureInfo.InvariantCulture),
            resource,
            token_type = "Bearer",
            client_id = "11111111-2222-3333-4444-555555555555",
        };
    }

    private static string Part<T>(T part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
