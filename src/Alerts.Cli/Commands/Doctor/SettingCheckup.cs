using System.Reflection;
using System.Runtime.InteropServices;
using Alerts.Configuration;
using Microsoft.Extensions.Configuration;

namespace Alerts.Cli.Commands.Doctor;

/// <summary>The program and its settings.</summary>
internal static class SettingCheckup
{
    public static Checkup Version => new("version", _ => Task.FromResult<IReadOnlyList<Finding>>(
        [new Finding("version", Verdict.Ok, $"alerts {Informational}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}")]));

    public static Checkup Settings(IConfiguration settings, string? unreadable) => new("settings", _ => Task.FromResult<IReadOnlyList<Finding>>(Look(settings, unreadable)));

    /// <summary>Whoever would be asked by wrong settings is not asked.</summary>
    /// <returns>null when none is wrong whose name begins so.</returns>
    public static Finding? Blame(string check, IConfiguration settings, string begin) =>
        SettingCheck.Problems(settings, Front.OneMachine).Any(p => p.Setting.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
            ? new Finding(check, Verdict.Problem, "is not looked at", $"Set right what is said of {begin} under settings.")
            : null;

    private static string? Informational => typeof(SettingCheckup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    private static List<Finding> Look(IConfiguration settings, string? unreadable)
    {
        var wrong = SettingCheck.Problems(settings, Front.OneMachine).Select(p => p.ToString());
        var problems = (unreadable is null ? wrong : wrong.Prepend(unreadable)).Select(text => new Finding("settings", Verdict.Problem, text)).ToList();
        return problems.Count > 0 ? problems : [new Finding("settings", Verdict.Ok, "all are right")];
    }
}
