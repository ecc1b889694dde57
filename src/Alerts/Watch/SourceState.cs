namespace Alerts.Watch;

/// <summary>What is remembered between two checks of a source.</summary>
public sealed record SourceState
{
    public required string SourceId { get; init; }

    public DateTimeOffset NextDue { get; init; }

    public Validators Validators { get; init; } = Validators.None;

    /// <summary>Digest of what was understood, not of the bytes: volatile markup does not count.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Names the snapshot that was last read as new; for a source that is one page or document.</summary>
    public string? Digest { get; init; }

    /// <summary>Names the snapshot before it.</summary>
    public string? PreviousDigest { get; init; }

    /// <summary>The expected time between two changes; null before the second.</summary>
    public TimeSpan? Pace { get; init; }

    /// <summary>How many articles the list or feed usually names.</summary>
    public double? UsualItems { get; init; }

    /// <summary>How many followed the cases of which it last told something: of what is due, what many wait for goes first.</summary>
    public int Followers { get; init; }

    /// <summary>All checks ever made.</summary>
    public long Checks { get; init; }

    /// <summary>Failed checks in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Since when the source counts as failing, and its operator knows; null while it is healthy.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    public DateTimeOffset? LastChecked { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    public DateTimeOffset? LastChange { get; init; }

    /// <summary>A word: <c>changed</c>, <c>unchanged</c>, or a failure such as <c>not-found</c>, <c>wrong-charset</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>A sentence for the operator when the last check failed: what is wrong and how to mend it.</summary>
    public string? Problem { get; init; }
}

/// <summary>The validators of RFC 9110 (section 8.8) that a server gave for a representation.</summary>
/// <param name="ETag">The field's value as received, quotes and weakness mark included.</param>
/// <param name="LastModified">The field's value as received.</param>
public sealed record Validators(string? ETag, string? LastModified)
{
    public static readonly Validators None = new(null, null);
}

/// <summary>A source with what is remembered of it.</summary>
public sealed record WatchedSource(Source Source, SourceState State);
