using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alerts.Notify.Email;

/// <summary>Stands in while no setting names a way out: mails wait, all else goes on, and the log says so once.</summary>
public sealed partial class NoMailProvider(IOptions<EmailOptions> options, ILogger<NoMailProvider> logger) : IMailTransport, IHostedService
{
    /// <summary>So soon mails go out once the setting is there.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellation) =>
        Task.FromResult(new SendOutcome(SendVerdict.Wait, "no-mail-provider", Pause));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.HasWayOut)
        {
            Log.NoWayOut(logger, EmailOptions.Cure);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Cure}")]
        public static partial void NoWayOut(ILogger logger, string cure);
    }
}
