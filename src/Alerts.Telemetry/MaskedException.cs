using System.Runtime.ExceptionServices;

namespace Alerts.Telemetry;

/// <summary>Stands for an exception whose message may quote what was read, a path or a key: its type and its stack are told, its message is not.</summary>
public sealed class MaskedException : Exception
{
    private MaskedException(Exception masked) : base(string.Join(", caused by ", Chain(masked).Select(e => e.GetType().FullName))) =>
        ExceptionDispatchInfo.SetRemoteStackTrace(this, string.Join('\n', Chain(masked).Reverse().Select(e => e.StackTrace)));

    /// <returns>The exception itself, where all that it says is known to be clean.</returns>
    public static Exception Of(Exception exception) => Chain(exception).All(IsClean) ? exception : new MaskedException(exception);

    /// <summary>What the storage and the identity service answer, and errors of a program, whose texts are fixed.</summary>
    private static bool IsClean(Exception e) => e
        is NullReferenceException or InvalidCastException or IndexOutOfRangeException or ObjectDisposedException or OperationCanceledException or TimeoutException
        || e.GetType().Namespace is { } space && (space.StartsWith("Azure", StringComparison.Ordinal) || space.StartsWith("Alerts", StringComparison.Ordinal));

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
