using System.CommandLine;
using Alerts.Cli.Local;
using Alerts.Configuration;
using Alerts.Import;

namespace Alerts.Cli.Commands;

/// <summary>Options of every command.</summary>
internal static class GlobalOptions
{
    private const string Data = "--data";
    private static readonly Form<string> Account = new(
        $"{StoreChoice.Local}, or the name of a storage account (3 to 24 lower-case letters and digits)",
        static (string text, out string value) => SettingList.All.Single(s => s.Name == SettingList.StorageAccount).Expected.Holds(value = text));

    private const string StoreName = "--store";
    private const string Verbose = "--verbose";

    public static IEnumerable<Option> Create() =>
    [
        new Option<string>(Data)
        {
            Description = "Folder for everything that is kept (default: \"alerts\" in the user's local application data)",
            HelpName = "DIR",
            Recursive = true,
        },
        CreateStore(),
        new Option<bool>(Verbose) { Description = "Tell more about what is done and what went wrong", Recursive = true },
    ];

    public static bool IsVerbose(ParseResult parsed) => parsed.GetValue<bool>(Verbose);

    /// <returns>null when it is left to the settings.</returns>
    public static string? Store(ParseResult parsed) => parsed.GetValue<string?>(StoreName);

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

    private static Option<string?> CreateStore()
    {
        var option = Account.ToOption(
            StoreName, "local|ACCOUNT",
            "Storage to work on: the data folder's own, or an Azure storage account, signed in to by identity (default: the account that the settings name, else local)");
        option.Recursive = true;
        return option;
    }
}
