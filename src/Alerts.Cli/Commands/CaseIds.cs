using Alerts.Cli.Local;
using Alerts.Import;
using Alerts.Reconcile;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Commands;

/// <summary>The cases that are stored, by id.</summary>
internal static class CaseIds
{
    public static async Task<IReadOnlyList<string>> StoredAsync(LocalHost host, CancellationToken cancellation) =>
        await host.Services.GetRequiredService<ICaseStore>().ListAsync(cancellation).Select(f => f.Case.Id).ToListAsync(cancellation);

    /// <exception cref="BadInputException">One of them is not stored; the message offers what may have been meant.</exception>
    public static void Require(IEnumerable<string> ids, IReadOnlyList<string> stored)
    {
        var unknown = ids.Where(id => !stored.Contains(id)).ToList();
        if (unknown.Count > 0)
        {
            throw new BadInputException(string.Join('\n', unknown.Select(id => Unknown(id, stored))));
        }
    }

    public static string Unknown(string id, IReadOnlyList<string> stored) => stored.Count == 0
        ? $"There is no case \"{id}\": no case is stored yet. Import some with: alerts import FILE (or --seeds)"
        : $"There is no case \"{id}\"{Spelling.Hint(id, stored)} (alerts cases list shows all)";
}
