namespace Alerts.Cli;

/// <summary>What the command says to the shell.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>Unknown options, values or files that cannot be used: nothing was done.</summary>
    public const int BadInput = 2;
}

/// <summary>What was asked for cannot be done as it was asked. The message says what to change.</summary>
public sealed class BadInputException(string message) : Exception(message);

/// <summary>It was asked for rightly and did not work. The message says what is wrong and how to mend it.</summary>
public sealed class FailedException(string message) : Exception(message);
