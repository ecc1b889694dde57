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

    /// <returns>"released 2019-08 pardon".</returns>
    public static string Line(RecordedEvent recorded) =>
        string.Join(' ', new[] { Word.Of(recorded.Type), recorded.Date?.ToString() ?? "undated", recorded.Term, recorded.Detail }.OfType<string>());

    /// <summary>Enough of the id to name the event within its case.</summary>
    public static string ShortId(RecordedEvent recorded) => recorded.Id[..Math.Min(8, recorded.Id.Length)];

    private static string Counted(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
