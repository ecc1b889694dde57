using Alerts.Cases;
using Alerts.Reconcile;

namespace Alerts.Faults;

/// <summary>Many articles about few cases, as many workers enter them at once.</summary>
public static class Crowd
{
    private const int EventsPerCase = 30;

    private static readonly DateOnly FirstDay = new(2026, 1, 5);
    private static readonly (CaseEventType Type, string? Term, string? Detail)[] Happenings =
    [
        (CaseEventType.Detained, null, null), (CaseEventType.Charged, null, null), (CaseEventType.Hearing, null, null),
        (CaseEventType.Sentenced, "P3Y", null), (CaseEventType.AppealRejected, null, null), (CaseEventType.Released, null, "parole"),
    ];

    public static IReadOnlyList<Case> Cases(int count) =>
        [.. Enumerable.Range(0, count).Select(n => new Case { Id = $"prisoner-{n}", Kind = CaseKind.Person, Name = $"Prisoner {n}", Country = "KZ" })];

    /// <summary>
    /// Each tells two events of one case; every event is told by several articles, in a mixed order. All are news on the day they are first told.
    /// </summary>
    public static IReadOnlyList<(string CaseId, IReadOnlyList<CaseEvent> Sightings)> Articles(int count, IReadOnlyList<Case> cases)
    {
        var random = new Random(count);
        return
        [
            .. from article in Enumerable.Range(0, count)
               let caseId = cases[random.Next(cases.Count)].Id
               let first = random.Next(EventsPerCase)
               select (caseId, (IReadOnlyList<CaseEvent>)[Sighting(caseId, first, article, 0), Sighting(caseId, (first + 1) % EventsPerCase, article, 1)]),
        ];
    }

    /// <param name="caseId">The case.</param>
    /// <param name="number">Which of its events: one every six days.</param>
    /// <param name="article">Which article tells it.</param>
    /// <param name="order">Its place in the article.</param>
    public static CaseEvent Sighting(string caseId, int number, int article, int order)
    {
        var (type, term, detail) = Happenings[number % Happenings.Length];
        var day = FirstDay.AddDays(number * 6);
        return new CaseEvent
        {
            CaseId = caseId,
            Type = type,
            Date = PartialDate.Parse($"{day:yyyy-MM-dd}"),
            DateBasis = DateBasis.Stated,
            Term = term,
            Detail = detail,
            Confidence = 0.9,
            Rule = "crowd",
            Order = order,
            Evidence = new Evidence
            {
                Quote = $"Article {article} tells of event {number}.",
                Url = new Uri($"https://news.example/{article}"),
                Published = day.AddDays(1),
                Seen = new DateTimeOffset(day.AddDays(1), new TimeOnly(12, 0), TimeSpan.Zero),
            },
        };
    }

    /// <summary>Enters all articles through the case book.</summary>
    /// <param name="book">The real one, over a real store.</param>
    /// <param name="articles">What they tell.</param>
    /// <param name="workers">How many at once.</param>
    /// <returns>The news that the workers were given to announce, and how many articles were turned away by a busy case.</returns>
    public static async Task<(IReadOnlyList<CaseNews> News, int TurnedAway)> EnterAsync(
        CaseBook book, IEnumerable<(string CaseId, IReadOnlyList<CaseEvent> Sightings)> articles, int workers)
    {
        var (news, turnedAway) = (new System.Collections.Concurrent.ConcurrentBag<CaseNews>(), 0);
        await Parallel.ForEachAsync(articles, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (article, cancellation) =>
        {
            try
            {
                var entered = await book.EnterAsync(article.CaseId, article.Sightings, cancellation);
                foreach (var told in entered!.News)
                {
                    news.Add(told);
                }
            }
            catch (CaseBusyException)
            {
                Interlocked.Increment(ref turnedAway);
            }
        });
        return ([.. news], turnedAway);
    }

    /// <summary>The same, one article after the other and without a store.</summary>
    public static IReadOnlyDictionary<string, CaseFile> EnterInOrder(
        Reconciler reconciler, IReadOnlyList<Case> cases, IEnumerable<(string CaseId, IReadOnlyList<CaseEvent> Sightings)> articles, DateTimeOffset now)
    {
        var files = cases.ToDictionary(c => c.Id, c => new CaseFile { Case = c, State = Fold.State(c, []) });
        foreach (var (caseId, sightings) in articles)
        {
            files[caseId] = reconciler.Apply(files[caseId], sightings, now).Revised;
        }

        return files;
    }

    /// <summary>A case as text that does not depend on which article came first: ids of events give way to what happened when.</summary>
    public static string Told(CaseFile file)
    {
        var events = file.Events.ToDictionary(e => e.Id, e => $"{Word.Of(e.Type)} {e.Date} {e.Term} {e.Detail} {e.Standing}");
        var state = events.Aggregate(System.Text.Json.JsonSerializer.Serialize(file.State, Wire.Json), (text, e) => text.Replace(e.Key, e.Value, StringComparison.Ordinal));
        return string.Join('\n', file.Events.Select(e => $"{events[e.Id]} seen {e.Sightings.Count} times").Order(StringComparer.Ordinal).Append(state));
    }
}
