using System.Globalization;
using System.Text.RegularExpressions;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Alerts.Telemetry;

/// <summary>
/// Lets a log entry leave without what it must not tell. Of the program's own entries, each <see cref="IMasked"/> is masked, in the attribute and in the message;
/// of what libraries log, which may hold the path of a request or of a file, only the template is told.
/// </summary>
internal sealed partial class LogMask(TelemetryIds ids) : BaseProcessor<LogRecord>
{
    private const string Template = "{OriginalFormat}";

    public override void OnEnd(LogRecord data)
    {
        var isOwn = data.CategoryName?.StartsWith(AlertsTelemetry.Name, StringComparison.Ordinal) ?? false;
        if (!isOwn || (data.Attributes?.Any(a => a.Value is IMasked) ?? false))
        {
            data.Attributes = [.. (data.Attributes ?? []).Where(a => isOwn || a.Key == Template).Select(a => a.Value is IMasked value ? new(a.Key, value.Mask(ids)) : a)];
            data.FormattedMessage = isOwn ? Message(data.Body ?? "", data.Attributes) : data.Body;
        }

        if (data.Exception is { } exception && MaskedException.Of(exception) is var told && told != exception)
        {
            data.Exception = told;

            // Azure Monitor takes the stack from where an exception was thrown, and this one never was.
            data.Attributes = [.. data.Attributes ?? [], new("Stack", told.StackTrace)];
        }
    }

    private static string Message(string template, IReadOnlyList<KeyValuePair<string, object?>> attributes)
    {
        var values = attributes.ToLookup(a => a.Key, a => a.Value, StringComparer.OrdinalIgnoreCase);
        return Hole().Replace(template, hole => values[hole.Groups["name"].Value].FirstOrDefault() switch
        {
            null => "",
            IFormattable value when hole.Groups["format"].Value is { Length: > 0 } format => value.ToString(format, CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        });
    }

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<format>[^}]+))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
