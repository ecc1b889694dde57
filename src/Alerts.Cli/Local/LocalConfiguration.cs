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
        var file = Path.Combine(dataFolder, SettingsFile);
        try
        {
            return Checked(Defaults(dataFolder)
                .AddJsonFile(file, optional: true)
                .AddEnvironmentVariables()
                .AddInMemoryCollection(overrides)
                .Build());
        }
        catch (InvalidDataException bad)
        {
            throw new BadInputException($"{file} cannot be read as settings: {bad.InnerException?.Message ?? bad.Message}");
        }
    }

    private static IConfigurationRoot Checked(IConfigurationRoot configuration)
    {
        SettingCheck.Require(configuration, Front.OneMachine);
        return configuration;
    }

    private static IConfigurationBuilder Defaults(string dataFolder) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(OutboxSetting, Path.Combine(dataFolder, "outbox"))]);
}
