using Alerts.Cases;
using Alerts.Read;
using Alerts.Telemetry;

namespace Alerts.Notify;

/// <summary>What a change happened to.</summary>
public enum ChangeKind
{
    Case,
    Source,
}

/// <summary>Names a stored change: ids alone, fit for a queue.</summary>
/// <param name="Kind">What it happened to.</param>
/// <param name="OwnerId">Id of that case or source.</param>
/// <param name="Id">Its own id.</param>
public sealed record ChangeKey(ChangeKind Kind, string OwnerId, string Id) : IMasked
{
    public string Mask(TelemetryIds ids) => Text(Kind == ChangeKind.Case ? ids.Of(OwnerId) : OwnerId);

    public override string ToString() => Text(OwnerId);

    private string Text(string owner) => $"change {Id} of {Word.Of(Kind)} {owner}";
}

/// <summary>What is told.</summary>
public abstract record Alert
{
    /// <summary>When it was first seen.</summary>
    public abstract DateTimeOffset SeenAt { get; }

    public abstract T Write<T>(IAlertWriter<T> writer);

    /// <summary>The change that its recipients were alerted to before and that this corrects; null for everything but a correction.</summary>
    public virtual ChangeKey? Corrects => null;
}

/// <summary>A change of a case, with the case it happened to.</summary>
public sealed record CaseAlert(Case Case, CaseChange Change) : Alert
{
    public override DateTimeOffset SeenAt => Change.At;

    public override T Write<T>(IAlertWriter<T> writer) => writer.Write(this);
}

/// <summary>A correction of what was told of a case, with the case.</summary>
public sealed record CorrectionAlert(Case Case, CaseCorrection Correction) : Alert
{
    public override DateTimeOffset SeenAt => Correction.At;

    public override ChangeKey Corrects => new(ChangeKind.Case, Case.Id, Correction.Corrects);

    public override T Write<T>(IAlertWriter<T> writer) => writer.Write(this);
}

/// <summary>A reminder of a date that a case leads one to expect.</summary>
public sealed record ReminderAlert(Case Case, CaseReminder Reminder) : Alert
{
    public override DateTimeOffset SeenAt => Reminder.At;

    public override T Write<T>(IAlertWriter<T> writer) => writer.Write(this);
}

/// <summary>A change of a page whose source tells of any change.</summary>
public sealed record PageAlert(PageChange Change) : Alert
{
    public override DateTimeOffset SeenAt => Change.At;

    public override T Write<T>(IAlertWriter<T> writer) => writer.Write(this);
}

/// <summary>How a channel puts each kind of alert: one more kind, and the compiler names every channel that does not know it.</summary>
public interface IAlertWriter<out T>
{
    T Write(CaseAlert alert);

    T Write(CorrectionAlert alert);

    T Write(ReminderAlert alert);

    T Write(PageAlert alert);
}
