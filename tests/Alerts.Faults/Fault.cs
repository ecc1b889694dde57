using System.Text;
using Microsoft.AspNetCore.Http;

namespace Alerts.Faults;

/// <summary>What goes wrong with one request to the storage.</summary>
/// <param name="Name">For tables of results.</param>
/// <param name="Applied">The request is carried out before it goes wrong, so that only the answer is lost.</param>
/// <param name="Answer">What the client gets in the place of the answer.</param>
public sealed record Fault(string Name, bool Applied, RequestDelegate Answer)
{
    /// <summary>It costs the client its time-out.</summary>
    public bool IsSlow { get; private init; }

    /// <summary>Those that a client may try again after.</summary>
    public static IReadOnlyList<Fault> Passing { get; } = [.. new[] { false, true }.SelectMany(applied => new[]
    {
        Status(500, "InternalError", applied), Status(503, "ServerBusy", applied), Dropped(applied), Hanging(applied),
    })];

    /// <summary>One of so many requests, the same ones on every run, by no beat that a program's own could fall in with.</summary>
    /// <param name="number">The request's.</param>
    /// <param name="oneOf">Of how many.</param>
    public static bool Strikes(int number, int oneOf) => (unchecked((uint)number * 2654435761u) >> 16) % (uint)oneOf == 0;

    /// <summary>The program dies at this request.</summary>
    public static Fault Death(Action kill, bool applied) => new("killed", applied, context =>
    {
        kill();
        context.Abort();
        return Task.CompletedTask;
    });

    public static Fault Status(int status, string code, bool applied) => new($"{status} {code}", applied, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers["x-ms-error-code"] = code;
        return Task.CompletedTask;
    });

    /// <summary>The connection breaks.</summary>
    public static Fault Dropped(bool applied) => new("connection dropped", applied, context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Nothing comes until the client gives up.</summary>
    public static Fault Hanging(bool applied) => new("no answer", applied, context =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => context.Abort(), TaskScheduler.Default))
    {
        IsSlow = true,
    };

    /// <summary>A table transaction is refused as if another writer had been there: the batch is accepted and its first operation answers 412.</summary>
    public static Fault Conflict { get; } = new("412 conflict", Applied: false, context =>
    {
        const string Error = """{"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-US","value":"0:The update condition specified in the request was not satisfied."}}}""";
        string[] body =
        [
            "--batchresponse_1", "Content-Type: multipart/mixed; boundary=changesetresponse_1", "",
            "--changesetresponse_1", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "",
            "HTTP/1.1 412 Precondition Failed", "DataServiceVersion: 3.0;", "Content-Type: application/json;odata=minimalmetadata;streaming=true;charset=utf-8", "",
            Error, "--changesetresponse_1--", "--batchresponse_1--", "",
        ];
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.ContentType = "multipart/mixed; boundary=batchresponse_1";
        return context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", body))).AsTask();
    });
}
