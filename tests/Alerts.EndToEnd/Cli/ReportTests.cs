using System.CommandLine;
using System.Text.Json;
using Alerts.Cases;
using Alerts.Cli.Commands.Cases;
using Alerts.Cli.Commands.Check;
using Alerts.Cli.Terminal;
using Alerts.Extract;

namespace Alerts.EndToEnd.Cli;

public class ReportTests
{
    private static readonly CaseEvent Released = new()
    {
        CaseId = "ada-river",
        Type = CaseEventType.Released,
        Date = PartialDate.Parse("2031-04"),
        DateBasis = DateBasis.Stated,
        Detail = "parole",
        Confidence = 0.91234,
        Factors = [new("name", 0.97), new("role", 1), new("wording", 0.94)],
        Rule = "released.passive",
        Evidence = new Evidence
        {
            Quote = "Ада «Ривер» was \u001b[31mreleased\u202e [bold]on parole[/] <in> April 2031 🌊.",
            Url = new Uri("https://example.org/a"),
            Seen = DateTimeOffset.UnixEpoch,
        },
    };

    [Fact]
    public void Json_has_exactly_the_promised_keys_and_readable_text()
    {
        var line = Written(screen => ExtractionReport.Json(screen, new Extraction([Released], []))).TrimEnd('\n');

        using var json = JsonDocument.Parse(line);
        Assert.Equal(
            ["case", "type", "date", "term", "detail", "quote", "confidence", "rule"],
            json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("term").ValueKind);
        Assert.Equal(Released.Evidence.Quote, json.RootElement.GetProperty("quote").GetString());
        Assert.Contains("Ада «Ривер»", line);
        Assert.DoesNotContain('\u001b', line);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void Text_of_others_cannot_speak_to_the_terminal_and_is_no_markup()
    {
        var text = Written(screen => ExtractionReport.Events(screen, new Extraction([Released], []), []));

        Assert.Contains("“Ада «Ривер» was  [31mreleased  [bold]on parole[/] <in> April 2031 🌊.”", text);
        Assert.Contains("ada-river  released  2031-04 (stated)  parole", text);
        Assert.Contains("rule released.passive · confidence 0.91 = name 0.97 × wording 0.94", text);
        Assert.DoesNotContain(text, c => c != '\n' && char.IsControl(c));
    }

    [Fact]
    public void How_a_text_was_cut_and_why_a_candidate_was_turned_down_is_told()
    {
        var turned = new TurnedDown("ada-river", CaseEventType.Released, "free", "Free Ada River now.", "demand");

        var text = Written(screen => ExtractionReport.Explanation(screen, new Extraction([], [turned]) { Sentences = ["{Free: infinitive} [Ada River = ada-river] now."] }));

        Assert.Contains("{Free: infinitive} [Ada River = ada-river] now.", text);
        Assert.Contains("demand  released of ada-river, for the words “free”", text);
        Assert.Contains("“Free Ada River now.”", text);
    }

    [Fact]
    public void A_piped_table_is_lines_that_do_not_wrap()
    {
        var long1 = new string('x', 300);

        var lines = Written(screen => screen.Table(["id", "text"], [["a", long1], ["b", "[red]y[/]"]])).TrimEnd('\n').Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.Contains(long1, lines[1]);
        Assert.Contains("[red]y[/]", lines[2]);
    }

    [Fact]
    public void A_case_shows_where_it_stands_and_the_event_that_brought_it_there()
    {
        var file = new CaseFile
        {
            Case = new Case { Id = "ada-river", Kind = CaseKind.Person, Name = "Ada River", Country = "KZ", Tags = ["activist"] },
            State = new CaseState { Status = CaseStatus.ReleasedConditionally, Since = Released.Date, ByEvent = "e2" },
            Events =
            [
                Recorded("e2", CaseEventType.Released, "2031-04", 1),
                Recorded("e1", CaseEventType.Sentenced, "2030", 0),
            ],
        };

        var text = Written(screen => CaseReport.Print(screen, file, new DateOnly(2031, 5, 1), telemetryId: "0123456789ab"));

        Assert.Contains("Status    released-conditionally since 2031-04, because: released (marked ► below)", text);
        Assert.Contains("► 2031-04    released", text);
        Assert.Contains("Telemetry 0123456789ab", text);
        Assert.True(text.IndexOf("sentenced", StringComparison.Ordinal) < text.IndexOf("► 2031-04", StringComparison.Ordinal));
        Assert.Contains("https://example.org/a", text);
    }

    private static RecordedEvent Recorded(string id, CaseEventType type, string date, int order) => new()
    {
        Id = id,
        Type = type,
        Date = PartialDate.Parse(date),
        Standing = Standing.Accepted,
        Confidence = 1,
        Sightings = [Released with { Order = order }],
    };

    /// <summary>What a command writes that does just this.</summary>
    private static string Written(Action<Screen> write)
    {
        var command = new RootCommand();
        command.SetAction(parsed => write(Screen.Of(parsed)));
        var output = new StringWriter { NewLine = "\n" };
        command.Parse([]).Invoke(new InvocationConfiguration { Output = output });
        return output.ToString().ReplaceLineEndings("\n");
    }
}
