using System.CommandLine;
using Alerts.Cli.Commands.Sources;
using Alerts.Cli.Local;
using Alerts.Import;
using Alerts.Notify;
using Alerts.Watch;

namespace Alerts.Cli.Commands.Subscribe;

/// <summary>What is followed, as options of a command: <c>--case ID … --country CC … --source ID … --all</c>.</summary>
internal sealed class TopicOptions
{
    private readonly Option<IReadOnlyList<string>> cases = Forms.Slug.ToRepeatable("--case", "ID", "Follow this case");
    private readonly Option<IReadOnlyList<string>> countries = Forms.Country.ToRepeatable("--country", "CC", "Follow every case of this country");
    private readonly Option<IReadOnlyList<string>> sources = Forms.Slug.ToRepeatable("--source", "ID", "Follow the pages of this source, whatever changes there");
    private readonly Option<bool> all = new("--all") { Description = "Follow every case" };

    public void AddTo(Command command)
    {
        Option<IReadOnlyList<string>>[] named = [cases, countries, sources];
        foreach (var option in named)
        {
            command.Add(option);
        }

        command.Add(all);
        command.Validators.Add(result =>
        {
            if (named.All(option => result.GetResult(option) is null or { Implicit: true }) && !result.GetValue(all))
            {
                result.AddError($"{command.Name}: say what to follow: --case ID, --country CC, --source ID or --all");
            }
        });
    }

    /// <exception cref="BadInputException">A case or source is not stored, or the source tells no changes of pages.</exception>
    public async Task<IReadOnlyList<Topic>> ReadAsync(ParseResult parsed, LocalHost host, CancellationToken cancellation)
    {
        var ids = parsed.GetValue(cases)!;
        if (ids.Count > 0)
        {
            CaseIds.Require(ids, await CaseIds.StoredAsync(host, cancellation));
        }

        var followed = parsed.GetValue(sources)!;
        foreach (var id in followed)
        {
            RequireTold((await StoredSource.FindAsync(host, id, cancellation)).Source);
        }

        var topics = ids.Select(Topic.OfCase).Concat(parsed.GetValue(countries)!.Select(Topic.OfCountry)).Concat(followed.Select(Topic.OfSource));
        return [.. (parsed.GetValue(all) ? topics.Append(Topic.All) : topics).Distinct()];
    }

    /// <summary>Who followed it would wait for nothing.</summary>
    private static void RequireTold(Source source)
    {
        if (source.Notify != SourceNotify.AnyChange)
        {
            throw new BadInputException(
                $"The source {source.Id} tells events alone, to those who follow the cases. For any change of its pages, add it anew with --notify any-change.");
        }
    }
}
