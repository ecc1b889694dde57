using System.Diagnostics;
using System.Diagnostics.Metrics;
using Alerts.Cases;
using Alerts.Notify;
using Alerts.Watch;

namespace Alerts.Telemetry;

/// <summary>Spans and counters. Tags carry ids and words of the vocabulary, never addresses or text of articles.</summary>
public static class AlertsTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Alerts";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Checks = Meter.CreateCounter<long>("alerts.checks", "{check}", "Checks of sources by outcome");
    private static readonly Counter<long> Events = Meter.CreateCounter<long>("alerts.events", "{event}", "Events read by type");
    private static readonly Counter<long> TurnedDown = Meter.CreateCounter<long>("alerts.turned_down", "{candidate}", "Candidates turned down by reason");
    private static readonly Counter<long> Changes = Meter.CreateCounter<long>("alerts.changes", "{change}", "Changes of cases by event type");
    private static readonly Counter<long> Corrections = Meter.CreateCounter<long>("alerts.corrections", "{correction}", "Corrections announced, by kind");
    private static readonly Counter<long> Reminders = Meter.CreateCounter<long>("alerts.reminders", "{reminder}", "Reminders by kind");
    private static readonly Counter<long> PageChanges = Meter.CreateCounter<long>("alerts.page_changes", "{change}", "Changes of pages told to those who follow them");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("alerts.deliveries", "{delivery}", "Tries to deliver by channel and outcome");
    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("alerts.source_turns", "{turn}", "Sources that turned failing or well again");
    private static readonly Counter<long> Poisoned = Meter.CreateCounter<long>("alerts.poisoned", "{message}", "Messages given up by queue");

    /// <summary>Starts the span of one check: a trace of its own that runs through to delivery.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="sweep">W3C trace context of the sweep that found it due; linked, not the parent.</param>
    public static Activity? StartCheck(string sourceId, string? sweep)
    {
        var links = ActivityContext.TryParse(sweep, null, out var context) ? new[] { new ActivityLink(context) } : null;
        var outer = Activity.Current;
        Activity.Current = null;
        var activity = Source.StartActivity(ActivityKind.Consumer, default, [new("alerts.source", sourceId)], links, default, "check");
        Activity.Current = activity ?? outer;
        return activity;
    }

    /// <summary>Starts the span of a later job in the trace that its message carries.</summary>
    public static Activity? Start(string name, string? parent, ChangeKey change) =>
        Source.StartActivity(name, ActivityKind.Consumer, parent, [new($"alerts.{Word.Of(change.Kind)}", change.OwnerId)]);

    public static Activity? Start(string name) => Source.StartActivity(name);

    public static void Checked(string outcome) => Checks.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void Read(CaseEventType type) => Events.Add(1, new KeyValuePair<string, object?>("type", Word.Of(type)));

    public static void TurnDown(string reason) => TurnedDown.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public static void Changed(CaseEventType type) => Changes.Add(1, new KeyValuePair<string, object?>("type", Word.Of(type)));

    public static void Corrected(CorrectionKind kind) => Corrections.Add(1, new KeyValuePair<string, object?>("kind", Word.Of(kind)));

    public static void Reminded(ReminderKind kind) => Reminders.Add(1, new KeyValuePair<string, object?>("kind", Word.Of(kind)));

    public static void PageChanged() => PageChanges.Add(1);

    public static void Delivered(string channel, string outcome) => Deliveries.Add(1, new("channel", channel), new("outcome", outcome));

    public static void Turned(HealthTurn turn) => Turns.Add(1, new KeyValuePair<string, object?>("turn", Word.Of(turn)));

    public static void Poison(string queue) => Poisoned.Add(1, new KeyValuePair<string, object?>("queue", queue));
}
