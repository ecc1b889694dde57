using Alerts.Cli.Azurite;
using Alerts.EndToEnd;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Alerts.EndToEnd;

/// <summary>One Azurite, in memory, for the whole run. A test takes an account of its own, which no other test sees.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int Accounts = 400;

    private AzuriteServer? server;
    private int taken;

    /// <summary>An account that all may use.</summary>
    public string ConnectionString => server!.ConnectionString;

    /// <returns>The connection string of an empty account that nobody else uses.</returns>
    public string NewAccount() => Interlocked.Increment(ref taken) is var number && number < Accounts
        ? server!.ConnectionStrings[number]
        : throw new InvalidOperationException($"All {Accounts} accounts are taken: there are more tests than that by now. Raise {nameof(Accounts)}.");

    public async ValueTask InitializeAsync() =>
        server = await AzuriteServer.StartAsync(dataFolder: null, progress: null, CancellationToken.None, Accounts);

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
