using System.Text;
using Alerts.Cases;
using Alerts.Import;
using Alerts.Notify;
using Alerts.Watch;

namespace Alerts.Tests.Import;

public class ImportReaderTests
{
    private const string Whole = """
        cases:
          - id: ada-river
            kind: person
            name: Ada River
            aliases: [Ада Ривер, 'River, Ada']
            country: kz
            timezone: Asia/Almaty
            tags: [activist]
            gender: female
            links: ["https://example.org/ada"]
          - {id: river-act, kind: law, name: River Act, due: 2031-12}
        sources:
          - id: river-news
            kind: list
            url: https://example.org/news
            follow: /news/*
            every: 30m
            notify: any-change
        subscriptions:
          - email: reader@example.org
            topics: [case:ada-river, country:KZ, all]
          - webhook: https://hooks.example.org/T0
            kind: slack
            topics:
              - kind:law
        """;

    [Fact]
    public void A_valid_file_is_read_whole()
    {
        var reading = ImportReader.Read(Whole, "river.yaml");

        Assert.Empty(reading.Errors);
        var (cases, sources, subscribers) = reading.File!;
        Assert.Equal(["ada-river", "river-act"], cases.Select(c => c.Id));
        Assert.Equal(("KZ", Gender.Female), (cases[0].Country, cases[0].Gender));
        Assert.Equal("Asia/Almaty", cases[0].TimeZone);
        Assert.Equal(["Ада Ривер", "River, Ada"], cases[0].Aliases);
        Assert.Equal(PartialDate.Parse("2031-12"), cases[1].Due);
        Assert.Equal(
            (SourceKind.List, "/news/*", TimeSpan.FromMinutes(30), "river-news"),
            (sources[0].Kind, sources[0].Follow, sources[0].Every, sources[0].Name));
        Assert.Equal(SourceNotify.AnyChange, sources[0].Notify);
        Assert.Equal([Topic.OfCase("ada-river"), Topic.OfCountry("KZ"), Topic.All], subscribers[0].Topics);
        Assert.Equal((ChannelKind.Slack, "https://hooks.example.org/T0"), (subscribers[1].Channel, subscribers[1].Target));
        Assert.Empty(reading.Elsewhere);
    }

    [Fact]
    public void The_same_can_be_said_in_json()
    {
        const string json = """
            {
            	"cases": [
            		{ "id": "ada-river", "kind": "person", "name": "Ada \"R\" \u0420\u0438\u0432\u0435\u0440", "country": null, "due": null,
            		  "links": ["https:\/\/example.org\/ada"], "aliases": ["\ud83c\udf0a River"] }
            	],
            	"subscriptions": [{ "email": "reader@example.org", "topics": ["case:ada-river"] }]
            }
            """;

        var reading = ImportReader.Read(json, "river.json");

        Assert.Empty(reading.Errors);
        Assert.Equal("Ada \"R\" Ривер", reading.File!.Cases[0].Name);
        Assert.Equal("🌊 River", reading.File.Cases[0].Aliases[0]);
        Assert.Equal(new Uri("https://example.org/ada"), reading.File.Cases[0].Links[0]);
    }

