using Alerts.Cases;
using Alerts.Extract;
using Alerts.Read;

namespace Alerts.Tests.Extract;

/// <summary>Reads a text about an invented cast and tells its events in words, in order of the alphabet: "marko sentenced 2024-03-01 P4Y".</summary>
internal static class Told
{
    public static readonly Extractor Extractor = new(LanguagePacks.Load());

    public static readonly DateOnly Published = new(2024, 3, 10);

    public static readonly IReadOnlyList<Case> Cast =
    [
        Person("marko", "Marko Tesin", "Tesin", "Марк Тесин", "Тесин"),
        Person("anna", "Anna Belova", "Belova", "Анна Белова", "Белова"),
        Person("darko", "Darko Tesin"),
        Person("vera", "Вера Тесина"),
        new Case { Id = "union", Kind = CaseKind.Organization, Name = "Northern Dockers Union", Aliases = ["NDU", "Союз докеров"] },
        new Case { Id = "law", Kind = CaseKind.Law, Name = "Assembly Act", Aliases = ["закон о собраниях"] },
    ];

    public static IEnumerable<string> Of(string text, DateOnly? published = null) => Of(text, Cast, published ?? Published);

    public static IEnumerable<string> Of(string text, IEnumerable<Case> cases, DateOnly? published) =>
        Read(text, cases, published).Events.Select(Words).Order(StringComparer.Ordinal);

    public static Extraction Read(string text, IEnumerable<Case> cases, DateOnly? published, string title = "") => Extractor.Extract(Article(text, published, title), new CaseIndex(cases));

    /// <summary>Of a text that is one paragraph, in a language that the page states.</summary>
    public static IReadOnlyList<CaseEvent> Paragraph(string text, string language, DateOnly published, CaseIndex watched) => Extractor.Extract(
        new Article
        {
            Url = new Uri("https://news.example/1"),
            Retrieved = DateTimeOffset.UnixEpoch,
            Published = published,
            Language = language,
            Blocks = [new Block(BlockKind.Paragraph, text)],
        },
        watched).Events;

    public static Article Article(string text, DateOnly? published, string title = "") => new()
    {
        Url = new Uri("https://news.example/1"),
        SourceId = "news",
        Digest = "abc",
        Retrieved = DateTimeOffset.UnixEpoch,
        Title = title,
        Published = published,
        Blocks = PlainText.Blocks(text),
    };

    public static string Words(CaseEvent e) =>
        string.Join(' ', new[] { e.CaseId, Word.Of(e.Type), e.Date?.ToString() ?? "-", e.Term, e.Detail }.Where(w => w is not null));

    private static Case Person(string id, string name, params string[] aliases) => new() { Id = id, Kind = CaseKind.Person, Name = name, Aliases = aliases };
}
