using Alerts.Cli.Azurite;
using Alerts.FunctionsHost;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Alerts.FunctionsHost;

/// <summary>One Azurite for the whole run; a test takes an account of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int Accounts = 60;

    private AzuriteServer? server;
    private int taken;

    public string NewAccount() => server!.ConnectionStrings[Interlocked.Increment(ref taken)];

    public async ValueTask InitializeAsync() => server = await AzuriteServer.StartAsync(dataFolder: null, progress: null, CancellationToken.None, Accounts);

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