    [Theory]
    [InlineData("Asia/Almati", "\"timezone\": expected a time zone of the IANA database, such as Asia/Almaty, found \"Asia/Almati\"; did you mean \"Asia/Almaty\"")]
    [InlineData("almaty", "found \"almaty\"; did you mean \"Asia/Almaty\"?")]
    [InlineData("GMT+5 or so", "found \"GMT+5 or so\"")]
    public void A_time_zone_that_there_is_not_is_told_with_what_may_have_been_meant(string zone, string complaint)
    {
        var error = Assert.Single(ImportReader.Read($"cases:\n  - {{id: a, kind: person, name: A, timezone: {zone}}}\n", "zones.yaml").Errors);

        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_is_listed_with_its_place_and_what_was_expected()
    {
        const string text = """
            cases:
              - id: Ada River
                kind: persn
                nmae: Ada
                due: 2019-13
                aliases: Ada
              - id: b
                kind: person
                name: [B]
                country: XX
                due: 2019
              - just text
            sources:
              - id: news
                kind: page
                url: ftp://example.org/
                follow: /news/*
                every: 10s
            subscriptions:
              - email: not-an-address
                topics: [case:ada, nothing]
              - webhook: https://example.org/hook
                topics: []
            watch: []
            """;

        var errors = ImportReader.Read(text, "bad.yaml").Errors;

        (int Line, int Column, string Message)[] expected =
            [
                (2, 5, "the case has no \"name\""), (2, 9, "\"id\": expected a slug"), (3, 11, "expected one of: person, organization, law, found \"persn\""),
                (4, 5, "unknown key \"nmae\" in a case; did you mean \"name\"?"), (5, 10, "\"due\": expected a date such as 2019"),
                (6, 14, "\"aliases\": expected a list, found text"), (9, 11, "\"name\": expected one line of text, at most 200 characters, found a list"),
                (10, 14, "\"country\": expected a country"), (11, 10, "\"due\": only a law is promised"), (12, 5, "expected a case with its keys, found text"),
                (16, 10, "\"url\": expected a whole http or https address"), (17, 13, "\"follow\": only a list"), (18, 12, "\"every\": expected an interval"),
                (20, 12, "\"email\": expected an email address"), (21, 24, "\"topics\": expected a topic"),
                (22, 5, "the subscription has no \"kind\""), (22, 5, "the subscription has no \"topics\""), (24, 1, "unknown key \"watch\" in a file"),
            ];
        Assert.Equal(expected.Select(e => new Place(e.Line, e.Column)), errors.Select(e => e.Place));
        Assert.All(expected.Zip(errors), pair => Assert.Contains(pair.First.Message, pair.Second.Message));
        Assert.StartsWith("bad.yaml:2:5: ", errors[0].ToString());
    }

    [Fact]
    public void An_address_or_a_secret_is_not_repeated_in_an_error()
    {
        const string text = """
            subscriptions:
              - {email: someone at example.org, topics: [all]}
              - {webhook: "hooks.example.org/someone", kind: generic, secret: someone, topics: [all]}
            """;

        var errors = ImportReader.Read(text, "a.yaml").Errors;

        Assert.Equal(3, errors.Count);
        Assert.DoesNotContain(errors, e => e.Message.Contains("someone"));
        Assert.DoesNotContain("reader@", ImportReader.Read(Whole, "a.yaml").File!.Subscribers[0].ToString());
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x", 1, 4, "anchors")]
    [InlineData("cases: !!binary aGk=", 1, 8, "tags")]
    [InlineData("cases: [\n  {id: a]", 2, 9, "not YAML")]
    [InlineData("cases: []\n---\ncases: []", 2, 1, "second document")]
    [InlineData("- cases", 1, 1, "expected the keys cases, sources or subscriptions, found a list")]
    [InlineData("", 1, 1, "found nothing")]
    [InlineData("? [a]\n: b", 1, 3, "expected a key, found a list")]
    [InlineData("cases: []\ncases: []", 2, 1, "given twice; first on line 1")]
    public void What_is_no_import_file_is_refused(string text, int line, int column, string message)
    {
        var error = Assert.Single(ImportReader.Read(text, "bad.yaml").Errors, e => e.Message.Contains(message));

        Assert.Equal(new Place(line, column), error.Place);
    }

    [Fact]
    public void Growth_without_bound_is_refused()
    {
        Assert.Contains("nested", ImportReader.Read(new string('[', 100_000), "deep.yaml").Errors.Single().Message);
        Assert.Contains("longer", ImportReader.Read(new byte[ImportReader.MaxLength + 1], "long.yaml").Errors.Single().Message);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_where_they_stand()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("cases:\n  - name: Ю"), 0xE9, .. "\n"u8];

        var error = ImportReader.Read(bytes, "latin1.yaml").Errors.Single();

        Assert.Equal(new Place(2, 12), error.Place);
        Assert.Contains("UTF-8", error.Message);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Empty(ImportReader.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Whole)], "bom.yaml").Errors);

    [Fact]
    public void An_id_may_stand_only_once()
    {
        const string text = """
            cases:
              - {id: a, kind: person, name: A}
              - {id: a, kind: person, name: B}
            """;

        var error = Assert.Single(ImportReader.Read(text, "twice.yaml").Errors);

        Assert.Equal("twice.yaml:3:10: duplicate case \"a\"; first on line 2", error.ToString());
    }

    [Fact]
    public void A_subscription_to_a_source_asks_for_one_in_the_file_or_stored()
    {
        var reading = ImportReader.Read(
            """
            sources: [{id: court, kind: page, url: "https://court.example/"}]
            subscriptions: [{email: r@example.org, topics: [source:court, source:gazete]}]
            """,
            "s.yaml");

        Assert.NotNull(reading.Against([], ["gazete"]).File);
        Assert.Equal(
            "s.yaml:2:63: there is no source \"gazete\", neither in this file nor stored; did you mean \"gazette\"?",
            Assert.Single(reading.Against(["gazete"], ["gazette"]).Errors).ToString());
    }

    [Fact]
    public void A_subscription_to_a_case_that_is_not_in_the_file_asks_for_a_stored_one()
    {
        var reading = ImportReader.Read("subscriptions: [{email: r@example.org, topics: [case:ada-rivr]}]", "s.yaml");

        Assert.NotNull(reading.File);
        Assert.Equal(["ada-rivr"], reading.Elsewhere.Select(r => r.Id));
        Assert.NotNull(reading.Against(["ada-rivr"], []).File);
        var unknown = reading.Against(["ada-river", "other"], ["ada-rivr"]);
        Assert.Null(unknown.File);
        Assert.Equal(
            "s.yaml:1:49: there is no case \"ada-rivr\", neither in this file nor stored; did you mean \"ada-river\"?",
            Assert.Single(unknown.Errors).ToString());
    }
}
