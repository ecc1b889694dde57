namespace Alerts.Cases;

/// <summary>Whether a recorded event counts.</summary>
public enum Standing
{
    /// <summary>It counts in the state.</summary>
    Accepted,

    /// <summary>It waits for review by a person and counts for nothing yet.</summary>
    Pending,

    /// <summary>It was taken back and counts for nothing any more.</summary>
    Retracted,
}
