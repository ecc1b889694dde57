using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>
/// Makes two cases one, or gives a case another id. What was known moves over step by step, each of which can be repeated: a move that was
/// cut off is finished by moving again.
/// </summary>
public sealed class CaseMove(ICaseStore cases, ReconcileOptions options)
{
    /// <summary>Each event may bring its news along, and one transaction holds a hundred rows.</summary>
    private const int EventsAtOnce = 40;

    private const int Tries = 20;

    /// <param name="from">The case that ends. Its id leads to the other one from then on.</param>
    /// <param name="into">The case that goes on, stored already.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    /// <returns>The events that were brought over.</returns>
    /// <exception cref="ReviewException">The two cannot be one case.</exception>
    /// <exception cref="CaseBusyException">Other writers won every try; what was moved is moved.</exception>
    public async Task<int> MergeAsync(string from, string into, CancellationToken cancellation)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var ending = await cases.FindAsync(from, cancellation) ?? throw new ReviewException($"There is no case {from}.");
            if (ending.Case.Id == into && from != into)
            {
                await cases.TryMoveAsync(from, version: null, into, cancellation);
                return 0;
            }

            var going = await cases.FindAsync(into, cancellation) ?? throw new ReviewException($"There is no case {into}.");
            if (Refusal(ending.Case, going.Case) is { } refusal)
            {
                throw new ReviewException(refusal);
            }

            await cases.PutAsync(Joined(going.Case, ending.Case), cancellation);
            if (await BringAsync(ending, into, cancellation) && await cases.TryMoveAsync(from, ending.Version, into, cancellation))
            {
                return ending.Events.Count;
            }
        }

        throw new CaseBusyException();
    }

    private static string? Refusal(Case ending, Case going) =>
        ending.Kind != going.Kind ? $"{ending.Id} is of kind {Word.Of(ending.Kind)} and {going.Id} of kind {Word.Of(going.Kind)}: they cannot be one case."
        : ending.Id == going.Id ? $"{going.Id} is one case already."
        : null;

    /// <summary>Articles go on to use the names of both.</summary>
    private static Case Joined(Case going, Case ending) => going with
    {
        Aliases = [.. going.Aliases.Append(ending.Name).Concat(ending.Aliases).Where(a => a != going.Name).Distinct(StringComparer.Ordinal)],
        Tags = [.. going.Tags.Concat(ending.Tags).Distinct(StringComparer.OrdinalIgnoreCase)],
        Links = [.. going.Links.Concat(ending.Links).Distinct()],
        Country = going.Country ?? ending.Country,
        Gender = going.Gender ?? ending.Gender,
        Due = going.Due ?? ending.Due,
        TimeZone = going.TimeZone ?? ending.TimeZone,
    };

    private async Task<bool> BringAsync(CaseFile ending, string into, CancellationToken cancellation)
    {
        foreach (var some in ending.Events.Chunk(EventsAtOnce))
        {
            var news = new List<CaseNews>();
            foreach (var told in some.Select(e => e.Told).OfType<string>())
            {
                if (await cases.FindNewsAsync(ending.Case.Id, told, cancellation) is { } found)
                {
                    news.Add(found with { CaseId = into });
                }
            }

            var going = (await cases.FindAsync(into, cancellation))!;
            var known = going.Events.SelectMany(e => e.Sightings).Select(Sightings.Key).ToHashSet();
            var brought = some.Where(e => e.Decision is not null ? !going.Events.Any(g => g.Id == e.Id) : !e.Sightings.All(s => known.Contains(Sightings.Key(s)))).Select(e => Belonging(e, into));
            var events = Chronicle.Anew(going.Case, [.. going.Events, .. brought], options);
            if (!await cases.TrySaveAsync(going with { Events = events, State = Fold.State(going.Case, events) }, news, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private static RecordedEvent Belonging(RecordedEvent recorded, string caseId) =>
        recorded with { Sightings = [.. recorded.Sightings.Select(s => s with { CaseId = caseId })] };
}
