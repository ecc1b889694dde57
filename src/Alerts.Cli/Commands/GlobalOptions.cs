using System.CommandLine;

namespace Alerts.Cli.Commands;

/// <summary>Options of every command.</summary>
internal static class GlobalOptions
{
    private const string Data = "--data";
    private const string Verbose = "--verbose";

    public static IEnumerable<Option> Create() =>
    [
        new Option<string>(Data)
        {
            Description = "Folder for everything that is kept (default: \"alerts\" in the user's local application data)",
            HelpName = "DIR",
            Recursive = true,
        },
        new Option<bool>(Verbose) { Description = "Tell more about what is done and what went wrong", Recursive = true },
    ];

    public static bool IsVerbose(ParseResult parsed) => parsed.GetValue<bool>(Verbose);

    /// <exception cref="BadInputException">None was given and this system names no place for one.</exception>
    public static string DataFolder(ParseResult parsed)
    {
        if (parsed.GetValue<string>(Data) is { Length: > 0 } given)
        {
            return Path.GetFullPath(given);
        }

        var root = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return root.Length > 0
            ? Path.Combine(root, "alerts")
            : throw new BadInputException("This system names no folder for application data. Give one with --data DIR.");
    }
}
