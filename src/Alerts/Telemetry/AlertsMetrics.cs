using System.Diagnostics.Metrics;
using System.Globalization;
using Alerts.Cases;
using Alerts.Notify;
using Alerts.Reconcile;
using Alerts.Watch;

namespace Alerts.Telemetry;

/// <summary>What is counted and measured. Tags are words of the vocabulary and names of queues: few values each, and nothing about anybody.</summary>
public sealed class AlertsMetrics
{
    /// <summary>Seconds where all goes well, days where a receiver is down.</summary>
    private static readonly double[] LatencyBounds =
        [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 86400, 2 * 86400, 3 * 86400, 7 * 86400];

    private readonly Counter<long> checks;
    private readonly Counter<long> turns;
    private readonly Counter<long> events;
    private readonly Counter<long> turnedDown;
    private readonly Counter<long> changes;
    private readonly Counter<long> corrections;
    private readonly Counter<long> reminders;
    private readonly Counter<long> pageChanges;
    private readonly Counter<long> deliveries;
    private readonly Counter<long> givenUp;
    private readonly Counter<long> answers;
    private readonly Counter<long> poisoned;
    private readonly Histogram<double> latency;
    private readonly Gauge<double> lag;
    private readonly Gauge<long> sources;
    private readonly Gauge<double> oldestUndelivered;
    private readonly Gauge<long> queueDepth;

    public AlertsMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(AlertsTelemetry.Name);
        checks = meter.CreateCounter<long>("alerts.checks", "{check}", "Checks of sources by outcome");
        turns = meter.CreateCounter<long>("alerts.source_turns", "{turn}", "Sources that turned failing or well again");
        events = meter.CreateCounter<long>("alerts.events", "{event}", "Events read, by type and by what became of them");
        turnedDown = meter.CreateCounter<long>("alerts.turned_down", "{candidate}", "Candidates turned down by reason");
        changes = meter.CreateCounter<long>("alerts.changes", "{change}", "Changes of cases by event type");
        corrections = meter.CreateCounter<long>("alerts.corrections", "{correction}", "Corrections announced, by kind");
        reminders = meter.CreateCounter<long>("alerts.reminders", "{reminder}", "Reminders by kind");
        pageChanges = meter.CreateCounter<long>("alerts.page_changes", "{change}", "Changes of pages told to those who follow them");
        deliveries = meter.CreateCounter<long>("alerts.deliveries", "{delivery}", "Tries to deliver by channel and outcome");
        givenUp = meter.CreateCounter<long>("alerts.deliveries.given_up", "{delivery}", "Deliveries given up, by channel and last outcome");
        answers = meter.CreateCounter<long>("alerts.provider_answers", "{answer}", "Answers of mail service and receivers by HTTP status, or why there was none");
        poisoned = meter.CreateCounter<long>("alerts.poisoned", "{message}", "Messages given up by queue");
        latency = meter.CreateHistogram(
            "alerts.delivery_latency", "s", "From when a change was first seen until it was handed over", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = LatencyBounds });
        lag = meter.CreateGauge<double>("alerts.source_lag", "s", "How long sources have been due: the worst of them, and 95 of 100 no longer than");
        sources = meter.CreateGauge<long>("alerts.sources", "{source}", "Sources by health");
        oldestUndelivered = meter.CreateGauge<double>("alerts.oldest_undelivered", "s", "How long the oldest change waits that somebody has not got yet; 0 when nothing waits");
        queueDepth = meter.CreateGauge<long>("alerts.queue_depth", "{message}", "Messages by queue, those that wait for a later time among them");
    }

    public void Checked(string outcome) => checks.Add(1, Tag("outcome", outcome));

    public void Turned(HealthTurn turn) => turns.Add(1, Tag("turn", Word.Of(turn)));

    public void Entered(CaseEventType type, ReconcileReport report)
    {
        Entered(type, "accepted", report.Told);
        Entered(type, "history", report.History);
        Entered(type, "waiting", report.Pending);
        Entered(type, "dropped", report.Dropped);
        Entered(type, "confirmed", report.Confirmed);
        Entered(type, "known", report.Known);
    }

    public void TurnedDown(string reason) => turnedDown.Add(1, Tag("reason", reason));

    public void Changed(CaseEventType type) => changes.Add(1, Tag("type", Word.Of(type)));

    public void Corrected(CorrectionKind kind) => corrections.Add(1, Tag("kind", Word.Of(kind)));

    public void Reminded(ReminderKind kind) => reminders.Add(1, Tag("kind", Word.Of(kind)));

    public void PageChanged() => pageChanges.Add(1);

    public void Tried(ChannelKind channel, string outcome) => deliveries.Add(1, Tag("channel", Word.Of(channel)), Tag("outcome", outcome));

    public void GaveUp(ChannelKind channel, string outcome) => givenUp.Add(1, Tag("channel", Word.Of(channel)), Tag("outcome", outcome));

    /// <param name="channel">The way it went.</param>
    /// <param name="since">How long after it was first seen.</param>
    public void HandedOver(ChannelKind channel, TimeSpan since) => latency.Record(since.TotalSeconds, Tag("channel", Word.Of(channel)));

    public void Answered(string provider, int status) => NotAnswered(provider, status.ToString(CultureInfo.InvariantCulture));

    /// <param name="provider">Who was asked.</param>
    /// <param name="why">Why there was no answer, in a word.</param>
    public void NotAnswered(string provider, string why) => answers.Add(1, Tag("provider", provider), Tag("status", why));

    public void Poisoned(string queue) => poisoned.Add(1, Tag("queue", queue));

    public void Lags(SourceLag found)
    {
        lag.Record(found.Worst.TotalSeconds, Tag("stat", "worst"));
        lag.Record(found.P95.TotalSeconds, Tag("stat", "p95"));
    }

    public void Sources(int healthy, int failing)
    {
        sources.Record(healthy, Tag("state", "healthy"));
        sources.Record(failing, Tag("state", "failing"));
    }

    public void OldestUndelivered(TimeSpan age) => oldestUndelivered.Record(age.TotalSeconds);

    public void QueueDepth(string queue, int messages) => queueDepth.Record(messages, Tag("queue", queue));

    private void Entered(CaseEventType type, string decision, int count)
    {
        if (count > 0)
        {
            events.Add(count, Tag("type", Word.Of(type)), Tag("decision", decision));
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
