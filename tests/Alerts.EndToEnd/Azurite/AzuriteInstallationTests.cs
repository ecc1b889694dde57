using Alerts.Cli.Azurite;

namespace Alerts.EndToEnd.Azurite;

/// <summary>Node and npm are stood in for by shell scripts here; the whole run rests on a real installation.</summary>
public class AzuriteInstallationTests
{
    private const string Installs = "echo run >> ../runs; mkdir -p node_modules/azurite/dist/src && touch node_modules/azurite/dist/src/azurite.js";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_programs_that_start_at_once_install_once()
    {
        using var folder = UnixFolder();
        var programs = new NodePrograms("node", folder.Program("npm", $"sleep 0.3; {Installs}"));

        var scripts = await Task.WhenAll(EnsureAsync(folder, programs), EnsureAsync(folder, programs));

        Assert.All(scripts, script => Assert.True(File.Exists(script)));
        Assert.Single(await File.ReadAllLinesAsync(folder["runs"], Cancellation));
    }

    [Fact]
    public async Task An_installation_that_is_there_is_used_without_npm()
    {
        using var folder = UnixFolder();
        var script = await EnsureAsync(folder, new NodePrograms("node", folder.Program("npm", Installs)));

        Assert.Equal(script, await EnsureAsync(folder, new NodePrograms("node", "there is no such npm")));
    }

    [Fact]
    public async Task An_installation_that_was_cut_off_is_made_anew()
    {
        using var folder = UnixFolder();
        var failing = new NodePrograms("node", folder.Program("npm", $"{Installs}; echo 'network is down' >&2; exit 1"));
        await Assert.ThrowsAsync<AzuriteUnavailableException>(() => EnsureAsync(folder, failing));

        await EnsureAsync(folder, new NodePrograms("node", folder.Program("npm", Installs)));

        Assert.Equal(2, (await File.ReadAllLinesAsync(folder["runs"], Cancellation)).Length);
    }

    [Fact]
    public async Task When_npm_fails_its_words_and_the_cure_are_told()
    {
        using var folder = UnixFolder();
        var failing = new NodePrograms("node", folder.Program("npm", "echo 'network is down' >&2; exit 7"));

        var refused = await Assert.ThrowsAsync<AzuriteUnavailableException>(() => EnsureAsync(folder, failing));

        Assert.All(
            ["exit code 7", "network is down", "npm config get registry", "set AlertsStorage to the connection string"],
            words => Assert.Contains(words, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_node_the_message_tells_what_to_install()
    {
        using var folder = new TemporaryFolder();

        var refused = await Assert.ThrowsAsync<AzuriteUnavailableException>(() => NodePrograms.FindAsync(folder.Path, Cancellation));

        Assert.Contains("Node.js 20 or newer", refused.Message, StringComparison.Ordinal);
        Assert.Contains("no node was found on the PATH", refused.Message, StringComparison.Ordinal);
        Assert.Contains("or set AlertsStorage", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo v18.20.4", "is v18.20.4")]
    [InlineData("exit 1", "is of no known version")]
    public async Task A_node_that_is_too_old_is_named(string script, string what)
    {
        using var folder = UnixFolder();
        folder.Program("node", script);

        var refused = await Assert.ThrowsAsync<AzuriteUnavailableException>(() => NodePrograms.FindAsync(folder.Path, Cancellation));

        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lock_names_digests_and_no_registry()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AzuriteInstallation.Manifest, "package-lock.json"), Cancellation);

        Assert.Contains("\"integrity\": \"sha512-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"resolved\"", text, StringComparison.Ordinal);
    }

    private static TemporaryFolder UnixFolder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-ins are shell scripts.");
        return new TemporaryFolder();
    }

    private static Task<string> EnsureAsync(TemporaryFolder folder, NodePrograms programs) =>
        AzuriteInstallation.EnsureAsync(folder.Path, programs, progress: null, Cancellation);
}
