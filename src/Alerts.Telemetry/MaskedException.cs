using System.Runtime.ExceptionServices;
using Alerts.Http;
using Alerts.Notify;
using Alerts.Reconcile;

namespace Alerts.Telemetry;

/// <summary>Stands for an exception whose message may quote what was read, a path or a key: its type and its stack are told, its message is not.</summary>
public sealed class MaskedException : Exception
{
    private MaskedException(Exception masked) : base(string.Join(", caused by ", Chain(masked).Select(e => e.GetType().FullName))) =>
        ExceptionDispatchInfo.SetRemoteStackTrace(this, string.Join('\n', Chain(masked).Reverse().Select(e => e.StackTrace)));

    /// <returns>The exception itself, where all that it says is known to be clean.</returns>
    public static Exception Of(Exception exception) => exception is not AggregateException && Chain(exception).All(IsClean) ? exception : new MaskedException(exception);

    /// <summary>What the storage and the identity service answer, errors of a program, whose texts are fixed, and those of ours that name nobody.</summary>
    private static bool IsClean(Exception e) => e
        is NullReferenceException or InvalidCastException or IndexOutOfRangeException or ObjectDisposedException or OperationCanceledException or TimeoutException
        or MaskedException or CaseBusyException or UnreadableRecipientException or RefusedAddressException
        || e.GetType().Namespace?.StartsWith("Azure", StringComparison.Ordinal) == true;

    /// <summary>It and all that caused it, the causes of several at once one after the other.</summary>
    private static IEnumerable<Exception> Chain(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(Chain),
        { InnerException: { } cause } => Chain(cause).Prepend(exception),
        _ => [exception],
    };
}
