using System.Globalization;
using System.Text;
using Alerts.Cases;
using Alerts.Import.Trees;

namespace Alerts.Import;

/// <summary>
/// Makes valid parts of the pieces of a file, and notes every error. What it keeps of a file of any length is ids, places and a thousand errors.
/// </summary>
internal sealed class PartReader(string fileName, DateTimeOffset now)
{
    /// <summary>Of what is exported; goes up when an older program could no longer read all of it rightly.</summary>
    public const int Version = 1;

    private static readonly string[] Known = ["cases", "events", "sources", "subscriptions", "alerts", "exported"];

    private readonly Problems problems = new(fileName);
    private readonly Dictionary<string, (CaseKind Kind, Place Place)> cases = [];
    private readonly Dictionary<string, Place> sources = [];
    private readonly List<Reference> mentioned = [];
    private readonly HashSet<(string, CaseEventType)> happened = [];

    private bool subscribes;

    /// <summary>The events of one case that stand together at the foot of the file.</summary>
    private (string CaseId, List<CaseEntry> Entries)? run;

    /// <summary>Once all parts have been gone through.</summary>
    /// <param name="file">What they came to; null where they were not kept.</param>
    public ImportReading Reading(ImportFile? file)
    {
        foreach (var (_, id, place, type) in mentioned)
        {
            if (type is { } known && cases.TryGetValue(id, out var watched) && !Vocabulary.CanHappenTo(watched.Kind, known))
            {
                problems.Add(place, $"\"type\": {Vocabulary.Complaint(watched.Kind, known, null, null, null, default)}");
            }
        }

        return new ImportReading
        {
            FileName = fileName,
            File = problems.Any ? null : file,
            Errors = problems.All,
            MoreErrors = problems.More,
            Defined = [.. cases.Keys],
            DefinedSources = [.. sources.Keys],
            HasSubscribers = subscribes,
            Elsewhere = [.. mentioned.Where(m => !(m.What == "case" ? cases.ContainsKey(m.Id) : sources.ContainsKey(m.Id)))],
        };
    }

    public IEnumerable<ImportPart> Parts(IEnumerable<Piece> pieces)
    {
        var keys = new Dictionary<string, Place>();
        using var each = pieces.GetEnumerator();
        while (TryNext(each) && IsReadable(each.Current))
        {
            foreach (var part in Parts(each.Current, keys))
            {
                yield return part;
            }
        }

        foreach (var part in EndRun(null))
        {
            yield return part;
        }
    }

    /// <summary>Notes what makes the file unreadable from here on.</summary>
    private bool TryNext<T>(IEnumerator<T> each)
    {
        try
        {
            return each.MoveNext();
        }
        catch (UnreadableFileException bad)
        {
            problems.Add(bad.Place, bad.Message);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new Place(1, 1), "the file is not UTF-8; save it as UTF-8");
        }

