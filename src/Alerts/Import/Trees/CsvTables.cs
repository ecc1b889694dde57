namespace Alerts.Import.Trees;

/// <summary>A table of an export as CSV.</summary>
internal sealed class CsvTable(string fileName, params string[] columns)
{
    private readonly Dictionary<string, int> places = columns.Select((column, place) => (column, place)).ToDictionary(c => c.column, c => c.place);

    public string FileName => fileName;

    public IReadOnlyList<string> Columns => columns;

    /// <exception cref="InvalidOperationException">The table has no such column: what is exported has grown, and the table has not.</exception>
    public int PlaceOf(string column) => places.TryGetValue(column, out var place)
        ? place
        : throw new InvalidOperationException($"The table {fileName} has no column for {column}.");
}

/// <summary>The tables of an export as CSV, one file each in a folder.</summary>
internal static class CsvTables
{
    /// <summary>Tells the format's version; a folder that people made by hand may go without.</summary>
    public static readonly CsvTable Format = new("format.csv", "alerts");

    public static readonly CsvTable Cases = new("cases.csv", "id", "kind", "name", "aliases", "country", "tags", "gender", "due", "timezone", "links");

    public static readonly CsvTable Events = new(
        "events.csv",
        [
            "case", "id", "type", "date", "basis", "term", "detail", "standing", "doubt", "confidence", "disputes", "told", "corrected", "decisions",
        ]);

    public static readonly CsvTable Sightings = new(
        "sightings.csv",
        [
            "case", "event", "about", "type", "date", "basis", "term", "detail", "confidence", "factors", "rule", "order",
            "quote", "url", "source", "digest", "published", "seen", "stood-before",
        ]);

    public static readonly CsvTable Sources = new(
        "sources.csv",
        ["id", "kind", "url", "name", "follow", "select", "exclude", "items", "text", "title", "date", "link", "every", "expect", "notify"]);

    public static IEnumerable<CsvTable> All => [Format, Cases, Events, Sightings, Sources];

    /// <summary>Columns that hold several texts, one on each line of the cell.</summary>
    public static bool HasLines(string column) => column is "aliases" or "tags" or "links";

    /// <summary>Columns that hold lists of more than texts, as JSON.</summary>
    public static bool HasJson(string column) => column is "disputes" or "decisions" or "factors";
}

/// <summary>
/// A spreadsheet takes a cell that begins with one of <c>= + - @</c>, a tab or a line break for a formula, and may run it (CSV injection,
/// CWE-1236). Such a cell gets an apostrophe in front, as OWASP advises, which makes it text; and so does one that begins with an apostrophe,
/// so that taking one away again gives back what was there.
/// </summary>
internal static class CsvCell
{
    public static string Write(string value) => value.Length > 0 && IsGuarded(value[0]) ? $"'{value}" : value;

    /// <summary>An apostrophe before anything else is the writer's own.</summary>
    public static string Read(string cell) => cell.Length > 1 && cell[0] == '\'' && IsGuarded(cell[1]) ? cell[1..] : cell;

    private static bool IsGuarded(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\'';
}
