using System.Reflection;
using System.Text.Json;
using Alerts.Cases;
using Alerts.Export;
using Alerts.Import;
using Alerts.Reconcile;
using Alerts.Tests.Import;
using CsCheck;

namespace Alerts.Tests.Export;

/// <summary>What was exported comes back the same, in every format.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly string[] Words =
    [
        "null", "~", "yes", "12", "=1+1", "+7 700", "-", "@home", "'", "''=", "\"", "a,b", "a;b", ": ", " #x", "{}", "[]", "- a", "\t", "\n", "\r\n", "\\", "%", "&a", "*a", "!b",
        "|", ">", "Ерлан Балтабай", "ақиқат", "العدل", "😀", "\u0085", "\u2028", "\u200f", "  two  ", "a:b", "?", "\u0001", "\ufeff",
    ];

    private static readonly Gen<string> Prose =
        Gen.OneOf(Words).List[1, 6].Select(words => string.Concat(words)).Where(text => text.Length > 0);

    private static readonly Gen<string> Line = Prose.Select(text => string.Concat(text.Where(c => !char.IsControl(c))).Trim()).Where(line => line.Length > 0);

    private static readonly Gen<CaseEvent> Sighting =
        from quote in Prose
        from page in Gen.Int[0, 9]
        from type in Gen.OneOf(CaseEventType.Detained, CaseEventType.Sentenced, CaseEventType.Released)
        from date in Gen.OneOf<string?>(null, "2019", "2019-03", "2019-03-05")
        from term in Gen.OneOf<string?>(null, "P5Y")
        from detail in Line
        from confidence in Gen.Double[0, 1]
        from minutes in Gen.Int[0, 1_000_000]
        select new CaseEvent
        {
            CaseId = "a",
            Type = type,
            Date = date is null ? null : PartialDate.Parse(date),
            Term = term,
            Detail = detail,
            Confidence = confidence,
            Rule = "test",
            Order = page,
            Evidence = new Evidence { Quote = quote, Url = new Uri($"https://news.example/{page}"), Seen = new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes) },
        };

    private static readonly Gen<CaseFile> File =
        from number in Gen.Int[0, 999]
        from name in Line
        from aliases in Line.List[0, 3]
        from sightings in Sighting.List[1, 3].List[0, 4]
        from standing in Gen.Enum<Standing>()
        from told in Gen.Bool
        select FileOf($"case-{number}", name, aliases, sightings, standing, told);

    private readonly string folder = Directory.CreateTempSubdirectory("alerts-test-").FullName;

    public static TheoryData<ImportFormat> Formats => [ImportFormat.Yaml, ImportFormat.Json, ImportFormat.Csv];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_has_something_of_everything_comes_back_whole(ImportFormat format)
    {
        var shelf = new Shelf().With(FileOf(Full.Person, [Full.Event])).With(FileOf(Full.Law, []));
        await shelf.PutAsync(Full.Api, Cancellation);
        await shelf.PutAsync(Full.List, Cancellation);

        var back = await ThereAndBackAsync(shelf, format);

        Assert.Equal(Text(shelf), Text(back));
        Assert.Equal(shelf.Sources, back.Sources);
    }

    /// <summary>A property that is added to what is kept is to be added to what is exported, and here.</summary>
    [Fact]
    public void The_things_of_these_tests_do_have_something_of_everything()
    {
        object[] things = [Full.Person, Full.Law, Full.Event, Full.Sighting, Full.Sighting.Evidence, Full.Event.Decision!, Full.Event.Decision!.Edit!, Full.Api, Full.List];

        var empty = things.GroupBy(t => t.GetType()).SelectMany(type => type.Key.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && type.All(thing => IsEmpty(p.GetValue(thing), p.PropertyType)))
            .Select(p => $"{type.Key.Name}.{p.Name}"));

        Assert.Empty(empty);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_cases_and_events_come_back_with_the_same_ids_decisions_marks_and_states(ImportFormat format) =>
        File.List[1, 4].Sample(
            files =>
            {
                var shelf = files.Aggregate(new Shelf(), (shelf, file) => shelf.With(file));
                var back = ThereAndBackAsync(shelf, format).GetAwaiter().GetResult();
                return Text(shelf) == Text(back);
            },
            iter: 60,
            threads: 1,
            print: files => string.Join("\n", files.Select(f => JsonSerializer.Serialize(f, Wire.Json))));

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Importing_what_is_there_writes_nothing(ImportFormat format)
    {
        var shelf = new Shelf().With(FileOf(Full.Person, [Full.Event])).With(FileOf(Full.Law, []));
        var path = await ExportAsync(shelf, format);

        var report = await ImportAsync(path, format, shelf);

        Assert.Equal((default, 0), (report.Tally, shelf.Writes));
        Assert.Equal((2, 1), (report.Cases, report.Events));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Events_can_be_exported_without_their_cases_and_added_to_them(ImportFormat format)
    {
        var shelf = new Shelf().With(FileOf(Full.Person, [Full.Event])).With(FileOf(Full.Law, []));
        var path = Path.Combine(folder, $"events.{Word.Of(format)}");
        await Exporter(shelf).SaveAsync(new ExportScope([ExportSection.Events], null), format, path, null, Cancellation);
        var bare = new Shelf().With(FileOf(Full.Person, [])).With(FileOf(Full.Law, []));

        var reading = new ImportInput(path, format, TimeProvider.System).Check(null, Cancellation);
        await ImportAsync(path, format, bare);

        Assert.Equal([Full.Person.Id], reading.Elsewhere.Select(e => e.Id));
        Assert.Equal(Text(shelf), Text(bare));
    }

    [Fact]
    public async Task A_case_of_many_events_is_saved_in_steps_and_comes_back_whole()
    {
        var events = Enumerable.Range(0, 230).Select(n => Full.Event with { Id = StableId.Of($"{n}"), Sightings = [Full.Sighting with { Rule = $"{n}" }] }).ToList();
        var shelf = new Shelf().With(FileOf(Full.Person, events));

        var back = await ThereAndBackAsync(shelf, ImportFormat.Json);

        Assert.Equal(Text(shelf), Text(back));
        Assert.InRange(back.Writes, 5, 10);
    }

    [Fact]
    public async Task The_tables_may_be_in_any_order()
    {
        var shelf = new Shelf().With(FileOf(Full.Person, [Full.Event, Full.Event with { Id = "b" }])).With(FileOf(Full.Law, [Full.Event with { Id = "c", Type = CaseEventType.Review }]));
        var path = await ExportAsync(shelf, ImportFormat.Csv);
        foreach (var table in new[] { "cases.csv", "events.csv", "sightings.csv" }.Select(name => Path.Combine(path, name)))
        {
            // Rows end with CR LF, and lines within a cell do not.
            var rows = (await System.IO.File.ReadAllTextAsync(table, Cancellation)).Replace("court\r\n", "court¶").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            await System.IO.File.WriteAllTextAsync(table, string.Join("\r\n", rows.Skip(1).Reverse().Prepend(rows[0])).Replace("court¶", "court\r\n"), Cancellation);
        }

        var back = new Shelf();
        await ImportAsync(path, ImportFormat.Csv, back);

        Assert.Equal(Text(shelf), Text(back));
    }

    [Fact]
    public async Task No_cell_of_a_table_can_run_in_a_spreadsheet()
    {
        var path = await ExportAsync(new Shelf().With(FileOf(Full.Person, [Full.Event])), ImportFormat.Csv);

        foreach (var table in Directory.GetFiles(path))
        {
            using var reader = CsvHelper.CsvReader.Create(System.IO.File.ReadAllBytes(table));
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    Assert.DoesNotMatch(@"\A[=+\-@\t\r]", reader.GetString(i));
                }
            }
        }

        Assert.Contains("'+ \"\"Five months", await System.IO.File.ReadAllTextAsync(Path.Combine(path, "sightings.csv"), Cancellation));
    }

    [Fact]
    public async Task An_export_that_fails_leaves_what_was_there()
    {
        var path = await ExportAsync(new Shelf().With(FileOf(Full.Law, [])), ImportFormat.Yaml);
        var before = await System.IO.File.ReadAllTextAsync(path, Cancellation);

        await Assert.ThrowsAsync<OperationCanceledException>(() => Exporter(new Shelf().With(FileOf(Full.Person, [Full.Event])))
            .SaveAsync(All, ImportFormat.Yaml, path, new Failing(), Cancellation));

        Assert.Equal(before, await System.IO.File.ReadAllTextAsync(path, Cancellation));
        Assert.Equal([Path.GetFileName(path)], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ExportScope All => new(Enum.GetValues<ExportSection>(), null);

    private static Exporter Exporter(Shelf shelf) => new(shelf, shelf, TimeProvider.System);

    private async Task<Shelf> ThereAndBackAsync(Shelf shelf, ImportFormat format)
    {
        var back = new Shelf();
        await ImportAsync(await ExportAsync(shelf, format), format, back);
        return back;
    }

    private async Task<string> ExportAsync(Shelf shelf, ImportFormat format)
    {
        var path = Path.Combine(folder, $"export.{Word.Of(format)}");
        await Exporter(shelf).SaveAsync(All, format, path, null, Cancellation);
        return path;
    }

    private static Task<ImportReport> ImportAsync(string path, ImportFormat format, Shelf into)
    {
        var input = new ImportInput(path, format, TimeProvider.System);
        Assert.Empty(input.Check(null, Cancellation).Errors);
        return into.Importer.RunAsync(input.Parts(), null, Cancellation);
    }

    private static CaseFile FileOf(Case watched, IReadOnlyList<RecordedEvent> events) => new() { Case = watched, Events = events, State = Fold.State(watched, events) };

    private static CaseFile FileOf(string id, string name, List<string> aliases, List<List<CaseEvent>> sightings, Standing standing, bool told) => FileOf(
        new Case { Id = id, Kind = CaseKind.Person, Name = name[..Math.Min(name.Length, 200)].Trim(), Aliases = aliases },
        [.. sightings.Select((s, n) => new RecordedEvent
        {
            Id = StableId.Of(id, $"{n}"),
            Type = s[0].Type,
            Date = s[0].Date,
            Term = s[0].Term,
            Detail = s[0].Detail,
            Standing = standing,
            Confidence = s.Max(x => x.Confidence),
            Sightings = [.. s.Select(x => x with { CaseId = id }).Order(SightingOrder.Clearest)],
            Told = told ? StableId.Of(id, $"{n}", "told") : null,
            Decisions = standing is Standing.Rejected ? [new Decision { Standing = standing, By = "desk", At = DateTimeOffset.UnixEpoch }] : [],
        })]);

    private static string Text(Shelf shelf) => string.Join('\n', shelf.Files.Select(f =>
        JsonSerializer.Serialize(f with { Version = null, Events = [.. f.Events.OrderBy(e => e.Id, StringComparer.Ordinal)] }, Wire.Json)));

    private static bool IsEmpty(object? value, Type type) =>
        value is null or "" or System.Collections.ICollection { Count: 0 } || (type.IsValueType && Nullable.GetUnderlyingType(type) is null && !type.IsEnum && value.Equals(Activator.CreateInstance(type)));

    private sealed class Failing : IProgress<(int Cases, int Written)>
    {
        public void Report((int Cases, int Written) value) => throw new OperationCanceledException();
    }
}
