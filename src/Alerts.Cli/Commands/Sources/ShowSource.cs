using System.CommandLine;
using System.Globalization;
using Alerts.Cases;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Watch;

namespace Alerts.Cli.Commands.Sources;

/// <summary><c>alerts sources show</c>: that a quiet source is quiet because nothing happened, and not because nobody looked.</summary>
internal static class ShowSource
{
    public static Command Create()
    {
        var id = Forms.Slug.ToArgument("id", "Id of a source");
        var json = new Option<bool>("--json") { Description = "As one JSON object" };
        var command = new Command("show", "One source: checks made, last success, last change, next due") { id, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var watched = await StoredSource.FindAsync(host, parsed.GetValue(id)!, cancellation);
            var screen = Screen.Of(parsed);
            if (parsed.GetValue(json))
            {
                screen.Json(watched, Wire.Json);
            }
            else
            {
                Print(screen, watched, TimeProvider.System.GetUtcNow());
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Screen screen, WatchedSource watched, DateTimeOffset now)
    {
        var (source, state) = (watched.Source, watched.State);
        screen.Line((source.Name, Screen.Strong), ($"  {source.Id}", Screen.Faint));
        screen.Line($"{Word.Of(source.Kind)} · {source.Url}", Screen.Faint);
        screen.Line();
        var health = state.LastChecked is null ? ("not looked at yet", Screen.Faint)
            : state.FailingSince is { } since ? ($"failing since {Time(since, now)}", Screen.Bad)
            : state.Failures > 0 ? ("healthy; the last check failed", Screen.Plain)
            : ("healthy", Screen.Good);
        screen.Line(("Health       ", Screen.Faint), health);
        Fact(screen, "Checks made", state.Checks.ToString(CultureInfo.InvariantCulture));
        Fact(screen, "Last check", state.LastChecked is { } check ? $"{Time(check, now)}: {state.Outcome}" : "never");
        Fact(screen, "Last success", state.LastSuccess is { } success ? Time(success, now) : "never");
        Fact(screen, "Last change", state.LastChange is { } change ? Time(change, now) : "never");
        Fact(screen, "Next due", state.NextDue <= now ? "now" : Time(state.NextDue, now));
        Fact(screen, "Looks every", source.Every is { } own ? Duration.Short(own)
            : $"{Duration.About(PollSchedule.Interval(null, state.Pace, now - state.LastChange, freshFor: null))} (learned{(state.Pace is { } pace ? $": it changes about every {Duration.About(pace)}" : "")})");
        Fact(screen, "Tells", source.Notify == SourceNotify.AnyChange ? "events, and any other change of a page to those who follow the source" : "events");
        if (state.UsualItems is { } usual)
        {
            Fact(screen, "Articles", string.Create(CultureInfo.InvariantCulture, $"usually {usual:0}"));
        }

        if (state.Digest is { } digest)
        {
            Fact(screen, "Snapshot", digest);
        }

        if (state.Problem is { } problem)
        {
            screen.Line();
            screen.Line(problem, state.FailingSince is null ? Screen.Plain : Screen.Bad);
        }
    }

    private static void Fact(Screen screen, string name, string value) => screen.Line(($"{name,-13}", Screen.Faint), (value, Screen.Plain));

    private static string Time(DateTimeOffset time, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{time.UtcDateTime:yyyy-MM-dd HH:mm} UTC ({(time > now ? $"in {Duration.About(time - now)}" : $"{Duration.About(now - time)} ago")})");
}
