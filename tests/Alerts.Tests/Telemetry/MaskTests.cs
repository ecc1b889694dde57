using System.Reflection;
using Alerts.Jobs;
using Alerts.Notify;
using Alerts.Telemetry;
using Microsoft.Extensions.Logging;

namespace Alerts.Tests.Telemetry;

/// <summary>Ids of cases are made of people's names: an exporter sends a hash of them, and nothing else that could tell the name.</summary>
[Collection(nameof(Exporting))]
public sealed partial class MaskTests
{
    private const string Hashed = "0123456789ab";

    private static readonly ChangeKey Change = new(ChangeKind.Case, "mira-solen", "c0ffee");
    private static readonly (string, string) AzureMonitor = (TelemetrySettings.AzureMonitorSetting, "CONNECTION");

    [Fact]
    public async Task A_case_leaves_as_a_hash_in_spans_attributes_and_messages()
    {
        await using var host = await TelemetryHost.StartAsync(AzureMonitor);

        TellOf(host);

        var items = host.Server.Items;
        Assert.Equal(Hashed, Assert.Single(items, i => i.Table == "requests").Dimensions["alerts.case"]);
        var log = Assert.Single(items, i => i.Table == "traces");
        Assert.Equal($"Told change c0ffee of case {Hashed} of {Hashed} (gone): … at 2026-03-02 09:00:00Z", log.Message);
        Assert.Equal((Hashed, "gone", "…", "Told"), (log.Dimensions["CaseId"], log.Dimensions["Outcome"], log.Dimensions["Problem"], log.Dimensions["EventName"]));
        Assert.DoesNotContain("mira-solen", host.Server.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_holds_for_an_OTLP_collector()
    {
        await using var host = await TelemetryHost.StartAsync((TelemetrySettings.OtlpSetting, "SERVER"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));

        TellOf(host);

        Assert.Contains(Hashed, host.Server.PostedTo("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains($"of case {Hashed}", host.Server.PostedTo("/v1/logs"), StringComparison.Ordinal);
        Assert.DoesNotContain("mira-solen", host.Server.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_lets_them_leave_as_they_are()
    {
        await using var host = await TelemetryHost.StartAsync(AzureMonitor, ("Telemetry:PlainCaseIds", "true"));

        TellOf(host);

        Assert.Equal("mira-solen", Assert.Single(host.Server.Items, i => i.Table == "requests").Dimensions["alerts.case"]);
        Assert.StartsWith("Told change c0ffee of case mira-solen of mira-solen (gone): …", Assert.Single(host.Server.Items, i => i.Table == "traces").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_leaves_with_its_type_and_its_stack_and_without_what_it_quotes()
    {
        await using var host = await TelemetryHost.StartAsync(AzureMonitor);

        try
        {
            throw new KeyNotFoundException("no mira-solen", new IOException("/home/operator/data"));
        }
        catch (KeyNotFoundException quoting)
        {
            Log.Broke(host.Get<ILogger<MaskTests>>(), quoting, "source-one");
        }

        host.Flush();
        var exception = Assert.Single(host.Server.Items, i => i.Table == "exceptions");
        Assert.Contains("System.Collections.Generic.KeyNotFoundException, caused by System.IO.IOException", host.Server.Everything, StringComparison.Ordinal);
        Assert.Contains(nameof(An_exception_leaves_with_its_type_and_its_stack_and_without_what_it_quotes), host.Server.Everything, StringComparison.Ordinal);
        Assert.Equal("source-one", exception.Dimensions["SourceId"]);
        Assert.DoesNotContain("mira-solen", host.Server.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("/home/operator", host.Server.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_a_library_logs_only_the_template_leaves()
    {
        await using var host = await TelemetryHost.StartAsync(AzureMonitor);

        using (host.Get<ILogger<MaskTests>>().BeginScope(new Dictionary<string, object> { ["Path"] = "/cases/mira-solen" }))
        {
            Log.Refused(host.Get<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Server"), "/cases/mira-solen");
            Log.Busy(host.Get<ILogger<MaskTests>>());
        }

        host.Flush();
        Assert.Equal(["Busy", "Refused {Path}"], host.Server.Items.Where(i => i.Table == "traces").Select(i => i.Message).Order());
        Assert.DoesNotContain("mira-solen", host.Server.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public void The_operators_own_screen_shows_a_case_by_its_id() => Assert.Equal(
        ("change c0ffee of case mira-solen", "mira-solen", "The page has gone."),
        ($"{Change}", $"{new CaseMention("mira-solen")}", $"{new OperatorText("The page has gone.")}"));

    [Fact]
    public void No_log_statement_takes_a_string_that_could_name_a_person()
    {
        string[] clean = ["sourceId", "host", "outcome", "reason", "recipientId", "queue", "cure"];
        var strings = typeof(Sweep).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.GetCustomAttribute<LoggerMessageAttribute>() is not null)
            .SelectMany(m => m.GetParameters().Where(p => p.ParameterType == typeof(string) || p.ParameterType == typeof(object) || p.ParameterType == typeof(Uri)))
            .ToList();

        Assert.NotEmpty(strings);
        Assert.Empty(strings.Where(p => !clean.Contains(p.Name)).Select(p => $"{p.Member.DeclaringType!.DeclaringType}: {p.Member.Name}({p.Name})"));
    }

    private static void TellOf(TelemetryHost host)
    {
        using (AlertsTelemetry.Start("deliver", parent: null, Change))
        {
            Log.Told(host.Get<ILogger<MaskTests>>(), Change, new CaseMention("mira-solen"), "gone", new OperatorText("https://news.example/mira-solen is gone."), new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        }

        host.Flush();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Told {Change} of {CaseId} ({Outcome}): {Problem} at {Since:u}")]
        public static partial void Told(ILogger logger, ChangeKey change, CaseMention caseId, string outcome, OperatorText problem, DateTimeOffset since);

        [LoggerMessage(LogLevel.Error, "The check of source {SourceId} broke off")]
        public static partial void Broke(ILogger logger, Exception exception, string sourceId);

        [LoggerMessage(LogLevel.Warning, "Refused {Path}")]
        public static partial void Refused(ILogger logger, string path);

        [LoggerMessage(LogLevel.Warning, "Busy")]
        public static partial void Busy(ILogger logger);
    }
}
