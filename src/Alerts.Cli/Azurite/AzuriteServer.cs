namespace Alerts.Cli.Azurite;

/// <summary>A running Azurite, ended with this object.</summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    public string ConnectionString { get; } = "";

    /// <param name="dataFolder">Where it keeps its data; null for memory only.</param>
    /// <param name="progress">Told in a few words what is going on ("installing Azurite 3.35.0, once").</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static Task<AzuriteServer> StartAsync(string? dataFolder, IProgress<string>? progress, CancellationToken cancellation) => throw new NotImplementedException();

    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
