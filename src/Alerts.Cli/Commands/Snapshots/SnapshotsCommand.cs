using System.CommandLine;
using Alerts.Cli.Commands.Check;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Alerts.Read;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Snapshots;

/// <summary><c>alerts snapshots</c>: the bytes that prove what a page said at a time.</summary>
internal static class SnapshotsCommand
{
    public static Command Create() => new("snapshots", "What was received, kept as evidence") { Show(), Verify() };

    private static Command Show()
    {
        var digest = Digest();
        var raw = new Option<bool>("--raw") { Description = "The bytes exactly as received, to standard output" };
        var command = new Command("show", "Where, when and how it was received, and what it says") { digest, raw };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var stored = await FindAsync(host, parsed.GetValue(digest)!, cancellation);
            if (parsed.GetValue(raw))
            {
                await using var output = Console.OpenStandardOutput();
                await output.WriteAsync(stored.Body, cancellation);
            }
            else
            {
                Print(Screen.Of(parsed), stored, host.Services.GetRequiredService<ArticleReader>());
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Verify()
    {
        var digest = new Argument<string?>("digest") { Description = "Only this one (default: all)", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("verify", "Hash the stored bytes again, and tell which are not what their name says") { digest };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await ToolHost.OpenAsync(parsed, cancellation);
            var snapshots = host.Services.GetRequiredService<ISnapshotStore>();
            var (screen, sound, broken) = (Screen.Of(parsed), 0, 0);
            var names = parsed.GetValue(digest) is { } one ? new[] { one }.ToAsyncEnumerable() : snapshots.ListAsync(cancellation).Select(s => s.Digest);
            await foreach (var name in names)
            {
                try
                {
                    await FindAsync(host, name, cancellation);
                    sound++;
                }
                catch (InvalidDataException e)
                {
                    screen.Line(e.Message, Screen.Bad);
                    broken++;
                }
            }

            screen.Line($"{sound} snapshots hold what their names say, {broken} do not.", broken > 0 ? Screen.Bad : Screen.Good);
            return broken > 0 ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Digest() => new("digest") { Description = "SHA-256 of the bytes, as an event's evidence names it" };

    private static async Task<Fetched> FindAsync(LocalHost host, string digest, CancellationToken cancellation) =>
        digest.Length != 64 || !digest.All(char.IsAsciiHexDigitLower) ? throw new BadInputException($"\"{digest}\" is no digest; expected 64 lower-case hex digits.")
        : await host.Services.GetRequiredService<ISnapshotStore>().FindAsync(digest, cancellation)
            ?? throw new BadInputException($"There is no snapshot {digest}.");

    private static void Print(Screen screen, Fetched stored, ArticleReader reader)
    {
        screen.Line((stored.Digest, Screen.Strong));
        screen.Line($"{stored.FinalUrl}", Screen.Plain);
        screen.Line($"received {stored.RetrievedAt:u} · HTTP {stored.Status} · {stored.MediaType} · {stored.Body.Length} bytes · hash verified", Screen.Faint);
        foreach (var (name, value) in stored.Headers.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            screen.Line($"  {name}: {value}", Screen.Faint);
        }

        screen.Line();
        if (reader.Read(stored, sourceId: null) is { Article: { } article })
        {
            ArticleReport.Head(screen, article);
            ArticleReport.Blocks(screen, article);
        }
        else
        {
            screen.Line("It holds no single article; --raw shows its bytes.");
        }
    }
}
