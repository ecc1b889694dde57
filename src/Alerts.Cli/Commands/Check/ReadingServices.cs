using System.CommandLine;
using Alerts.Cli.Local;
using Alerts.Extract;
using Alerts.Read;
using Alerts.Read.Listings;
using Alerts.Watch;
using Alerts.Watch.Politeness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Cli.Commands.Check;

/// <summary>What fetches, reads and understands one document: the core without storage, jobs or host.</summary>
internal sealed class ReadingServices : IAsyncDisposable
{
    /// <summary>Made when first needed: a document that is not there needs none of it.</summary>
    private readonly Lazy<ServiceProvider> services;

    private ReadingServices(Func<ServiceProvider> make) => services = new(make);

    public Fetcher Fetcher => services.Value.GetRequiredService<Fetcher>();

    public ArticleReader Articles => services.Value.GetRequiredService<ArticleReader>();

    public FeedReader Feeds => services.Value.GetRequiredService<FeedReader>();

    public ListingReader Listings => services.Value.GetRequiredService<ListingReader>();

    public RobotsFiles Robots => services.Value.GetRequiredService<RobotsFiles>();

    public LinkReader Links => services.Value.GetRequiredService<LinkReader>();

    public Extractor Extractor => services.Value.GetRequiredService<Extractor>();

    public static ReadingServices Create(ParseResult parsed, IEnumerable<string> allowedHosts)
    {
        var allowed = allowedHosts.Select((host, i) => KeyValuePair.Create($"{LocalConfiguration.AllowedHostsSetting}:{i}", (string?)host));
        var configuration = LocalConfiguration.Read(GlobalOptions.DataFolder(parsed), allowed);
        return new ReadingServices(() => new ServiceCollection()
            .AddLogging(logging => logging.AddLocalConsole(GlobalOptions.IsVerbose(parsed) ? LogLevel.Debug : LogLevel.Warning))
            .AddAlerts(configuration)
            .BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => services.IsValueCreated ? services.Value.DisposeAsync() : ValueTask.CompletedTask;
}
