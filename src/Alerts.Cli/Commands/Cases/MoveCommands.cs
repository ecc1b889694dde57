using System.CommandLine;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Jobs;
using Alerts.Reconcile;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Cases;

/// <summary><c>alerts cases merge</c> and <c>rename</c>: what was known and who followed goes along.</summary>
internal static class MoveCommands
{
    public static Command Merge()
    {
        var from = Forms.Slug.ToArgument("from", "Id of the case that ends");
        var into = Forms.Slug.ToArgument("into", "Id of the case that goes on");
        var command = new Command("merge", "Two cases are one: events, names and subscriptions of the first go to the second; its id leads there") { from, into };
        command.SetAction((parsed, cancellation) => MoveAsync(parsed, parsed.GetValue(from)!, parsed.GetValue(into)!, (desk, ending, going) => desk.MergeAsync(ending, going, cancellation), cancellation));
        return command;
    }

    public static Command Rename()
    {
        var from = Forms.Slug.ToArgument("from", "Id of a case");
        var id = Forms.Slug.ToArgument("id", "Its new id");
        var name = Forms.Line.ToOption("--name", "NAME", "Its new name; the former one stays an alias");
        var command = new Command("rename", "Give a case another id and name; history and subscriptions stay, and the former id leads to it") { from, id, name };
        command.SetAction((parsed, cancellation) => MoveAsync(parsed, parsed.GetValue(from)!, parsed.GetValue(id)!, (desk, ending, going) => desk.RenameAsync(ending, going, parsed.GetValue(name), cancellation), cancellation));
        return command;
    }

    private static async Task<int> MoveAsync(ParseResult parsed, string from, string into, Func<ReviewDesk, string, string, Task<int>> move, CancellationToken cancellation)
    {
        await using var host = await ToolHost.OpenAsync(parsed, cancellation);
        try
        {
            var brought = await move(host.Services.GetRequiredService<ReviewDesk>(), from, into);
            Screen.Of(parsed).Line($"{from} is {into} now: {brought} event{(brought == 1 ? "" : "s")} brought over. Who followed {from} follows {into}.");
            return ExitCode.Done;
        }
        catch (ReviewException refused)
        {
            throw new BadInputException(refused.Message);
        }
    }
}
