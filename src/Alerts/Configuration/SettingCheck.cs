using Alerts.Import;
using Microsoft.Extensions.Configuration;

namespace Alerts.Configuration;

/// <summary>The check of all settings, the same for both fronts: everything that is wrong is told at once.</summary>
public static class SettingCheck
{
    private const string Reference = "@Microsoft.KeyVault(";

    /// <exception cref="SettingsException">Some are wrong.</exception>
    public static void Require(IConfiguration configuration, Front front)
    {
        if (Problems(configuration, front) is { Count: > 0 } problems)
        {
            throw new SettingsException(problems, front);
        }
    }

    /// <returns>What is wrong, in the order of <see cref="SettingList"/>; empty when all is well.</returns>
    public static IReadOnlyList<SettingProblem> Problems(IConfiguration configuration, Front front) =>
    [
        .. SettingList.All.SelectMany(setting => OfValue(setting, configuration)),
        .. SettingRules.Problems(configuration, front),
        .. SettingList.Sections.SelectMany(section => Unknown(configuration.GetSection(section))),
    ];

    private static IEnumerable<SettingProblem> OfValue(Setting setting, IConfiguration configuration)
    {
        if (!setting.IsList)
        {
            return Judge(setting, setting.Name, configuration[setting.Name]) is { } problem ? [problem] : [];
        }

        return string.IsNullOrEmpty(configuration[setting.Name])
            ? configuration.GetSection(setting.Name).GetChildren().Select(item => Judge(setting, item.Path, item.Value)).OfType<SettingProblem>()
            : [new SettingProblem(setting.Name, $"is a list: set {setting.Name}:0 and so on, each to {setting.Expected.Text}")];
    }

    private static SettingProblem? Judge(Setting setting, string name, string? value) => value switch
    {
        null => null,
        _ when string.IsNullOrWhiteSpace(value) => setting.Default is null && !setting.IsList
            ? null
            : new SettingProblem(name, $"is empty; expected {setting.Expected.Text}. Without it, {setting.Default ?? "the default"} holds"),
        _ when value.TrimStart().StartsWith(Reference, StringComparison.OrdinalIgnoreCase) => new SettingProblem(
            name,
            "is a Key Vault reference that was not resolved: see that the vault holds the secret and that the app's identity "
            + "has the role Key Vault Secrets User on it, then restart the app"),
        _ when setting.Expected.Holds(value) => null,
        _ => new SettingProblem(name, $"{(IsTold(setting, value) ? $"is \"{value}\"" : "is something else")}; expected {setting.Expected.Text}"),
    };

    /// <summary>An address may carry a password or a signature.</summary>
    private static bool IsTold(Setting setting, string value) =>
        !setting.IsSecret && !(value.Contains("://", StringComparison.Ordinal) && value.AsSpan().ContainsAny('@', '?'));

    private static IEnumerable<SettingProblem> Unknown(IConfigurationSection section) => Leaves(section)
        .Where(path => !SettingList.All.Any(s => Names(s, path)))
        .Select(path => new SettingProblem(path, $"is not known{Nearest(path[(section.Key.Length + 1)..], section.Key)}"));

    private static string Nearest(string word, string section)
    {
        var known = SettingList.All.Select(s => s.Name).Where(n => n.StartsWith($"{section}:", StringComparison.Ordinal)).Select(n => n[(section.Length + 1)..]).ToList();
        return Spelling.Near(word, known) is [var nearest, ..]
            ? $"; did you mean {section}:{nearest}?"
            : $"; {section} has {string.Join(", ", known)}";
    }

    private static bool Names(Setting setting, string path) => setting.IsList
        ? path.StartsWith($"{setting.Name}:", StringComparison.OrdinalIgnoreCase) || path.Equals(setting.Name, StringComparison.OrdinalIgnoreCase)
        : path.Equals(setting.Name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Leaves(IConfigurationSection section) =>
        section.GetChildren().SelectMany(child => child.Value is null ? Leaves(child) : Leaves(child).Prepend(child.Path));
}
