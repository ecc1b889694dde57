using System.CommandLine;
using System.Net;
using Alerts.Cases;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Storage;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace Alerts.Cli.Commands.Doctor;

/// <summary><c>alerts doctor</c>: looks at all that an instance needs, and says what is wrong and how to mend it.</summary>
internal static class DoctorCommand
{
    private static readonly Form<IPEndPoint> Server = new(
        "the address of a name server, such as 9.9.9.9 or 127.0.0.1:5353",
        static (string text, out IPEndPoint value) => IPEndPoint.TryParse(text, out value!) && (value.Port != 0 || (value.Port = 53) == 53));

    /// <summary>Who looks for what is wrong waits less long than who works.</summary>
    private static readonly IReadOnlyDictionary<string, string?> Impatience = new Dictionary<string, string?>
    {
        ["StorageRetry:MaxRetries"] = "1",
        ["StorageRetry:Delay"] = "00:00:00.5",
        ["StorageRetry:MaxDelay"] = "00:00:01",
        ["StorageRetry:NetworkTimeout"] = "00:00:10",
    };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "As one JSON object" };
        var url = Forms.Url.ToOption("--url", "URL", "Where a running instance is reached; its health is asked for, too");
        var dns = Server.ToOption("--dns", "ADDRESS", "Name server to ask about the sender's domain (default: the system's)");
        var command = new Command(
            "doctor",
            "Look at settings, storage, queues, key, watch, email and DNS, and say what is wrong and how to mend it. Nothing is changed. "
            + "Exit code 0: all is well, or there are warnings alone; 1: something is wrong")
        {
            json, url, dns,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var findings = await ExamineAsync(parsed, parsed.GetValue(url), parsed.GetValue(dns), cancellation);
            var well = findings.All(f => f.Verdict != Verdict.Problem);
            if (parsed.GetValue(json))
            {
                Screen.Of(parsed).Json(new { well, findings }, Wire.Json);
            }
            else
            {
                Print(Screen.Of(parsed), findings);
            }

            return well ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> ExamineAsync(ParseResult parsed, Uri? url, IPEndPoint? dns, CancellationToken cancellation)
    {
        var folder = GlobalOptions.DataFolder(parsed);
        var (settings, unreadable) = LocalConfiguration.Unchecked(folder, StoreChoice.Overrides(GlobalOptions.Store(parsed)));
        List<Finding> findings =
        [
            .. await SettingCheckup.Version.RunAsync(cancellation),
            .. await SettingCheckup.Settings(settings, unreadable).RunAsync(cancellation),
            .. await ExamineStorageAsync(parsed, folder, settings, cancellation),
        ];
        Checkup?[] others = [EmailCheckup.Of(settings), DnsCheckup.Of(settings, dns), url is null ? null : HealthCheckup.Of(url)];
        foreach (var checkup in others.OfType<Checkup>())
        {
            findings.AddRange(await checkup.RunAsync(cancellation));
        }

        return findings;
    }

    private static async Task<IReadOnlyList<Finding>> ExamineStorageAsync(ParseResult parsed, string folder, IConfiguration settings, CancellationToken cancellation)
    {
        if (SettingCheckup.Blame("storage", settings, StorageClients.Connection) is { } wrong)
        {
            return [wrong];
        }

        var how = new LocalHostSettings { DataFolder = folder, Use = LocalUse.Tool, Progress = new Notice(parsed.InvocationConfiguration.Error) };
        var impatient = new ConfigurationBuilder().AddConfiguration(settings).AddInMemoryCollection(Impatience).Build();
        LocalStorage storage;
        try
        {
            storage = await LocalStorage.OpenAsync(how, impatient, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return [new Finding("storage", Verdict.Problem, "cannot be opened", failure.Message)];
        }

        await using var closed = storage;
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"Storage: {Visible.Of(storage.Name)}");
        var findings = new List<Finding>();
        var checkups = new StorageCheckup(storage, folder, TimeProvider.System);
        foreach (var checkup in checkups.All)
        {
            findings.AddRange(checkups.IsUsable
                ? await checkup.RunAsync(cancellation)
                : [new Finding(checkup.Name, Verdict.Warning, "was not looked at: the storage lets nothing be read")]);
        }

        return findings;
    }

    private static void Print(Screen screen, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var style = finding.Verdict switch { Verdict.Ok => Screen.Good, Verdict.Warning => Screen.Strong, _ => Screen.Bad };
            screen.Line((Word.Of(finding.Verdict).PadRight(9), style), (finding.Check.PadRight(10), Style.Plain), (finding.Text, Style.Plain));
            if (finding.Cure is { } cure)
            {
                screen.Line($"{"",-19}{cure}", Screen.Faint);
            }
        }
    }
}
