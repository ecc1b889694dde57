using System.CommandLine;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Microsoft.Extensions.Logging;

namespace Alerts.Cli.Commands;

/// <summary>The program over its storage, for the length of one command.</summary>
internal static class ToolHost
{
    public static Task<LocalHost> OpenAsync(ParseResult parsed, CancellationToken cancellation) => LocalHost.BuildAsync(
        new LocalHostSettings
        {
            DataFolder = GlobalOptions.DataFolder(parsed),
            Use = LocalUse.Tool,
            Logged = GlobalOptions.IsVerbose(parsed) ? LogLevel.Debug : LogLevel.Warning,
            Progress = new Notice(parsed.InvocationConfiguration.Error),
        },
        cancellation);
}
