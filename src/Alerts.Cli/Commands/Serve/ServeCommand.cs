using System.CommandLine;
using System.Globalization;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Reconcile;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Cli.Commands.Serve;

/// <summary><c>alerts serve</c>: jobs and web app on one machine, until Ctrl+C.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5080;

    private static readonly Form<int> Port = new(
        "a port from 0 to 65535",
        static (string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= 65535);

    public static Command Create()
    {
        var port = Port.ToValueOption("--port", "PORT", "Port of the web app on 127.0.0.1; 0 takes a free one (default: 5080)");
        var command = new Command("serve", "Run the jobs by their schedules, and the web app, until Ctrl+C") { port };
        command.SetAction(async (parsed, stopping) =>
        {
            var settings = new LocalHostSettings
            {
                DataFolder = GlobalOptions.DataFolder(parsed),
                Use = LocalUse.Serve,
                Overrides = StoreChoice.Overrides(GlobalOptions.Store(parsed)),
                Port = parsed.GetValue(port) ?? DefaultPort,
                Logged = GlobalOptions.IsVerbose(parsed) ? LogLevel.Debug : LogLevel.Information,
                Progress = new Notice(parsed.InvocationConfiguration.Error),
            };
            await using var host = await LocalHost.BuildAsync(settings, stopping);
            await StartAsync(host, settings.Port, stopping);
            await WelcomeAsync(Screen.Of(parsed), host, settings, stopping);
            await host.RunTriggersAsync(stopping);
            Screen.Of(parsed).Line("Ending.");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task StartAsync(LocalHost host, int port, CancellationToken stopping)
    {
        try
        {
            await host.StartAsync(stopping);
        }
        catch (IOException taken)
        {
            throw new FailedException($"The web app cannot listen on port {port}: {taken.Message} Choose another with --port, or 0 for any.");
        }
    }

    private static async Task WelcomeAsync(Screen screen, LocalHost host, LocalHostSettings settings, CancellationToken cancellation)
    {
        var cases = await host.Services.GetRequiredService<ICaseStore>().ListAsync(cancellation).CountAsync(cancellation);
        var sources = await host.Services.GetRequiredService<ISourceStore>().ListAsync(cancellation).CountAsync(cancellation);
        var outbox = string.IsNullOrEmpty(host.Configuration["Email:ApiKey"])
            ? $"kept as files in {host.Configuration[LocalConfiguration.OutboxSetting]}"
            : "sent by SendGrid";
        screen.Line("Alerts is serving. Ctrl+C ends it.", Screen.Strong);
        screen.Line($"  Web      {host.Url}");
        screen.Line($"  Data     {settings.DataFolder}");
        screen.Line($"  Storage  {host.StorageName}");
        screen.Line($"  Email    {outbox}");
        screen.Line($"  Watched  {cases} cases, {sources} sources");
        screen.Line();
        screen.Line("Next, in another terminal:");
        screen.Line(Next(cases, sources));
    }

    private static string Next(int cases, int sources) => (cases, sources) switch
    {
        (0, _) => "  alerts import --seeds            the cases that come with the program",
        (_, 0) => "  alerts sources add URL           where to look for news; first: sources test URL",
        _ => "  alerts subscribe ADDRESS --all   tell somebody",
    };
}
