namespace Alerts.Cases;

/// <summary>Whether a recorded event counts.</summary>
public enum Standing
{
    /// <summary>It counts in the state.</summary>
    Accepted,

    /// <summary>It waits for review by a person and counts for nothing yet.</summary>
    Pending,

    /// <summary>It was accepted once and taken back, and counts for nothing any more.</summary>
    Retracted,

    /// <summary>A person looked at it and found that it did not happen.</summary>
    Rejected,
}

/// <summary>Why an event waits for review.</summary>
public enum Doubt
{
    /// <summary>Its reading is not sure enough.</summary>
    Unsure,

    /// <summary>It cannot have happened to a case that stands where this one did then: a release after death.</summary>
    Impossible,
}
