using Alerts.Configuration;
using Microsoft.Extensions.Configuration;

namespace Alerts.Cli.Local;

/// <summary>Settings on one machine: defaults, then <c>alerts.json</c> in the data folder, then the environment (<c>Email__ApiKey</c>), then the command.</summary>
public static class LocalConfiguration
{
    public const string SettingsFile = "alerts.json";
    public const string OutboxSetting = SettingList.EmailOutbox;
    public const string AllowedHostsSetting = "OutsideHttp:AllowedHosts";

    /// <summary>Defaults and what the caller says; nothing that is set elsewhere.</summary>
    /// <exception cref="SettingsException">Settings are wrong.</exception>
    public static IConfigurationRoot Alone(string dataFolder, IEnumerable<KeyValuePair<string, string?>> overrides) =>
        Checked(Defaults(dataFolder).AddInMemoryCollection(overrides).Build());

    /// <exception cref="BadInputException">The settings file is not JSON.</exception>
    /// <exception cref="SettingsException">Settings are wrong.</exception>
    public static IConfigurationRoot Read(string dataFolder, IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        try
        {
            return Checked(All(dataFolder).AddInMemoryCollection(overrides).Build());
        }
        catch (InvalidDataException bad)
        {
            throw new BadInputException(Told(dataFolder, bad));
        }
    }

    /// <summary>What can be read, right or wrong, for who looks for what is wrong.</summary>
    /// <returns>The settings, and what is wrong with the file when it is left out for that.</returns>
    public static (IConfigurationRoot Settings, string? Unreadable) Unchecked(string dataFolder, IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        try
        {
            return (All(dataFolder).AddInMemoryCollection(overrides).Build(), null);
        }
        catch (InvalidDataException bad)
        {
            return (Defaults(dataFolder).AddEnvironmentVariables().AddInMemoryCollection(overrides).Build(), Told(dataFolder, bad));
        }
    }

    private static IConfigurationBuilder All(string dataFolder) =>
        Defaults(dataFolder).AddJsonFile(Path.Combine(dataFolder, SettingsFile), optional: true).AddEnvironmentVariables();

    private static string Told(string dataFolder, InvalidDataException bad) =>
        $"{Path.Combine(dataFolder, SettingsFile)} cannot be read as settings: {bad.InnerException?.Message ?? bad.Message}";

    private static IConfigurationRoot Checked(IConfigurationRoot configuration)
    {
        SettingCheck.Require(configuration, Front.OneMachine);
        return configuration;
    }

    private static IConfigurationBuilder Defaults(string dataFolder) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(OutboxSetting, Path.Combine(dataFolder, "outbox"))]);
}
