using System.CommandLine;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Microsoft.Extensions.Logging;

namespace Alerts.Cli.Commands;

/// <summary>The program over its storage, for the length of one command.</summary>
internal static class ToolHost
{
    /// <param name="parsed">The command.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <param name="touchesAddresses">See <see cref="LocalHostSettings.TouchesAddresses"/>.</param>
    public static Task<LocalHost> OpenAsync(ParseResult parsed, CancellationToken cancellation, bool touchesAddresses = false) => LocalHost.BuildAsync(
        new LocalHostSettings
        {
            DataFolder = GlobalOptions.DataFolder(parsed),
            Use = LocalUse.Tool,
            TouchesAddresses = touchesAddresses,
            Overrides = StoreChoice.Overrides(GlobalOptions.Store(parsed)),
            Opened = name => parsed.InvocationConfiguration.Error.WriteLine($"Storage: {Visible.Of(name)}"),
            Logged = GlobalOptions.IsVerbose(parsed) ? LogLevel.Debug : LogLevel.Warning,
            Progress = new Notice(parsed.InvocationConfiguration.Error),
        },
        cancellation);
}
