using Alerts.Cases;
using Alerts.Import.Trees;

namespace Alerts.Import;

/// <summary>How a case stands in the file.</summary>
internal static class CaseSection
{
    private static readonly Form<CaseKind> Kind = Forms.Word<CaseKind>();
    private static readonly Form<Gender> Gender = Forms.Word<Gender>();

    /// <returns>null where something required is missing or wrong; the problems say what.</returns>
    /// <param name="entry">The case as it stands in the file; what it says of the past is left to <see cref="EventSection"/>.</param>
    public static Located<Case>? Read(Entry entry)
    {
        var (id, kind, name) = (entry.Required("id", Forms.Slug), entry.Required("kind", Kind), entry.Required("name", Forms.Line));
        var aliases = entry.Many("aliases", Forms.Line);
        var country = entry.Optional("country", Forms.Country);
        var tags = entry.Many("tags", Forms.Slug);
        var gender = entry.Optional("gender", Gender);
        var due = entry.Optional("due", Forms.Date);
        var zone = entry.Optional("timezone", Forms.TimeZone);
        var links = entry.Many("links", Forms.Url);
        if (kind is { Value: not CaseKind.Person })
        {
            entry.Refuse("gender", "only a person has one");
        }

        if (kind is { Value: not CaseKind.Law })
        {
            entry.Refuse("due", "only a law is promised for a date");
        }

        return id is null || kind is null || name is null ? null : new Located<Case>(
            new Case
            {
                Id = id.Value.Value,
                Kind = kind.Value.Value,
                Name = name.Value.Value,
                Aliases = [.. aliases.Select(a => a.Value)],
                Country = country?.Value,
                Tags = [.. tags.Select(t => t.Value)],
                Gender = gender?.Value,
                Due = due?.Value,
                TimeZone = zone?.Value,
                Links = [.. links.Select(l => l.Value)],
            },
            id.Value.Place);
    }

    public static Shape Write(Case watched) => new Shape()
        .Text("id", watched.Id)
        .Word("kind", (CaseKind?)watched.Kind)
        .Text("name", watched.Name)
        .Texts("aliases", watched.Aliases)
        .Text("country", watched.Country)
        .Texts("tags", watched.Tags)
        .Word("gender", watched.Gender)
        .Text("due", watched.Due)
        .Text("timezone", watched.TimeZone)
        .Texts("links", watched.Links.Select(l => l.OriginalString));
}
