using System.CommandLine;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Sources;

/// <summary><c>alerts sources accept</c>: a person has looked, and the few articles a source names now are all it has.</summary>
internal static class AcceptSource
{
    public static Command Create()
    {
        var id = Forms.Slug.ToArgument("id", "Id of a source");
        var command = new Command("accept", "Take a source's count of articles as it is now for the usual one") { id };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var watched = await StoredSource.FindAsync(host, parsed.GetValue(id)!, cancellation);
            var accepted = watched with { State = watched.State with { UsualItems = null, NextDue = DateTimeOffset.MinValue } };
            await host.Services.GetRequiredService<ISourceStore>().SaveAsync([accepted], cancellation);
            Screen.Of(parsed).Line($"Accepted. {watched.Source.Id} is read anew with the next sweep of alerts serve.");
            return ExitCode.Done;
        });
        return command;
    }
}
