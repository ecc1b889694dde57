using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Doctor;

/// <summary>What a running instance says of itself at <c>/api/health</c>.</summary>
internal static class HealthCheckup
{
    private const string Check = "health";

    public static Checkup Of(Uri instance) => new(Check, cancellation => LookAsync(new Uri(instance, "/api/health"), cancellation));

    private static async Task<IReadOnlyList<Finding>> LookAsync(Uri health, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        try
        {
            using var response = await http.GetAsync(health, cancellation);
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
            return [.. Read(health, answer.RootElement)];
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [new Finding(Check, Verdict.Problem, $"{health} does not answer as Alerts does", "See that the address is right and that the function app has started; its log stream tells why not.")];
        }
    }

    private static IEnumerable<Finding> Read(Uri health, JsonElement answer)
    {
        var status = answer.GetProperty("status").GetString();
        var verdict = status switch { "healthy" => Verdict.Ok, "degraded" => Verdict.Warning, _ => Verdict.Problem };
        yield return new Finding(Check, verdict, $"{health} says {status}", verdict == Verdict.Problem ? "Its log tells which check fails and why." : null);
        if (answer.TryGetProperty("cures", out var cures))
        {
            foreach (var cure in cures.EnumerateObject())
            {
                yield return new Finding(Check, Verdict.Warning, $"{cure.Name} is degraded there", cure.Value.GetString());
            }
        }
    }
}
