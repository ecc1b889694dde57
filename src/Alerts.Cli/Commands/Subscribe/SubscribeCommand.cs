using System.CommandLine;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Notify;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Subscribe;

/// <summary><c>alerts subscribe</c>: sends an email address the alerts of its topics.</summary>
internal static class SubscribeCommand
{
    public static Command Create()
    {
        var address = Forms.Email.ToArgument("address", "An email address");
        var topics = new TopicOptions();
        var command = new Command("subscribe", "Send alerts to an email address") { address };
        topics.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation, touchesAddresses: true);
            var subscriber = new Subscriber
            {
                Channel = ChannelKind.Email,
                Target = parsed.GetValue(address)!,
                Topics = await topics.ReadAsync(parsed, host, cancellation),
            };
            await host.Services.GetRequiredService<Importer>().SubscribeAsync(subscriber, cancellation);
            Screen.Of(parsed).Line($"Subscribed to {string.Join(", ", subscriber.Topics)}.");
            return ExitCode.Done;
        });
        return command;
    }
}
