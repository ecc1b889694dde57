using System.Globalization;
using Alerts.Benchmarks;
using Alerts.Benchmarks.Faults;
using Alerts.Benchmarks.Polling;
using Alerts.Benchmarks.Reading;
using Alerts.Extract;
using Alerts.Read;

const int ArticlesOfLanguage = 25;
const int Shortest = 250_000;
int[] counts = [10, 10_000, 100_000];
int[] longerBy = [2, 4, 8];
var (warmUp, briefly, longer) = (TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(1));
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case [PageServer.Verb]:
        await PageServer.ServeAsync();
        return;
    case [PollingBenchmark.Verb]:
        await PollingBenchmark.RunAsync(new Table(Console.Out));
        return;
    case [FaultsBenchmark.Verb, .. var every]:
        await FaultsBenchmark.RunAsync(new Table(Console.Out), every is [var n] ? int.Parse(n, CultureInfo.InvariantCulture) : 1);
        return;
    case [ReconcilingBenchmark.Verb]:
        await ReconcilingBenchmark.RunAsync(new Table(Console.Out));
        return;
    case [ReadingBenchmark.Verb, var pages]:
        ReadingBenchmark.Run(new Table(Console.Out), pages);
        return;
}

var corpora = args.Select(Corpus.Read).ToList();
var extractor = new Extractor(LanguagePacks.Load());
var table = new Table(Console.Out);
var watching = counts.Select(count => Watching.Of(count)).ToList();
Read(watching[1], Made(Wording.All, named: true, watching[1]), warmUp);

Console.WriteLine($"Articles of {Articles.Length:N0} characters, processor time of one thread and its share of garbage collection; .NET {Environment.Version}.\n");
table.Head(["", .. counts.Select(count => $"{count:N0} cases")]);
table.Row(["index: ms to build", .. watching.Select(w => $"{w.Build.TotalMilliseconds:N0}")]);
table.Row(["index: MB of memory", .. watching.Select(w => $"{w.Bytes / 1e6:N1}")]);
Speed("articles that name watched cases, in all languages", w => Made(Wording.All, named: true, w));
Speed("articles that name none", w => Made(Wording.All, named: false, w));
foreach (var wording in Wording.All)
{
    Speed($"articles that name watched cases, in {wording.Language}", w => Made([wording], named: true, w));
}

foreach (var corpus in corpora)
{
    var efforts = counts.Select(count => Read(Watching.Of(count, corpus.Cases), corpus.Articles, longer)).ToList();
    table.Row([$"{corpus.Name}: {Articles.Length:N0} characters a second and core", .. efforts.Select(e => $"{corpus.Length / (double)Articles.Length / e.Processor.TotalSeconds:N0}")]);
}

Console.WriteLine();
table.Head([$"{Shortest:N0} characters and more of", "ms", .. longerBy.Select(n => $"{n} times as long"), $"allocated, {longerBy[^1]} times as long"]);
foreach (var hostile in HostileTexts.About(watching[1].Cases))
{
    var shortest = Read(watching[1], [hostile.Article(watching[1].Cases[0], Shortest)], briefly);
    var efforts = longerBy.Select(n => Read(watching[1], [hostile.Article(watching[1].Cases[0], n * Shortest)], briefly)).ToList();
    table.Row(
    [
        hostile.Name, $"{shortest.Processor.TotalMilliseconds:N0}",
        .. efforts.Select(e => $"× {e.Processor / shortest.Processor:N1}"), $"× {efforts[^1].Allocated / (double)shortest.Allocated:N1}",
    ]);
}

void Speed(string what, Func<Watching, IReadOnlyList<Article>> articles)
{
    var efforts = watching.ConvertAll(w => (Articles: articles(w), Watching: w)).ConvertAll(p => (p.Articles.Count, Effort: Read(p.Watching, p.Articles, longer)));
    table.Row([$"{what}: a second and core", .. efforts.Select(e => $"{e.Count / e.Effort.Processor.TotalSeconds:N0}")]);
    table.Row([$"{what}: KiB allocated for each", .. efforts.Select(e => $"{e.Effort.Allocated / 1024d / e.Count:N0}")]);
}

static List<Article> Made(IEnumerable<Wording> wordings, bool named, Watching watched) =>
    [.. wordings.SelectMany(wording => Enumerable.Range(0, ArticlesOfLanguage).Select(seed => Articles.Of(wording, seed, named ? watched.Cases : [])))];

Effort Read(Watching watched, IReadOnlyList<Article> articles, TimeSpan budget) => Effort.Of(
    () =>
    {
        foreach (var article in articles)
        {
            extractor.Extract(article, watched.Index);
        }
    },
    budget);
