using Alerts.Extract.Languages;

namespace Alerts.Extract.Time;

/// <summary>Words that say when; parts that they leave open are 0 (weekday: -1).</summary>
internal readonly record struct TimeExpression(int First, int End)
{
    public int Year { get; init; }

    public int Month { get; init; }

    public int Day { get; init; }

    public int Weekday { get; init; } = -1;

    /// <summary>Of <see cref="Offset"/>: Y, M, W, D, or S for "the same day"; '\0' when not relative.</summary>
    public char Unit { get; init; }

    /// <summary>How many units from the publication, or from the event before when <see cref="FromEvent"/>.</summary>
    public int Offset { get; init; }

    public bool FromEvent { get; init; }

    /// <summary>"summer": the month stands for it, and only its year is known.</summary>
    public bool IsSeason { get; init; }

    /// <summary>"last" stands before it.</summary>
    public bool IsLast { get; init; }

    public bool IsRelative => Unit != '\0';
}
