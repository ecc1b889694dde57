using System.Globalization;
using Alerts.Cli.Terminal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Alerts.Cli.Local;

/// <summary>What of a log entry the console shows.</summary>
internal sealed class LineFormatterOptions : ConsoleFormatterOptions
{
    /// <summary>Whole exceptions and their stacks, on lines of their own.</summary>
    public bool Verbose { get; set; }
}

/// <summary>One line for each thing that happened: time (UTC), level unless it is information, message. Words of others pass <see cref="Visible"/>.</summary>
internal sealed class LineFormatter(IOptionsMonitor<LineFormatterOptions> options, TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "line";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var verbose = options.CurrentValue.Verbose;
        var cause = logEntry.Exception is { } failure && !verbose ? $": {failure.Message}" : "";
        textWriter.Write(time.GetUtcNow().ToString("HH:mm:ss ", CultureInfo.InvariantCulture));
        textWriter.Write(Level(logEntry.LogLevel));
        textWriter.WriteLine(Visible.Of(message + cause));
        if (verbose && logEntry.Exception is { } whole)
        {
            textWriter.WriteLine(Visible.Lines(whole.ToString()));
        }
    }

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Critical or LogLevel.Error => "error: ",
        LogLevel.Warning => "warning: ",
        LogLevel.Information => "",
        _ => "debug: ",
    };
}