        return false;
    }

    private IEnumerable<ImportPart> Parts(Piece piece, Dictionary<string, Place> keys)
    {
        if (!piece.IsItem)
        {
            NoteKey(piece.Key, keys);
        }

        switch (piece.Key.Text)
        {
            case "cases":
                return Entry(piece, "case") is { } watched ? ReadCase(watched) : [];
            case "events":
                return Entry(piece, "event") is { } entry ? ReadEvent(entry) : [];
            case "sources":
                return Entry(piece, "source") is { } source ? ReadSource(source) : [];
            case "subscriptions":
                subscribes = true;
                return Entry(piece, "subscription") is { } subscription && SubscriptionSection.Read(subscription, problems, mentioned) is { Value: var subscriber }
                    ? [new SubscriberPart(subscriber)]
                    : [];
            default:
                return [];
        }
    }

    private void NoteKey(TextNode key, Dictionary<string, Place> keys)
    {
        if (!keys.TryAdd(key.Text, key.Place))
        {
            problems.Add(key.Place, $"\"{key.Text}\" is given twice; first on line {keys[key.Text].Line}");
        }
        else if (!Known.Contains(key.Text))
        {
            problems.Add(key.Place, $"unknown key \"{key.Text}\" in a file{Spelling.Hint(key.Text, Known)} (known: {string.Join(", ", Known)})");
        }
    }

    /// <returns>false for a file of a version that this program does not know: whatever else it would say of it may be wrong.</returns>
    private bool IsReadable(Piece piece)
    {
        if (piece.Key.Text != "alerts")
        {
            return true;
        }

        var place = piece.Value?.Place ?? piece.Key.Place;
        if (!int.TryParse((piece.Value as TextNode)?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version == 0)
        {
            problems.Add(place, $"\"alerts\": expected the number of the format, such as {Version}");
            return false;
        }

        if (version > Version)
        {
            problems.Add(place, $"made by a newer version of Alerts: format {version}; this one reads up to {Version}. Update Alerts, then import again");
        }

        return version <= Version;
    }

    /// <returns>null for what is no item of the list: its beginning, or an error.</returns>
    private Entry? Entry(Piece piece, string what)
    {
        switch (piece)
        {
            case { Value: null or NothingNode, IsItem: false }:
                return null;
            case { IsItem: false, Value: var wrong }:
                problems.Add(wrong.Place, $"\"{piece.Key.Text}\": expected a list, found {wrong.Kind}");
                return null;
            case { Value: MapNode map }:
                return new Entry(map, what, problems);
            default:
                problems.Add(piece.Value!.Place, $"\"{piece.Key.Text}\": expected {Import.Entry.Article(what)} {what} with its keys, found {piece.Value.Kind}");
                return null;
        }
    }

    private IEnumerable<ImportPart> ReadCase(Entry entry)
    {
        var watched = CaseSection.Read(entry);
        var id = watched?.Value.Id ?? "";
        var entries = entry.Entries("events", "event").Select(e => EventSection.Read(e, id, watched?.Value.Kind, now)).OfType<CaseEntry>().ToList();
        entry.Finish();
        if (watched is not { Value: var definition, Place: var place })
        {
            return [];
        }

        if (!cases.TryAdd(id, (definition.Kind, place)))
        {
            problems.Add(place, $"duplicate case \"{id}\"; first on line {cases[id].Place.Line}");
        }

        return [new CasePart(definition, entries.Count == 0 ? null : History(id, entries, place))];
    }

    private IEnumerable<ImportPart> ReadEvent(Entry entry)
    {
        var of = entry.Required("case", Forms.Slug);
        CaseKind? kind = of is { Value: var named } && cases.TryGetValue(named, out var watched) ? watched.Kind : null;
        if (EventSection.Read(entry, of?.Value ?? "", kind, now) is not { } read || of is not { Value: var id, Place: var place })
        {
            return [];
        }

        var type = read.Recorded?.Type ?? read.Told!.Type;
        if (happened.Add((id, type)))
        {
            mentioned.Add(new Reference("case", id, place, type));
        }

        var ended = EndRun(id);
        run ??= (id, new List<CaseEntry>());
        run.Value.Entries.Add(read);
        return ended;
    }

    private IEnumerable<ImportPart> EndRun(string? next)
    {
        if (run is not { } ended || ended.CaseId == next)
        {
            return [];
        }

        run = null;
        return [new HistoryPart(History(ended.CaseId, ended.Entries, new Place(1, 1)))];
    }

    private CaseHistory History(string caseId, IReadOnlyList<CaseEntry> entries, Place place)
    {
        var events = entries.Select(e => e.Recorded).OfType<RecordedEvent>().ToList();
        foreach (var repeat in events.GroupBy(e => e.Id).Where(g => g.Count() > 1))
        {
            problems.Add(place, $"duplicate event \"{repeat.Key}\" of the case \"{caseId}\"");
        }

        return new CaseHistory(caseId, events, [.. entries.Select(e => e.Told).OfType<CaseEvent>()]);
    }

    private IEnumerable<ImportPart> ReadSource(Entry entry)
    {
        if (SourceSection.Read(entry) is not { Value: var source, Place: var place })
        {
            return [];
        }

        if (!sources.TryAdd(source.Id, place))
        {
            problems.Add(place, $"duplicate source \"{source.Id}\"; first on line {sources[source.Id].Line}");
        }

        return [new SourcePart(source)];
    }
}
