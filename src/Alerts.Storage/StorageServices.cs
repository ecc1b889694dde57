using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Storage;

public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) => throw new NotImplementedException();
}

public sealed class StorageSetup
{
    /// <summary>Creates the tables, queues and the container that are missing.</summary>
    public Task EnsureAsync(CancellationToken cancellation) => throw new NotImplementedException();
}
