namespace Alerts.Cli.Commands.Doctor;

/// <summary>How bad it is.</summary>
internal enum Verdict
{
    Ok,

    /// <summary>It works, but not for ever or not for everybody.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Problem,
}

/// <summary>One line of the doctor's.</summary>
/// <param name="Check">What was looked at, in a word.</param>
/// <param name="Verdict">How bad it is.</param>
/// <param name="Text">What was found.</param>
/// <param name="Cure">What to do about it.</param>
internal sealed record Finding(string Check, Verdict Verdict, string Text, string? Cure = null);
