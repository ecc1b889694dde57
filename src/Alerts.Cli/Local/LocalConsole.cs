using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Alerts.Cli.Local;

/// <summary>Logs on the console: a line for each thing that happened, on standard error, so that a command's output stays its own.</summary>
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
            .AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat) = (true, "HH:mm:ss "))
            .Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        return logging;
    }
}
