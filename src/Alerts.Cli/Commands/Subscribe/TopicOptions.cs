using System.CommandLine;
using Alerts.Cli.Local;
using Alerts.Import;
using Alerts.Notify;

namespace Alerts.Cli.Commands.Subscribe;

/// <summary>What is followed, as options of a command: <c>--case ID … --country CC … --all</c>.</summary>
internal sealed class TopicOptions
{
    private readonly Option<IReadOnlyList<string>> cases = Forms.Slug.ToRepeatable("--case", "ID", "Follow this case");
    private readonly Option<IReadOnlyList<string>> countries = Forms.Country.ToRepeatable("--country", "CC", "Follow every case of this country");
    private readonly Option<bool> all = new("--all") { Description = "Follow every case" };

    public void AddTo(Command command)
    {
        command.Add(cases);
        command.Add(countries);
        command.Add(all);
        command.Validators.Add(result =>
        {
            if (result.GetResult(cases) is null or { Implicit: true } && result.GetResult(countries) is null or { Implicit: true } && !result.GetValue(all))
            {
                result.AddError($"{command.Name}: say what to follow: --case ID, --country CC or --all");
            }
        });
    }

    /// <exception cref="BadInputException">A case is not stored.</exception>
    public async Task<IReadOnlyList<Topic>> ReadAsync(ParseResult parsed, LocalHost host, CancellationToken cancellation)
    {
        var ids = parsed.GetValue(cases)!;
        if (ids.Count > 0)
        {
            CaseIds.Require(ids, await CaseIds.StoredAsync(host, cancellation));
        }

        var topics = ids.Select(Topic.OfCase).Concat(parsed.GetValue(countries)!.Select(Topic.OfCountry));
        return [.. (parsed.GetValue(all) ? topics.Append(Topic.All) : topics).Distinct()];
    }
}
