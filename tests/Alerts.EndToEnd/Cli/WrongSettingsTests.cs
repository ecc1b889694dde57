namespace Alerts.EndToEnd.Cli;

/// <summary>Wrong settings, as the operator who starts the program sees them.</summary>
public sealed class WrongSettingsTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task Serve_ends_with_2_lists_all_that_is_wrong_in_environment_and_file_and_starts_nothing()
    {
        folder.Write("alerts.json", """{ "Fetch": { "TotalTimeout": "abc", "Spacng": "00:00:02" }, "Remind": { "Hour": 24 } }""");
        var environment = new Dictionary<string, string>
        {
            ["Reconcile__AcceptFrom"] = "7",
            ["OutsideHttp__Ports__0"] = "x",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "rubbish",
            ["Email__ApiKey"] = "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/sendgrid-key)",
            ["Protection__Key"] = "bm8ga2V5",
            ["AlertsStorage__tableServiceUri"] = "https://account.table.example",
        };

        var run = await AlertsProcess.RunAsync(environment, "serve", "--port", "0", "--data", folder.Path);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("11 settings are wrong; nothing was started.", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Protection:Key", "Email:ApiKey", "OutsideHttp:Ports:0", "Fetch:TotalTimeout", "Reconcile:AcceptFrom", "Remind:Hour", "OTEL_EXPORTER_OTLP_ENDPOINT",
                "AlertsStorage:queueServiceUri", "AlertsStorage:blobServiceUri", "Email:From", "Fetch:Spacng",
            ],
            run.Error.Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Split(' ')[2]));
        Assert.Contains("Fetch:Spacng (environment: Fetch__Spacng) is not known; did you mean Fetch:Spacing?", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("bm8ga2V5", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["alerts.json"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_document_is_not_read_by_wrong_settings_either()
    {
        folder.Write("alerts.json", """{ "Fetch": { "MaxBytes": "10 MB" } }""");

        var run = await Run.Of("check", folder.Write("a.txt", "Nothing."), "--data", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Fetch:MaxBytes (environment: Fetch__MaxBytes) is \"10 MB\"; expected a whole number", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
