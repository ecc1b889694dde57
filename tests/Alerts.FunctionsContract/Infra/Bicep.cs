using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Alerts.FunctionsContract.Infra;

/// <summary>The Bicep compiler, run offline on the copy of infra/ beside the tests.</summary>
internal static class Bicep
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "infra");

    private static readonly string? Compiler = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == nameof(Bicep))?.Value;

    /// <returns>What the compiler wrote, and what it said on standard error; that is empty when it found nothing.</returns>
    public static Task<(string Output, string Said)> RunAsync(params string[] arguments) => RunAsync(Folder, [], arguments);

    /// <summary>What the deployment would make, worked out without Azure; what only Azure knows stays an expression in brackets.</summary>
    /// <param name="environment">What main.bicepparam reads; the rest of this process's environment is kept from it.</param>
    public static async Task<Prediction> PredictAsync(IEnumerable<KeyValuePair<string, string>> environment)
    {
        // The prediction is written beside the parameters: each works on a copy.
        var copy = Directory.CreateTempSubdirectory("alerts-infra-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(copy, Path.GetRelativePath(Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            var (_, said) = await RunAsync(
                copy, environment, "snapshot", "main.bicepparam", "--mode", "overwrite", "--location", "westeurope", "--subscription-id", "00000000-0000-0000-0000-000000000001");
            Assert.True(said.Length == 0, said);
            return new Prediction(JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(copy, "main.snapshot.json"), Cancellation)));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    public static async Task<(string Output, string Said)> RunAsync(
        string folder, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        Assert.SkipUnless(Compiler is not null, "The package feed has the Bicep compiler for Linux x64 alone: infra/ is not checked on this system.");
        var start = new ProcessStartInfo(Compiler!, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var read in start.Environment.Keys.Where(IsReadByParameters).ToList())
        {
            start.Environment.Remove(read);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var bicep = Process.Start(start)!;
        var (output, errors) = (bicep.StandardOutput.ReadToEndAsync(Cancellation), bicep.StandardError.ReadToEndAsync(Cancellation));
        await bicep.WaitForExitAsync(Cancellation);
        var said = await errors;
        return (await output, bicep.ExitCode == 0 ? said : $"exit code {bicep.ExitCode}: {said}");
    }

    private static bool IsReadByParameters(string name) =>
        name.StartsWith("AZURE_", StringComparison.Ordinal) || name.StartsWith("ALERTS_", StringComparison.Ordinal) || name.StartsWith("SENDGRID_", StringComparison.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
