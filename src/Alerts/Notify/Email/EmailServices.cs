using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerts.Notify.Email;

public static class EmailServices
{
    /// <summary>Email through SendGrid when <c>Email:ApiKey</c> is set, else into <c>Email:OutboxFolder</c>; without both it waits.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<EmailOptions>(configuration.GetSection("Email"));

        // Loggers off: they can write headers, and one holds the key.
        services.AddHttpClient(SendGridTransport.ClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .RemoveAllLoggers();
        return services
            .AddSingleton<OutboxFolder>()
            .AddSingleton<SendGridTransport>()
            .AddSingleton<SendGridAccount>()
            .AddSingleton<NoMailProvider>()
            .AddHostedService(provider => provider.GetRequiredService<NoMailProvider>())
            .AddSingleton<IMailTransport>(provider => provider.GetRequiredService<IOptions<EmailOptions>>().Value switch
            {
                { UsesSendGrid: true } => provider.GetRequiredService<SendGridTransport>(),
                { HasWayOut: true } => provider.GetRequiredService<OutboxFolder>(),
                _ => provider.GetRequiredService<NoMailProvider>(),
            })
            .AddSingleton<IChannel, EmailChannel>();
    }
}
