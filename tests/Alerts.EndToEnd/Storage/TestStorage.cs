using System.Text;
using Alerts.Storage;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.EndToEnd.Storage;

/// <summary>The stores over an account of their own, and what one needs to look behind them.</summary>
public sealed class TestStorage : IAsyncDisposable
{
    /// <summary>32 bytes.</summary>
    public static readonly string Key = Convert.ToBase64String(Encoding.ASCII.GetBytes("a key for tests, 32 bytes long. "));

    private readonly ServiceProvider services;
    private readonly CountingPolicy counter = new();
    private readonly CountingPolicy queueCounter = new();

    private TestStorage(string connectionString)
    {
        ConnectionString = connectionString;
        var options = new TableClientOptions();
        options.AddPolicy(counter, HttpPipelinePosition.PerCall);
        var queueOptions = StorageClients.QueueOptions(new StorageRetry());
        queueOptions.AddPolicy(queueCounter, HttpPipelinePosition.PerCall);
        services = new ServiceCollection()
            .AddMetrics()
            .AddStorage(Settings(connectionString))
            .AddSingleton(new TableServiceClient(connectionString, options))
            .AddSingleton(new QueueServiceClient(connectionString, queueOptions))
            .BuildServiceProvider();
    }

    public string ConnectionString { get; }

    public static async Task<TestStorage> CreateAsync(AzuriteFixture azurite)
    {
        var storage = new TestStorage(azurite.NewAccount());
        await storage.Get<StorageSetup>().EnsureAsync(TestContext.Current.CancellationToken);
        return storage;
    }

    public static IConfiguration Settings(string? connectionString, string? key = null) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["AlertsStorage"] = connectionString, ["Protection:Key"] = key ?? Key })
        .Build();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Runs a step and counts what it asked of the tables.</summary>
    public async Task<int> CountAsync(Func<Task> step)
    {
        var before = counter.Count;
        await step();
        return counter.Count - before;
    }

    /// <summary>Runs a step and counts what it asked of the queues.</summary>
    public async Task<int> CountQueuesAsync(Func<Task> step)
    {
        var before = queueCounter.Count;
        await step();
        return queueCounter.Count - before;
    }

    /// <summary>Every row of a table as it is stored.</summary>
    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string table) => await Get<TableServiceClient>()
        .GetTableClient(table)
        .QueryAsync<TableEntity>()
        .ToListAsync(TestContext.Current.CancellationToken);

    public async Task<TableEntity> RowAsync(string table, string partitionKey, string rowKey) => await Get<TableServiceClient>()
        .GetTableClient(table)
        .GetEntityAsync<TableEntity>(partitionKey, rowKey, cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class CountingPolicy : HttpPipelineSynchronousPolicy
    {
        private int count;

        public int Count => count;

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref count);
    }
}
