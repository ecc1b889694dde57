namespace Alerts.Cases;

/// <summary>What a person decided about an event. The sightings keep what was read, beside it.</summary>
public sealed record Decision
{
    /// <summary>Accepted, rejected or retracted.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Who decided, as they call themselves.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Note { get; init; }

    /// <summary>What holds in place of what was read; null where the reading holds.</summary>
    public EventEdit? Edit { get; init; }
}

/// <summary>An event in a person's words, whole: what is null is not known.</summary>
public sealed record EventEdit
{
    public required CaseEventType Type { get; init; }

    public PartialDate? Date { get; init; }

    public string? Term { get; init; }

    public string? Detail { get; init; }
}
