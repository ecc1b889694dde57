namespace Alerts.Import.Trees;

/// <summary>The tables of a folder put together to the same pieces that a file of YAML or JSON has: events stand under their case, sightings under their event.</summary>
internal static class CsvFolder
{
    /// <exception cref="UnreadableFileException">Some table is missing or wrong; thrown while the pieces are gone through.</exception>
    public static IEnumerable<Piece> Pieces(string folder)
    {
        var path = Path.Combine(folder, CsvTables.Cases.FileName);
        if (!File.Exists(path))
        {
            throw new UnreadableFileException(
                new Place(1, 1),
                $"there is no {CsvTables.Cases.FileName} in this folder; an export as CSV has one, and beside it events.csv, sightings.csv and sources.csv as far as there is anything in them");
        }

        foreach (var format in Optional(folder, CsvTables.Format))
        {
            yield return new Piece(new TextNode(format.Place, "alerts"), format.Find("alerts"));
        }

        using var events = new RowGroups(Path.Combine(folder, CsvTables.Events.FileName), row => Text(row, "case"));
        using var sightings = new RowGroups(Path.Combine(folder, CsvTables.Sightings.FileName), row => Text(row, "case"));
        var cases = new TextNode(new Place(1, 1, path), "cases");
        yield return new Piece(cases, null);
        foreach (var row in CsvRows.Of(path))
        {
            var told = Told(row.Find("id") is TextNode id ? id.Text : "", events, sightings);
            yield return new Piece(cases, With(row, "events", [.. told.Select(e => Without(e, "case"))]), IsItem: true);
        }

        var further = new TextNode(new Place(1, 1, path), "events");
        yield return new Piece(further, null);
        foreach (var told in events.Left.SelectMany(id => Told(id, events, sightings)))
        {
            yield return new Piece(further, told, IsItem: true);
        }

        if (sightings.Left.SelectMany(sightings.Take).FirstOrDefault() is { } stray)
        {
            throw Stray(stray);
        }

        var sources = new TextNode(new Place(1, 1, path), "sources");
        yield return new Piece(sources, null);
        foreach (var row in Optional(folder, CsvTables.Sources))
        {
            yield return new Piece(sources, row, IsItem: true);
        }
    }

    /// <summary>A case's events, each with its sightings.</summary>
    private static List<MapNode> Told(string caseId, RowGroups events, RowGroups sightings)
    {
        var seen = sightings.Take(caseId).GroupBy(row => Text(row, "event")).ToDictionary(g => g.Key, g => g.ToList());
        var told = events.Take(caseId).Select(e => seen.Remove(Text(e, "id"), out var of)
            ? With(e, "sightings", [.. of.Select(s => Without(Without(s, "case"), "event"))])
            : e).ToList();
        return seen.Count == 0 ? told : throw Stray(seen.First().Value[0]);
    }

    private static UnreadableFileException Stray(MapNode sighting) => new(
        sighting.Place,
        $"there is no event \"{Text(sighting, "event")}\" of the case \"{Text(sighting, "case")}\" in {CsvTables.Events.FileName}");

    private static IEnumerable<MapNode> Optional(string folder, CsvTable table)
    {
        var path = Path.Combine(folder, table.FileName);
        return File.Exists(path) ? CsvRows.Of(path) : [];
    }

    private static string Text(MapNode row, string key) => row.Find(key) is TextNode text ? text.Text : "";

    private static MapNode With(MapNode row, string key, IReadOnlyList<Node> items) => items.Count == 0
        ? row
        : row with { Entries = [.. row.Entries, new(new TextNode(row.Place, key), new ListNode(row.Place, items))] };

    private static MapNode Without(MapNode row, string key) => row with { Entries = [.. row.Entries.Where(e => e.Key.Text != key)] };
}
