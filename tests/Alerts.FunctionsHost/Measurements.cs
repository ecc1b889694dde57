using System.Globalization;
using Alerts.EndToEnd.Pipeline;
using Alerts.Import;
using Alerts.Watch;

namespace Alerts.FunctionsHost;

/// <summary>How fast the built app is, on the real worker and the real listeners; not run among the tests: <c>-explicit only</c>.</summary>
public sealed class Measurements(AzuriteFixture azurite)
{
    private const int Starts = 10;
    private const int People = 10;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task From_the_start_of_the_process_to_the_first_sweep()
    {
        await using var world = await World.StartAsync(azurite);
        var (ready, swept) = (new List<double>(), new List<double>());
        for (var start = 0; start < Starts; start++)
        {
            var begun = TimeProvider.System.GetTimestamp();
            await using var worker = await Host.Worker.StartAsync(world.Settings, Cancellation);
            ready.Add(worker.ReadyAfter.TotalMilliseconds);
            var sweep = worker.Request("Sweep");
            sweep.InputData.Add(new Rpc.ParameterBinding { Name = "timer", Data = new Rpc.TypedData { Json = """{"IsPastDue":false}""" } });
            await worker.InvokeAsync(sweep, Cancellation);
            swept.Add(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
        }

        Tell("ready after, ms", ready);
        Tell("first sweep done after, ms", swept);
    }

    [Fact(Explicit = true)]
    public async Task From_a_change_of_a_page_to_the_mail_on_idle_queues()
    {
        await using var world = await World.StartAsync(azurite);
        await FollowAllAsync(world);
        await using var app = await FunctionsApp.StartAsync(world.Settings, Cancellation);
        var took = new List<double>();
        for (var person = 0; person < People; person++)
        {
            // Longer than maxPollingInterval: by then the listeners ask seldom.
            await Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System, Cancellation);
            var (known, begun) = (world.At(World.MailService).Count, TimeProvider.System.GetTimestamp());
            world.Site.Page($"/{person}", "News", Today(-1), $"<p>On {Long(-2)} the police arrested {Name(person)}.</p>");
            var source = (await world.Get<ISourceStore>().FindAsync($"page-{person}", Cancellation))!;
            await world.Get<ISourceStore>().SaveAsync([source with { State = source.State with { NextDue = TimeProvider.System.GetUtcNow() } }], Cancellation);
            await World.UntilAsync(() => Task.FromResult(world.At(World.MailService).Count > known), app.Describe);
            took.Add(TimeProvider.System.GetElapsedTime(begun).TotalSeconds);
        }

        Tell("page changed to mail handed over, s", took);
    }

    [Fact(Explicit = true)]
    public async Task Sixty_sweeps_over_a_thousand_sources_of_which_none_is_due()
    {
        await using var world = await World.StartAsync(azurite);
        var later = TimeProvider.System.GetUtcNow().AddDays(1);
        for (var number = 0; number < 1000; number++)
        {
            var source = new Source { Id = $"source-{number}", Name = $"source {number}", Kind = SourceKind.Page, Url = new Uri($"https://news-{number}.example/") };
            await world.Get<ISourceStore>().PutAsync(source, Cancellation);
            await world.Get<ISourceStore>().SaveAsync([new WatchedSource(source, new SourceState { SourceId = source.Id, NextDue = later })], Cancellation);
        }

        await using var worker = await Host.Worker.StartAsync(world.Settings, Cancellation);
        var took = new List<double>();
        await SweepAsync(worker, took);
        var before = worker.Process.ProcessorTime;
        took.Clear();
        for (var sweep = 0; sweep < 60; sweep++)
        {
            await SweepAsync(worker, took);
        }

        Tell("sweep, ms", took);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time of the worker for 60 sweeps, s: {(worker.Process.ProcessorTime - before).TotalSeconds:0.00}"));
    }

    private static async Task SweepAsync(Host.Worker worker, List<double> took)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var sweep = worker.Request("Sweep");
        sweep.InputData.Add(new Rpc.ParameterBinding { Name = "timer", Data = new Rpc.TypedData { Json = """{"IsPastDue":false}""" } });
        await worker.InvokeAsync(sweep, Cancellation);
        took.Add(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
    }

    private static async Task FollowAllAsync(World world)
    {
        var people = Enumerable.Range(0, People).ToList();
        foreach (var person in people)
        {
            world.Site.Page($"/{person}", "News", Today(-3), "<p>There is nothing new to tell today of anybody at all.</p>");
        }

        var reading = ImportReader.Read(
            $"""
            cases:
            {string.Join('\n', people.Select(p => $"  - {{id: person-{p}, kind: person, name: {Name(p)}, country: KZ}}"))}
            sources:
            {string.Join('\n', people.Select(p => $"  - {{id: page-{p}, kind: page, url: \"{world.Site.At($"/{p}")}\"}}"))}
            subscriptions:
              - email: reader@family.example
                topics: [country:KZ]
            """,
            "measured.yaml");
        Assert.Empty(reading.Errors);
        await world.Get<Importer>().RunAsync(reading.File!, Cancellation);
    }

    private static void Tell(string what, IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{what}: min {sorted[0]:0.0}, median {sorted[sorted.Count / 2]:0.0}, max {sorted[^1]:0.0} of {sorted.Count}"));
    }

    private static string Name(int person) => $"{"Mira Lena Anna Dina Vera Nora Zara Olga Inga Rosa".Split(' ')[person]} {"Solen Marat Orlik Adilov Temir Sabit Kairov Aspan Belov Dulat".Split(' ')[person]}";

    private static string Today(int days) => Day(days).ToString("O", CultureInfo.InvariantCulture);

    private static string Long(int days) => Day(days).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static DateOnly Day(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days);
}
