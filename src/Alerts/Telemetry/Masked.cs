namespace Alerts.Telemetry;

/// <summary>
/// A value for a span or a log entry that is not for everybody's eyes. Its own text is for the screen of the operator's machine; an exporter sends what
/// <see cref="Mask"/> gives. Other strings leave as they are, so whatever may name a person goes into spans and logs as one of these.
/// They are classes, for the generator of log statements that some packages bring makes strings of structs before an exporter sees them.
/// </summary>
public interface IMasked
{
    string Mask(TelemetryIds ids);
}

/// <summary>The id of a case.</summary>
public sealed record CaseMention(string CaseId) : IMasked
{
    public string Mask(TelemetryIds ids) => ids.Of(CaseId);

    public override string ToString() => CaseId;
}

/// <summary>A sentence for the operator. It may quote an address, and with it the name that stands in it; the word of the outcome beside it is what telemetry gets.</summary>
public sealed record OperatorText(string? Text) : IMasked
{
    public string Mask(TelemetryIds ids) => "…";

    public override string ToString() => Text ?? "";
}
