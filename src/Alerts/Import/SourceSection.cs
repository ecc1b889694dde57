using Alerts.Watch;

namespace Alerts.Import;

/// <summary>How a source stands in the file.</summary>
internal static class SourceSection
{
    private static readonly Form<SourceKind> Kind = Forms.Word<SourceKind>();

    public static Located<Source>? Read(Entry entry)
    {
        var (id, kind, url) = (entry.Required("id", Forms.Slug), entry.Required("kind", Kind), entry.Required("url", Forms.Url));
        var name = entry.Optional("name", Forms.Line);
        var follow = entry.Optional("follow", Forms.Follow);
        var every = entry.Optional("every", Forms.Every);
        if (kind is { Value: not SourceKind.List })
        {
            entry.Refuse("follow", "only a list follows links");
        }

        entry.Finish();
        return id is null || kind is null || url is null ? null : new Located<Source>(
            new Source
            {
                Id = id.Value.Value,
                Kind = kind.Value.Value,
                Url = url.Value.Value,
                Name = name?.Value ?? id.Value.Value,
                Follow = follow?.Value,
                Every = every?.Value ?? Source.DefaultEvery,
            },
            id.Value.Place);
    }
}
