using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerts.Notify.Email;

public static class EmailServices
{
    /// <summary>Email through SendGrid when <c>Email:ApiKey</c> is set, else into <c>Email:OutboxFolder</c>.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EmailOptions>().Bind(configuration.GetSection("Email")).ValidateOnStart();

        // Loggers off: they can write headers, and one holds the key.
        services.AddHttpClient(SendGridTransport.ClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .RemoveAllLoggers();
        return services
            .AddSingleton<IValidateOptions<EmailOptions>, EmailOptionsCheck>()
            .AddSingleton<OutboxFolder>()
            .AddSingleton<SendGridTransport>()
            .AddSingleton<IMailTransport>(provider => provider.GetRequiredService<IOptions<EmailOptions>>().Value.UsesSendGrid
                ? provider.GetRequiredService<SendGridTransport>()
                : provider.GetRequiredService<OutboxFolder>())
            .AddSingleton<IChannel, EmailChannel>();
    }
}
