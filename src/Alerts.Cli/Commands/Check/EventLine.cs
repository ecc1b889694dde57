using System.Text.Encodings.Web;
using System.Text.Json;
using Alerts.Cases;

namespace Alerts.Cli.Commands.Check;

/// <summary>An event as a line of JSON.</summary>
internal sealed record EventLine(string Case, string Type, string? Date, string? Term, string? Detail, string Quote, double Confidence, string Rule)
{
    /// <summary>Every key on every line, null where there is nothing.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static EventLine Of(CaseEvent e) =>
        new(e.CaseId, Word.Of(e.Type), e.Date?.ToString(), e.Term, e.Detail, e.Evidence.Quote, Math.Round(e.Confidence, 3), e.Rule);
}
