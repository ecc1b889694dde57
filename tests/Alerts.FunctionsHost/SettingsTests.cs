using Alerts.FunctionsHost.Host;

namespace Alerts.FunctionsHost;

public sealed class SettingsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_the_worker_ends_with_2()
    {
        var said = await RefusedAsync(
            ("AlertsStorage", null), ("Protection__Key", "short"), ("SweepSchedule", "soon"), ("Fetch__TotalTimeout", "abc"), ("Reconcile__AcceptFrom", "7"),
            ("OutsideHttp__Ports__0", "x"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "rubbish"), ("Fetch__TotalTimeoutt", "00:01:00"));

        Assert.All(
            ["AlertsStorage", "Protection__Key", "SweepSchedule", "Fetch__TotalTimeout", "Reconcile__AcceptFrom", "OutsideHttp__Ports__0", "OTEL_EXPORTER_OTLP_ENDPOINT", "Fetch__TotalTimeoutt"],
            name => Assert.Contains(name, said, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Email__ApiKey")]
    [InlineData("Protection__Key")]
    [InlineData("Fetch__Contact")]
    public async Task A_reference_that_the_vault_did_not_resolve_stops_the_start(string setting)
    {
        var said = await RefusedAsync((setting, "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/key)"));

        Assert.Contains(setting, said, StringComparison.Ordinal);
        Assert.Contains("Key Vault Secrets User", said, StringComparison.Ordinal);
        Assert.DoesNotContain("vault.example", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_for_mail_it_starts_says_so_and_mails_wait()
    {
        await using var world = await World.StartAsync(azurite);
        await world.FollowAsync();
        await using var app = await FunctionsApp.StartAsync(World.With(world.Settings, ("Email__ApiKey", null)), TestContext.Current.CancellationToken);
        await World.UntilAsync(() => Task.FromResult(world.At(World.Hook).Count == 1), app.Describe);

        using var client = new HttpClient();
        var health = await client.GetStringAsync(new Uri(app.Web.Address, "/api/health"), TestContext.Current.CancellationToken);

        Assert.Contains("degraded", health, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(world.At(World.MailService));
    }

    private async Task<string> RefusedAsync(params (string Name, string? Value)[] changed)
    {
        await using var world = await World.StartAsync(azurite);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        await using var worker = WorkerProcess.Start(new Uri("http://127.0.0.1:9"), World.With(world.Settings, changed));
        Assert.Equal(2, await worker.ExitAsync(deadline.Token));
        return string.Join('\n', worker.Said);
    }
}
