using System.CommandLine;
using Alerts.Cli.Commands;
using Alerts.Cli.Terminal;
using Alerts.Reconcile;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Demo;

/// <summary><c>alerts demo</c>: the whole product on this machine, told as a story over a small site, in memory.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var keep = new Option<bool>("--keep") { Description = "Leave the site, the receiver and the web app running until Ctrl+C" };
        var command = new Command("demo", "Watch a small site change and see the alerts go out, all on this machine") { keep };
        command.SetAction(async (parsed, cancellation) =>
        {
            var screen = Screen.Of(parsed);
            var folder = Path.Combine(GlobalOptions.DataFolder(parsed), "demo");
            await using var world = await DemoWorld.StartAsync(folder, new Notice(parsed.InvocationConfiguration.Error), cancellation);
            await world.ImportAsync(cancellation);
            var arrived = await PlayAsync(screen, world, cancellation);
            if (parsed.GetValue(keep))
            {
                await KeepAsync(screen, world, cancellation);
            }

            return arrived ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    /// <returns>Whether every step after the first changed something and every alert arrived.</returns>
    private static async Task<bool> PlayAsync(Screen screen, DemoWorld world, CancellationToken cancellation)
    {
        DemoReport.Opening(screen, world);
        var arrived = true;
        foreach (var step in DemoStep.All)
        {
            var first = step == DemoStep.All[0];
            if (!first)
            {
                world.Site.MoveOn();
            }

            world.Clock.Now = step.Noon;
            var pending = await world.Host.RunPendingAsync(cancellation);
            var alerts = await DemoAlert.OfAsync(world, cancellation);
            DemoReport.Step(screen, step, pending.Messages);
            DemoReport.Alerts(screen, alerts);
            arrived &= (first || alerts.Count > 0) && alerts.All(a => a.Arrived) && pending.NextDue is null;
        }

        var cases = await world.Host.Services.GetRequiredService<ICaseStore>().ListAsync(cancellation).ToListAsync(cancellation);
        DemoReport.Closing(screen, world, cases, arrived);
        return arrived;
    }

    private static async Task KeepAsync(Screen screen, DemoWorld world, CancellationToken cancellation)
    {
        await world.Host.StartAsync(cancellation);
        DemoReport.Kept(screen, world);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
