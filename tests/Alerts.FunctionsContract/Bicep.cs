using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Alerts.FunctionsContract;

/// <summary>The Bicep compiler, run offline on the copy of infra/ beside the tests.</summary>
internal static class Bicep
{
    private static readonly string Infra = Path.Combine(AppContext.BaseDirectory, "infra");

    private static readonly string? Compiler = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == nameof(Bicep))?.Value;

    /// <returns>What the compiler said on standard error; empty when it found nothing.</returns>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        Assert.SkipUnless(Compiler is not null, "The package feed has the Bicep compiler for Linux x64 alone: infra/ is not checked on this system.");
        var start = new ProcessStartInfo(Compiler!, arguments)
        {
            WorkingDirectory = Infra,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bicep = Process.Start(start)!;
        var (output, errors) = (bicep.StandardOutput.ReadToEndAsync(Cancellation), bicep.StandardError.ReadToEndAsync(Cancellation));
        await bicep.WaitForExitAsync(Cancellation);
        await output;
        var said = await errors;
        return bicep.ExitCode == 0 ? said : $"exit code {bicep.ExitCode}: {said}";
    }

    /// <summary>What the deployment would make, worked out without Azure; what only Azure knows stays an expression in brackets.</summary>
    public static async Task<IReadOnlyList<JsonElement>> PredictAsync()
    {
        Assert.Empty(await RunAsync(
            "snapshot", "main.bicepparam", "--mode", "overwrite", "--location", "westeurope",
            "--subscription-id", "00000000-0000-0000-0000-000000000001", "--resource-group", "group"));
        var text = await File.ReadAllTextAsync(Path.Combine(Infra, "main.snapshot.json"), Cancellation);
        return [.. JsonElement.Parse(text).GetProperty("predictedResources").EnumerateArray()];
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
