using Alerts.Watch;

namespace Alerts.Storage.Tables;

/// <summary>
/// The states of a shard are saved together, so one server with outsized header fields must not make the transaction of all of them fail.
/// </summary>
internal static class StoredState
{
    private const int MostValidator = 2000;
    private const int MostProblem = 2000;

    public static SourceState Bounded(SourceState state) => state with
    {
        // A validator cut short would match nothing; without one the next fetch is merely unconditional.
        Validators = new Validators(Whole(state.Validators.ETag), Whole(state.Validators.LastModified)),
        Problem = state.Problem is { Length: > MostProblem } problem ? $"{problem[..MostProblem]}…" : state.Problem,
    };

    private static string? Whole(string? validator) => validator?.Length > MostValidator ? null : validator;
}
