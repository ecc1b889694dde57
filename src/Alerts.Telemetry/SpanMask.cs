using System.Diagnostics;
using OpenTelemetry;

namespace Alerts.Telemetry;

/// <summary>Masks each <see cref="IMasked"/> among the tags of a span before it leaves.</summary>
internal sealed class SpanMask(TelemetryIds ids) : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.Where(t => t.Value is IMasked).ToList())
        {
            data.SetTag(name, ((IMasked)value!).Mask(ids));
        }
    }
}
