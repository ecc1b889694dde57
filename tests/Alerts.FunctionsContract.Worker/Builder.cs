using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

namespace Microsoft.Azure.Functions.Worker.Builder
{
    public static class FunctionsApplication
    {
        public static FunctionsApplicationBuilder CreateBuilder(string[] args) => throw new NotSupportedException();
    }

    public abstract class FunctionsApplicationBuilder : IFunctionsWorkerApplicationBuilder
    {
        public abstract IServiceCollection Services { get; }

        public abstract ConfigurationManager Configuration { get; }

        public abstract IHost Build();
    }

    public static class FunctionsApplicationBuilderExtensions
    {
        public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => throw new NotSupportedException();
    }
}

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry
{
    public static class OpenTelemetryBuilderExtensions
    {
        public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => throw new NotSupportedException();
    }
}
