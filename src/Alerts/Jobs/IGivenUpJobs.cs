namespace Alerts.Jobs;

/// <summary>Messages that were given up, each in the poisoned twin of its queue.</summary>
public interface IGivenUpJobs
{
    /// <summary>Keeps one there, as it is.</summary>
    /// <param name="queue">One of <see cref="JobQueues"/>.</param>
    /// <param name="message">Its text.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task GiveUpAsync(string queue, string message, CancellationToken cancellation);

    /// <summary>Goes through them; one that is unreadable stays where an operator finds it.</summary>
    /// <param name="queue">One of <see cref="JobQueues"/>.</param>
    /// <param name="takeBack">Whether it may be removed here.</param>
    /// <param name="cancellation">Ends the work between two messages.</param>
    /// <returns>How many were removed.</returns>
    Task<int> TakeBackAsync<T>(string queue, Func<T, Task<bool>> takeBack, CancellationToken cancellation) where T : JobMessage;
}
