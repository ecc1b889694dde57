using System.Text.Json;
using Alerts.Cases;
using Alerts.Read;

namespace Alerts.Notify.Webhook;

/// <summary>What a generic webhook carries: <c>{type, timestamp, data}</c>, byte for byte the same on every try.</summary>
public static class WebhookBody
{
    private const int LongestText = 2000;

    private static readonly Writer EachKind = new();

    public static byte[] Of(Alert alert) => alert.Write(EachKind);

    private static byte[] Bytes<T>(string type, DateTimeOffset timestamp, T data) => JsonSerializer.SerializeToUtf8Bytes(new { type, timestamp, data }, Wire.Json);

    private sealed class Writer : IAlertWriter<byte[]>
    {
        public byte[] Write(CaseAlert alert) => Bytes("case.changed", alert.Change.At, Data(alert.Case, alert.Change));

        public byte[] Write(CorrectionAlert alert) => Bytes("case.corrected", alert.Correction.At, Data(alert.Case, alert.Correction));

        public byte[] Write(ReminderAlert alert) => Bytes("case.reminder", alert.Reminder.At, Data(alert.Case, alert.Reminder));

        public byte[] Write(PageAlert alert) => Bytes("page.changed", alert.Change.At, Data(alert.Change));
    }

    private static WebhookCaseChange Data(Case watched, CaseChange change) => new()
    {
        Change = change.Id,
        Case = Of(watched),
        Event = Of(change.Event),
        Before = change.Before,
        After = change.After,
        Evidence = Of(change.Event.Proof),
    };

    private static WebhookCaseCorrection Data(Case watched, CaseCorrection correction) => new()
    {
        Change = correction.Id,
        Kind = correction.Kind,
        Corrects = new WebhookEarlier(correction.Corrects, correction.ToldAt),
        Case = Of(watched),
        Was = Of(correction.Was),
        Event = Of(correction.Event),
        Before = correction.Before,
        After = correction.After,
        Note = correction.Note,
        Evidence = correction.Kind == CorrectionKind.Retracted ? null : Of(correction.Event.Proof),
    };

    private static WebhookCaseReminder Data(Case watched, CaseReminder reminder) => new()
    {
        Change = reminder.Id,
        Kind = reminder.Kind,
        Case = Of(watched),
        About = reminder.About,
        State = reminder.State,
        Basis = [.. reminder.Basis.Select(Of)],
    };

    private static WebhookPageChange Data(PageChange change) => new()
    {
        Change = change.Id,
        Source = new WebhookSource(change.SourceId, change.SourceName),
        Page = new WebhookPage(change.Url, change.Title),
        Added = [.. change.Sentences.Where(s => s.Fate == SentenceFate.Added).Select(s => s.Text)],
        Removed = [.. change.Sentences.Where(s => s.Fate == SentenceFate.Removed).Select(s => s.Text)],
        LeftOut = change.LeftOut,
        Before = change.Before,
        After = change.After,
    };

    private static WebhookCase Of(Case watched) => new(watched.Id, watched.Kind, watched.Name, watched.Country);

    private static WebhookEvent Of(RecordedEvent happened) => new()
    {
        Id = happened.Id,
        Type = happened.Type,
        Date = happened.Date,
        DateBasis = happened.DateBasis,
        Term = happened.Term,
        Detail = happened.Detail,
        Confidence = happened.Confidence,
    };

    private static WebhookEvidence Of(Evidence evidence) =>
        new(OutsideText.Cut(evidence.Quote, LongestText), evidence.Url, evidence.Published, evidence.Digest);
}
