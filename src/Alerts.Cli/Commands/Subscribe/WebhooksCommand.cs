using System.CommandLine;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Notify;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Subscribe;

/// <summary><c>alerts webhooks</c>: sends alerts to programs.</summary>
internal static class WebhooksCommand
{
    public static Command Create() => new("webhooks", "Send alerts to other programs") { Add() };

    private static Command Add()
    {
        var url = Forms.Webhook.ToArgument("url", "Where alerts are posted to");
        var kind = Forms.Word(ChannelKind.Generic, ChannelKind.Slack).ToValueOption("--kind", "generic|slack", "A signed webhook, or an incoming webhook of Slack");
        kind.Required = true;
        var topics = new TopicOptions();
        var command = new Command("add", "Post alerts to a webhook") { url, kind };
        topics.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation, touchesAddresses: true);
            var subscriber = new Subscriber
            {
                Channel = parsed.GetValue(kind)!.Value,
                Target = parsed.GetValue(url)!,
                Topics = await topics.ReadAsync(parsed, host, cancellation),
            };
            var made = await host.Services.GetRequiredService<Importer>().SubscribeAsync(subscriber, cancellation);
            var screen = Screen.Of(parsed);
            screen.Line($"The webhook follows {string.Join(", ", subscriber.Topics)}.");
            WebhookSecret.Print(screen, made);
            return ExitCode.Done;
        });
        return command;
    }
}
