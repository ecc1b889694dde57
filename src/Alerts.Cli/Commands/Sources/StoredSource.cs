using Alerts.Cli.Local;
using Alerts.Import;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands.Sources;

/// <summary>A source named on the command line.</summary>
internal static class StoredSource
{
    /// <exception cref="BadInputException">There is no such source.</exception>
    public static async Task<WatchedSource> FindAsync(LocalHost host, string id, CancellationToken cancellation)
    {
        var sources = host.Services.GetRequiredService<ISourceStore>();
        if (await sources.FindAsync(id, cancellation) is { } found)
        {
            return found;
        }

        var ids = await sources.ListAsync(cancellation).Select(s => s.Source.Id).ToListAsync(cancellation);
        throw new BadInputException($"There is no source \"{id}\"{Spelling.Hint(id, ids)}. \"alerts sources list\" shows all.");
    }
}
