using Alerts.Jobs;

namespace Alerts.Faults;

/// <summary>A request to the storage, and which job asked.</summary>
/// <param name="Stage">The job, told by the queue last read.</param>
/// <param name="Request">The request.</param>
/// <param name="IsIdlePoll">It looked for a message and there was none.</param>
public sealed record StagedRequest(string Stage, StorageRequest Request, bool IsIdlePoll)
{
    /// <param name="requests">Of a program that runs one job at a time.</param>
    public static IEnumerable<StagedRequest> Of(IReadOnlyList<StorageRequest> requests)
    {
        var stage = nameof(Sweep);
        foreach (var (i, request) in requests.Index())
        {
            var polled = Polled(request);
            stage = polled ?? stage;

            // Whoever got a message goes on with something else than the next poll.
            yield return new StagedRequest(stage, request, polled is not null && (i + 1 == requests.Count || Polled(requests[i + 1]) is not null));
        }
    }

    private static string? Polled(StorageRequest request) => request is not { Service: "Queue", Method: "GET" } ? null
        : JobTrigger.All.FirstOrDefault(t => t.Queue is not null && request.Path == $"/{t.Queue}/messages")?.Job;
}
