using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Http;

public static class OutsideHttp
{
    /// <summary>Name of the client that reaches outside addresses.</summary>
    public const string ClientName = "outside";

    public static IServiceCollection AddOutsideHttp(this IServiceCollection services, IConfiguration configuration) => throw new NotImplementedException();
}
