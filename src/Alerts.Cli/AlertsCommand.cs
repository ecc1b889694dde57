using System.CommandLine;
using System.CommandLine.Invocation;
using Alerts.Cli.Commands;
using Alerts.Cli.Commands.Cases;
using Alerts.Cli.Commands.Check;
using Alerts.Cli.Commands.Doctor;
using Alerts.Cli.Commands.Eval;
using Alerts.Cli.Commands.Export;
using Alerts.Cli.Commands.Import;
using Alerts.Cli.Commands.Replaying;
using Alerts.Cli.Commands.Review;
using Alerts.Cli.Commands.Serve;
using Alerts.Cli.Commands.Snapshots;
using Alerts.Cli.Commands.Sources;
using Alerts.Cli.Commands.Subscribe;
using Alerts.Cli.Demo;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Alerts.Configuration;
using Alerts.Reconcile;
using Alerts.Storage;

namespace Alerts.Cli;

/// <summary>The command <c>alerts</c>.</summary>
public static class AlertsCommand
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var parsed = Create().Parse(args);
        var console = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        if (parsed.Action is ParseErrorAction)
        {
            console.Output = error;
            await parsed.InvokeAsync(console, cancellation);
            return ExitCode.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(console, cancellation);
        }
        catch (Exception bad) when (bad is BadInputException or SettingsException or StorageSettingsException or CaseMovedException)
        {
            await error.WriteLineAsync(Visible.Lines(bad.Message));
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Failed;
        }
        catch (Exception failure)
        {
            await error.WriteLineAsync(Visible.Lines(Describe(failure, GlobalOptions.IsVerbose(parsed))));
            return ExitCode.Failed;
        }
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Follows cases through public sources and tells people when one changes.")
        {
            DemoCommand.Create(),
            ServeCommand.Create(),
            CheckCommand.Create(),
            EvalCommand.Create(),
            CasesCommand.Create(),
            ReviewCommand.Create(),
            ReplayCommand.Create(),
            SourcesCommand.Create(),
            SnapshotsCommand.Create(),
            SubscribeCommand.Create(),
            WebhooksCommand.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
            DoctorCommand.Create(),
        };
        foreach (var option in GlobalOptions.Create())
        {
            root.Add(option);
        }

        return root;
    }

    private static string Describe(Exception failure, bool verbose) => failure switch
    {
        FailedException => failure.Message,
        _ when StorageTrouble.Cure(failure) is { } cure => verbose ? $"{cure}\n{failure}" : cure,
        _ when verbose => failure.ToString(),
        _ => $"{failure.Message}\n(--verbose shows where this comes from)",
    };
}
