using System.Diagnostics;
using Alerts.Notify;

namespace Alerts.Telemetry;

/// <summary>Spans. Tags carry ids and words of the vocabulary, never addresses or text of articles; what names a case is an <see cref="IMasked"/>.</summary>
public static class AlertsTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Alerts";

    private static readonly ActivitySource Source = new(Name);

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
    public static Activity? Start(string name, string? parent, ChangeKey change) => Source.StartActivity(
        name,
        ActivityKind.Consumer,
        parent,
        [change.Kind == ChangeKind.Case ? new("alerts.case", new CaseMention(change.OwnerId)) : new("alerts.source", change.OwnerId)]);

    public static Activity? Start(string name) => Source.StartActivity(name);

    /// <summary>Says that what the span is about did not come off.</summary>
    /// <param name="activity">The span; null where nobody listens.</param>
    /// <param name="outcome">A word of the vocabulary.</param>
    public static void Fail(this Activity? activity, string outcome) => activity?.SetStatus(ActivityStatusCode.Error, outcome);
}
