namespace Alerts.Configuration;

/// <summary>What is wrong with a setting, and what is expected; never a secret's value.</summary>
/// <param name="Setting">Its name with colons.</param>
/// <param name="Text">Goes on from the name: <c>is missing; expected …</c>.</param>
public sealed record SettingProblem(string Setting, string Text)
{
    public override string ToString() => Configuration.Setting.EnvironmentOf(Setting) is var variable && variable == Setting
        ? $"{Setting} {Text}"
        : $"{Setting} (environment: {variable}) {Text}";
}

/// <summary>Settings are wrong. The message lists them all, with the cure of each and where it is set.</summary>
public sealed class SettingsException(IReadOnlyList<SettingProblem> problems, Front front) : Exception(Told(problems, front))
{
    public IReadOnlyList<SettingProblem> Problems { get; } = problems;

    private static string Told(IReadOnlyList<SettingProblem> problems, Front front) => $"""
        {(problems.Count == 1 ? "A setting is" : $"{problems.Count} settings are")} wrong; nothing was started.
        {string.Join('\n', problems.Select(p => $"  {p}"))}
        Settings are read from {Place(front)}. docs/settings.md lists them all.
        """;

    private static string Place(Front front) => front == Front.Azure
        ? "the function app's settings, which are its environment"
        : "alerts.json in the data folder and from the environment, which goes before it";
}
