using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Alerts.FunctionsContract.Infra;

/// <summary>
/// A change of infra/ shows in infra/snapshots/ what it would change in Azure. Queries have files of their own and are left out.
/// A snapshot is renewed by copying what the failing test wrote; it names the command.
/// </summary>
public sealed partial class InfraSnapshotTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    [Fact]
    public async Task A_trial_is_as_it_was_last_looked_at() => await CompareAsync("dev", await Prediction.Trial.Value);

    [Fact]
    public async Task A_service_is_as_it_was_last_looked_at() => await CompareAsync("prod", await Prediction.Service.Value);

    private static async Task CompareAsync(string stage, Prediction prediction)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (kept, now) = (Path.Combine(Bicep.Folder, "snapshots", $"{stage}.json"), Path.Combine(AppContext.BaseDirectory, $"{stage}.now.json"));
        var text = Trimmed(prediction);
        await File.WriteAllTextAsync(now, text, cancellation);

        Assert.True(
            File.Exists(kept) && await File.ReadAllTextAsync(kept, cancellation) == text,
            $"The deployment has changed. Look at it, and keep it, from the root of the repository: cp {now} infra/snapshots/{stage}.json && git diff infra/snapshots");
    }

    private static string Trimmed(Prediction prediction)
    {
        var resources = JsonNode.Parse(prediction.Text)!.AsArray();
        foreach (var resource in resources)
        {
            resource!.AsObject().Remove("id");
            var properties = resource["properties"] as JsonObject;
            properties?.Remove("serializedData");
            (properties?["criteria"]?["allOf"]?[0] as JsonObject)?.Remove("query");
        }

        return $"{ModuleOutput().Replace(resources.ToJsonString(Readable), "${module}.${output}")}\n";
    }

    [GeneratedRegex(@"reference\(resourceId\('[^']*', '[^']*', 'Microsoft.Resources/deployments', format\('(?<module>\w+)-\{0\}', [^)]*\)\)\), '[^']*'\)\.outputs\.(?<output>\w+)\.value", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModuleOutput();
}
