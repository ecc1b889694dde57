using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Alerts.Cli.Local;

/// <summary>Logs on the console: on standard error, so that a command's output stays its own.</summary>
internal static class LocalConsole
{
    public static ILoggingBuilder AddLocalConsole(this ILoggingBuilder logging, LogLevel least)
    {
        if (least == LogLevel.None)
        {
            return logging;
        }

        logging
            .SetMinimumLevel(least)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System", LogLevel.Warning)
            .AddFilter("Azure", LogLevel.Warning)
            .AddConsoleFormatter<LineFormatter, LineFormatterOptions>(o => o.Verbose = least < LogLevel.Information)
            .AddConsole(o => (o.FormatterName, o.LogToStandardErrorThreshold) = (LineFormatter.FormatterName, LogLevel.Trace))
            .Services.TryAddSingleton(TimeProvider.System);
        return logging;
    }
}
