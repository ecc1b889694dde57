using Alerts.Cases;
using Alerts.Read;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>What one check of a source found.</summary>
public sealed record SourceFinding
{
    public const string ChangedOutcome = "changed";
    public const string UnchangedOutcome = "unchanged";

    /// <summary>Nothing was asked: the host wants to be left alone a little longer.</summary>
    public const string PostponedOutcome = "postponed";

    /// <summary><c>changed</c>, <c>unchanged</c>, <c>postponed</c>, or the name of the failure.</summary>
    public required string Outcome { get; init; }

    public bool Failed { get; init; }

    /// <summary>A sentence for the operator about what could not be read.</summary>
    public string? Problem { get; init; }

    public Validators Validators { get; init; } = Validators.None;

    /// <summary>null when nothing was read anew.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Names the snapshot of what was read anew, for a source that is one page or document.</summary>
    public string? Digest { get; init; }

    /// <summary>How many articles the source names; null when it was not read anew.</summary>
    public int? Items { get; init; }

    /// <summary>When the newest of them was published.</summary>
    public DateOnly? Newest { get; init; }

    /// <summary>Articles are left for another check, soon.</summary>
    public bool IsUnfinished { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the server says its answer holds.</summary>
    public TimeSpan? FreshFor { get; init; }

    public Taken Taken { get; init; }

    public static SourceFinding Unchanged(Fetched fetched) => new() { Outcome = UnchangedOutcome, Validators = fetched.Validators, FreshFor = fetched.FreshFor };

    /// <returns>The finding where the fetch settles it: it failed, or nothing moved; null where there is something to read.</returns>
    public static SourceFinding? Settled(Fetched fetched) => fetched.Outcome switch
    {
        FetchOutcome.Fetched => null,
        FetchOutcome.NotModified => Unchanged(fetched),
        FetchOutcome.Postponed => new SourceFinding { Outcome = PostponedOutcome, Problem = fetched.Problem, RetryAfter = fetched.RetryAfter },
        _ => new SourceFinding
        {
            Outcome = Word.Of(fetched.Outcome),
            Failed = true,
            Problem = fetched.Problem,
            RetryAfter = fetched.RetryAfter,
        },
    };

    /// <summary>Neither the site's fault nor its owner's.</summary>
    public static SourceFinding Broken(Exception exception) => new()
    {
        Outcome = "broken-off",
        Failed = true,
        Problem = $"The check broke off ({exception.GetType().Name}), and that is a fault of this program or of its storage. It is tried again; if it lasts, report it with the log.",
    };

    public static SourceFinding Failure(ReadProblem problem, string? explanation) => new()
    {
        Outcome = Word.Of(problem),
        Failed = true,
        Problem = explanation,
    };
}

/// <summary>What was taken in from articles.</summary>
/// <param name="Articles">Articles read anew.</param>
/// <param name="Events">Events they tell.</param>
/// <param name="Changes">Changes of cases that came of it.</param>
/// <param name="Followers">Of the cases whose events they are, and of the source itself where it tells of any change.</param>
public readonly record struct Taken(int Articles, int Events, int Changes, int Followers = 0)
{
    public static Taken operator +(Taken a, Taken b) => Add(a, b);

    public static Taken Add(Taken left, Taken right) =>
        new(left.Articles + right.Articles, left.Events + right.Events, left.Changes + right.Changes, left.Followers + right.Followers);
}

/// <summary>How one kind of source is checked.</summary>
public interface ISourceCheck
{
    SourceKind Kind { get; }

    Task<SourceFinding> RunAsync(WatchedSource watched, CancellationToken cancellation);
}
