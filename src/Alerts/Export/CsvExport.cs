using System.Globalization;
using System.Text;
using Alerts.Import.Trees;
using CsvHelper;

namespace Alerts.Export;

/// <summary>
/// Tables in a folder (RFC 4180, UTF-8 with a mark, so that a spreadsheet takes it for what it is): cases, their events, the events' sightings, and
/// sources.
/// </summary>
internal sealed class CsvExport : IExportFormat, IDisposable
{
    private readonly string folder;
    private readonly Dictionary<CsvTable, CsvWriter> tables = [];
    private string section = "";

    /// <param name="folder">Exists, and holds nothing that is to be kept.</param>
    public CsvExport(string folder)
    {
        this.folder = folder;

        // Even where no case is exported: the table that makes the folder an export.
        Open(CsvTables.Cases);
    }

    public void Begin(int version, DateTimeOffset now) => Row(CsvTables.Format, [("alerts", version.ToString(CultureInfo.InvariantCulture))]);

    public void Section(string key) => section = key;

    public void Item(MapNode item)
    {
        switch (section)
        {
            case "cases":
                Row(CsvTables.Cases, Cells(item));
                var of = ((TextNode)item.Find("id")!).Text;
                foreach (var told in Items(item, "events"))
                {
                    Event(of, told);
                }

                break;
            case "events":
                Event(((TextNode)item.Find("case")!).Text, item);
                break;
            default:
                Row(CsvTables.Sources, Cells(item));
                break;
        }
    }

    public void End() => Dispose();

    public void Dispose()
    {
        foreach (var table in tables.Values)
        {
            table.Dispose();
        }

        tables.Clear();
    }

    private void Event(string caseId, MapNode told)
    {
        Row(CsvTables.Events, [.. Cells(told).Where(c => c.Column != "case").Prepend(("case", caseId))]);
        var id = ((TextNode)told.Find("id")!).Text;
        foreach (var sighting in Items(told, "sightings"))
        {
            Row(CsvTables.Sightings, [("case", caseId), ("event", id), .. Cells(sighting)]);
        }
    }

    private static IEnumerable<MapNode> Items(MapNode item, string key) => item.Find(key) is ListNode list ? list.Items.Cast<MapNode>() : [];

    /// <summary>Lists that have a table of their own are left out.</summary>
    private static IEnumerable<(string Column, string Text)> Cells(MapNode item) => item.Entries
        .Where(e => e.Key.Text is not ("events" or "sightings"))
        .Select(e => (e.Key.Text, e.Value switch
        {
            TextNode text => text.Text,
            ListNode list when CsvTables.HasLines(e.Key.Text) => string.Join('\n', list.Items.Cast<TextNode>().Select(t => t.Text)),
            var list => JsonExport.Text(list),
        }));

    private void Row(CsvTable table, IEnumerable<(string Column, string Text)> cells)
    {
        var row = new string[table.Columns.Count];
        Array.Fill(row, "");
        foreach (var (column, text) in cells)
        {
            row[table.PlaceOf(column)] = CsvCell.Write(text);
        }

        Open(table).WriteRecord(row);
    }

    private CsvWriter Open(CsvTable table)
    {
        if (!tables.TryGetValue(table, out var writer))
        {
            var text = new StreamWriter(Path.Combine(folder, table.FileName), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            tables[table] = writer = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: false);
            writer.WriteRecord([.. table.Columns]);
        }

        return writer;
    }
}
