using System.Diagnostics;
using System.Globalization;
using Alerts.Cli.Azurite;
using Azure.Data.Tables;

namespace Alerts.EndToEnd.Azurite;

public class AzuriteServerTests(AzuriteFixture azurite)
{
    private const string NoteSetting = "ALERTS_TEST_NOTE";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_in_a_folder_outlives_the_program()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await StartAsync(folder["data"]))
        {
            await Table(first).CreateAsync(Cancellation);
            await Table(first).AddEntityAsync(new TableEntity("p", "r"), Cancellation);
        }

        await using var second = await StartAsync(folder["data"]);

        Assert.True((await Table(second).GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).HasValue);
    }

    [Fact]
    public async Task A_folder_serves_one_program_at_a_time()
    {
        using var folder = new TemporaryFolder();
        await using var first = await StartAsync(folder["data"]);

        var refused = await Assert.ThrowsAsync<AzuriteUnavailableException>(() => StartAsync(folder["data"]));

        Assert.Contains("in use by another alerts program", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["file"], "in the way", Cancellation);

        var refused = await Assert.ThrowsAsync<AzuriteUnavailableException>(() => StartAsync(Path.Combine(folder["file"], "data")));

        Assert.Contains(folder["file"], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_does_not_see_anothers_data()
    {
        var (one, other) = (Table(azurite.NewAccount()), Table(azurite.NewAccount()));
        await one.CreateAsync(Cancellation);

        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => other.AddEntityAsync(new TableEntity("p", "r"), Cancellation));
    }

    [Fact]
    public async Task It_ends_with_the_program_even_when_that_is_killed_and_keeps_what_was_written()
    {
        using var folder = new TemporaryFolder();
        var note = folder["note"];
        using var program = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            ["-explicit", "only", "-method", $"*.{nameof(Program_that_waits_to_be_killed)}"])
        {
            RedirectStandardOutput = true,
            Environment = { [NoteSetting] = note },
        })!;
        var ended = program.StandardOutput.ReadToEndAsync(Cancellation);
        await UntilAsync(() => File.Exists(note) || program.HasExited);
        Assert.True(File.Exists(note), program.HasExited ? await ended : "");
        using var server = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(note, Cancellation), CultureInfo.InvariantCulture));

        program.Kill();
        await program.WaitForExitAsync(Cancellation);
        await using var next = await StartAsync($"{note}-data");

        Assert.True(server.HasExited);
        Assert.True((await Table(next).GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).HasValue);
    }

    /// <summary>Not a test but the program of the one above.</summary>
    [Fact(Explicit = true)]
    public async Task Program_that_waits_to_be_killed()
    {
        var note = Environment.GetEnvironmentVariable(NoteSetting)!;
        await using var server = await StartAsync($"{note}-data");
        await Table(server).CreateAsync(Cancellation);
        await Table(server).AddEntityAsync(new TableEntity("p", "r"), Cancellation);
        await File.WriteAllTextAsync($"{note}.partial", server.ProcessId.ToString(CultureInfo.InvariantCulture), Cancellation);
        File.Move($"{note}.partial", note);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, Cancellation);
    }

    [Fact]
    public async Task Ctrl_C_leaves_it_running_until_the_program_has_finished()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no kill command.");
        await using var server = await StartAsync(null);

        using var kill = Process.Start("kill", ["-INT", server.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancellation);

        await Table(server).CreateAsync(Cancellation);
        await Table(server).AddEntityAsync(new TableEntity("p", "r"), Cancellation);
    }

    private static Task<AzuriteServer> StartAsync(string? folder) => AzuriteServer.StartAsync(folder, progress: null, Cancellation);

    private static TableClient Table(AzuriteServer server) => Table(server.ConnectionString);

    private static TableClient Table(string connectionString) => new(connectionString, "things");

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }
}
