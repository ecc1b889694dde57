using System.Globalization;
using Alerts.Import.Trees;
using Alerts.Watch;

namespace Alerts.Import;

/// <summary>How a source stands in the file.</summary>
internal static class SourceSection
{
    private static readonly Form<SourceKind> Kind = Forms.Word<SourceKind>();
    private static readonly Form<SourceNotify> Notify = Forms.Word<SourceNotify>();

    /// <summary>In the place of an address that could not be read, so that the other errors are found as well.</summary>
    private static readonly Uri Nowhere = new("about:blank");

    public static Located<Source>? Read(Entry entry)
    {
        var (id, kind, url) = (entry.Required("id", Forms.Slug), entry.Required("kind", Kind), entry.Required("url", Forms.Url));
        var name = entry.Optional("name", Forms.Line);
        var (follow, select, exclude) = (entry.Optional("follow", Forms.Follow), entry.Optional("select", Forms.Selector), entry.Optional("exclude", Forms.Selector));
        var (every, expect) = (entry.Optional("every", Forms.Every), entry.Optional("expect", Forms.Expect));
        var (json, notify) = (Json(entry), entry.Optional("notify", Notify));
        entry.Finish();
        if (kind is null)
        {
            return null;
        }

        var source = new Source
        {
            Id = id?.Value ?? "",
            Kind = kind.Value.Value,
            Url = url?.Value ?? Nowhere,
            Name = name?.Value ?? id?.Value ?? "",
            Follow = follow?.Value,
            Select = select?.Value,
            Exclude = exclude?.Value,
            Json = json,
            Every = every?.Value,
            Expect = expect?.Value,
            Notify = notify?.Value ?? SourceNotify.Events,
        };
        foreach (var (key, because) in SourceRules.Complaints(source))
        {
            entry.Complain(key, because);
        }

        return id is null || url is null ? null : new Located<Source>(source, id.Value.Place);
    }

    private static JsonPaths? Json(Entry entry)
    {
        var (items, text) = (entry.Optional("items", Forms.JsonPath), entry.Optional("text", Forms.JsonPath));
        var (title, date, link) = (entry.Optional("title", Forms.JsonPath), entry.Optional("date", Forms.JsonPath), entry.Optional("link", Forms.JsonPath));
        return items is null || text is null ? null : new JsonPaths(items.Value.Value, text.Value.Value, title?.Value, date?.Value, link?.Value);
    }

    public static Shape Write(Source source) => new Shape()
        .Text("id", source.Id)
        .Word("kind", (SourceKind?)source.Kind)
        .Text("url", source.Url.OriginalString)
        .Text("name", source.Name)
        .Text("follow", source.Follow)
        .Text("select", source.Select)
        .Text("exclude", source.Exclude)
        .Text("items", source.Json?.Items)
        .Text("text", source.Json?.Text)
        .Text("title", source.Json?.Title)
        .Text("date", source.Json?.Date)
        .Text("link", source.Json?.Link)
        .Text("every", Interval(source.Every))
        .Text("expect", Interval(source.Expect))
        .Word("notify", source.Notify == SourceNotify.Events ? null : (SourceNotify?)source.Notify);

    /// <summary>In the largest unit that divides it.</summary>
    private static string? Interval(TimeSpan? time) => time switch
    {
        null => null,
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerDay == 0 => string.Create(CultureInfo.InvariantCulture, $"{ticks / TimeSpan.TicksPerDay}d"),
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => string.Create(CultureInfo.InvariantCulture, $"{ticks / TimeSpan.TicksPerHour}h"),
        { Ticks: var ticks } => string.Create(CultureInfo.InvariantCulture, $"{ticks / TimeSpan.TicksPerMinute}m"),
    };
}
