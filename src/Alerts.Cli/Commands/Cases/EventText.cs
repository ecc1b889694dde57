using System.Globalization;
using Alerts.Cases;
using Alerts.Reconcile;

namespace Alerts.Cli.Commands.Cases;

/// <summary>What is known about an event beside the event itself, in words.</summary>
internal static class EventText
{
    public static string Standing(RecordedEvent recorded) => recorded.Doubt switch
    {
        Doubt.Unsure => "waits for review: the reading is not sure enough",
        Doubt.Impossible => "waits for review: impossible after what happened before",
        _ => Word.Of(recorded.Standing),
    };

    public static string Certainty(RecordedEvent recorded)
    {
        var sources = Corroboration.Sources(recorded.Sightings).Count;
        return $"confidence {recorded.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}, {Counted(sources, "source")}";
    }

    public static string Dispute(Dispute dispute) =>
        $"disputed {dispute.Attribute}: {string.Join(", ", dispute.Values.Select(v => $"{v.Value} ({Counted(v.Sources, "source")})"))}";

    public static string Decision(Decision decision) =>
        $"{Word.Of(decision.Standing)} by {decision.By} on {decision.At:yyyy-MM-dd}{(decision.Edit is null ? "" : ", edited")}{(decision.Note is null ? "" : $": {decision.Note}")}";

    private static string Counted(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
