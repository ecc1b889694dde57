using System.Text.Json;
using Alerts.Cases;
using Alerts.Reconcile;

namespace Alerts.Import;

/// <summary>What an import made of cases and their events; counts add up.</summary>
/// <param name="New">Cases that were not there.</param>
/// <param name="Changed">Cases whose definition was replaced.</param>
/// <param name="Events">Events that were not there.</param>
/// <param name="Sightings">What articles say of events and was not there, those of new events included.</param>
public readonly record struct CaseTally(int New, int Changed, int Events, int Sightings)
{
    public static CaseTally operator +(CaseTally a, CaseTally b) => Add(a, b);

    public static CaseTally Add(CaseTally left, CaseTally right) =>
        new(left.New + right.New, left.Changed + right.Changed, left.Events + right.Events, left.Sightings + right.Sightings);
}

/// <summary>Writes imported cases and what happened to them. Nobody is told; doing it twice changes nothing.</summary>
public sealed class CaseImporter(ICaseStore cases, ReconcileOptions options)
{
    // Workers may be writing the same case; each round at least one of them succeeds.
    private const int Tries = 20;

    // A transaction of the storage holds a hundred rows and 4 MiB, in which a character may take six bytes.
    private const int MostEvents = 50;
    private const int MostCharacters = 400_000;
    private const int MostOfOne = 32_768;

    /// <exception cref="CaseBusyException">Others won every try.</exception>
    public async Task<CaseTally> PutAsync(Case definition, CaseHistory? history, CancellationToken cancellation)
    {
        var stored = await cases.FindAsync(definition.Id, cancellation);
        var isNew = stored is null;
        if (isNew && history is not null)
        {
            return await AddAsync(history, definition, Empty(definition), cancellation) + new CaseTally(New: 1, 0, 0, 0);
        }

        // One that was merged into another goes on under that one's definition.
        var differs = isNew || (stored!.Case.Id == definition.Id && !Same(stored.Case, definition));
        if (differs)
        {
            await cases.PutAsync(definition, cancellation);
        }

        var added = history is null ? default : await AddAsync(history, definition, differs ? null : stored, cancellation);
        return added + new CaseTally(isNew ? 1 : 0, differs && !isNew ? 1 : 0, 0, 0);
    }

    /// <param name="history">What happened to a stored case.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    /// <exception cref="CaseBusyException">Others won every try.</exception>
    /// <exception cref="InvalidOperationException">The case is not stored.</exception>
    public Task<CaseTally> AddAsync(CaseHistory history, CancellationToken cancellation) => AddAsync(history, null, null, cancellation);

    /// <param name="history">What happened.</param>
    /// <param name="definition">Of a case that may be new.</param>
    /// <param name="read">The case as it was just read; null to read it.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    private async Task<CaseTally> AddAsync(CaseHistory history, Case? definition, CaseFile? read, CancellationToken cancellation)
    {
        var tally = default(CaseTally);
        bool? wasEmpty = null;
        foreach (var step in Steps(history))
        {
            for (var tried = 0; ; tried++)
            {
                var stored = read
                    ?? await cases.FindAsync(history.CaseId, cancellation)
                    ?? (definition is null ? null : Empty(definition))
                    ?? throw new InvalidOperationException($"The case {history.CaseId} went away while it was imported. Import again.");
                read = null;
                wasEmpty ??= stored.Events.Count == 0;
                var revised = CaseMerge.Of(stored, step, options, asTheyAre: wasEmpty.Value);
                if (ReferenceEquals(revised, stored))
                {
                    break;
                }

                if (await cases.TrySaveAsync(revised, [], cancellation))
                {
                    tally += new CaseTally(0, 0, revised.Events.Count - stored.Events.Count, Count(revised) - Count(stored));
                    break;
                }

                if (tried == Tries)
                {
                    throw new CaseBusyException();
                }
            }
        }

        return tally;
    }

    private static IEnumerable<CaseHistory> Steps(CaseHistory history)
    {
        var (events, characters) = (new List<RecordedEvent>(), 0);
        foreach (var recorded in history.Events)
        {
            var length = Math.Min(MostOfOne, recorded.Sightings.Sum(s => 500 + s.Evidence.Quote.Length));
            if (events.Count == MostEvents || (events.Count > 0 && characters + length > MostCharacters))
            {
                yield return history with { Events = events, Told = [] };
                (events, characters) = ([], 0);
            }

            events.Add(recorded);
            characters += length;
        }

        if (events.Count > 0)
        {
            yield return history with { Events = events, Told = [] };
        }

        foreach (var told in history.Told.Chunk(MostEvents))
        {
            yield return history with { Events = [], Told = told };
        }
    }

    private static CaseFile Empty(Case definition) => new() { Case = definition };

    private static bool Same(Case stored, Case definition) =>
        JsonSerializer.Serialize(stored, Wire.Json) == JsonSerializer.Serialize(definition, Wire.Json);

    private static int Count(CaseFile file) => file.Events.Sum(e => e.Sightings.Count);
}
