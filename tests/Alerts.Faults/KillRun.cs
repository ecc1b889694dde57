namespace Alerts.Faults;

/// <summary>Where a program is killed.</summary>
/// <param name="Outside">At a request to the page, a receiver or the mail service; else at one to the storage.</param>
/// <param name="Number">Which request, from 1.</param>
/// <param name="After">It was carried out, and only its answer did not come back.</param>
public sealed record KillPoint(bool Outside, int Number, bool After)
{
    public override string ToString() => $"{(After ? "after" : "before")} {(Outside ? "outside" : "storage")} request {Number}";
}

/// <summary>How a story ended whose program was killed.</summary>
/// <param name="Died">false when the program came to rest before that request.</param>
/// <param name="At">The request to the storage at which it died; null for one outside.</param>
/// <param name="Verdict">What came of it after a restart.</param>
public sealed record KillResult(bool Died, string? At, Verdict Verdict);

/// <summary>Tells the story with a program that is killed (SIGKILL) in the midst of it and started again. The one that was started again dies in the next story.</summary>
public sealed class KillRun : IAsyncDisposable
{
    private KillableProgram program = KillableProgram.Start();

    private static bool[] Either => [false, true];

    /// <summary>The points of the story in the order it comes to them, each once before and once after.</summary>
    /// <param name="account">Connection string of an empty account.</param>
    public async Task<IReadOnlyList<KillPoint>> PointsAsync(string account)
    {
        await using var story = await Story.BeginAsync(account);
        await DieAsync(story, point: null, story.ReleaseHer());
        return
        [
            .. from number in Enumerable.Range(1, story.Proxy.Requests.Count) from after in Either select new KillPoint(Outside: false, number, after),
            .. from number in Enumerable.Range(1, story.Outside.Count) from after in Either select new KillPoint(Outside: true, number, after),
        ];
    }

    /// <param name="account">Connection string of an empty account.</param>
    /// <param name="point">Where it dies.</param>
    public async Task<KillResult> RunAsync(string account, KillPoint point)
    {
        await using var story = await Story.BeginAsync(account);
        var now = story.ReleaseHer();
        var died = await DieAsync(story, point, now);
        var at = died && !point.Outside ? story.Proxy.Requests[point.Number - 1].ToString() : null;
        story.Proxy.Clear();
        story.Outside.Set(_ => null);
        if (died)
        {
            await program.DisposeAsync();
            program = KillableProgram.Start();
            await program.BeginAsync(story.Settings);
        }

        // Recovery waits until whatever the dead one held is nobody's any more.
        await story.RunUntilQuietAsync(program.RunAsync, now + TimeSpan.FromMinutes(16));
        return new KillResult(died, at, await story.JudgeAsync());
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();

    private async Task<bool> DieAsync(Story story, KillPoint? point, DateTimeOffset now)
    {
        await program.BeginAsync(story.Settings);
        Fault? At(bool outside, int number) => point is not null && (point.Outside, point.Number) == (outside, number) ? Fault.Death(program.Kill, point.After) : null;
        story.Proxy.Set(request => At(outside: false, request.Number));
        story.Outside.Set(number => At(outside: true, number));
        try
        {
            await story.RunUntilQuietAsync(program.RunAsync, now);
            return false;
        }
        catch (ProgramDiedException)
        {
            return true;
        }
    }
}
