using System.Text;
using Alerts.Configuration;

namespace Alerts.Tests.Configuration;

/// <summary>docs/settings.md holds a table of all settings, made from the list.</summary>
public class SettingDocsTests
{
    private const string Renew = "ALERTS_RENEW_DOCS";
    private const string Begin = "<!-- settings: made from SettingList.cs -->\n";
    private const string End = "<!-- end of settings -->";

    private static readonly string File = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "docs", "settings.md");

    [Fact]
    public async Task The_documented_settings_are_those_that_the_program_reads()
    {
        var text = (await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable(Renew) is { Length: > 0 })
        {
            await System.IO.File.WriteAllTextAsync(File, text[..from] + Table() + text[to..], TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(
            text[from..to] == Table(),
            $"""docs/settings.md is out of date. Renew it: {Renew}=1 dotnet run --project tests/Alerts.Tests -- -class "*{nameof(SettingDocsTests)}" """);
    }

    private static string Table()
    {
        var table = new StringBuilder("| setting | default | meaning | expected |\n| --- | --- | --- | --- |\n");
        foreach (var setting in SettingList.All)
        {
            var notes = string.Concat(setting.NeededInAzure ? " **Needed in Azure.**" : "", setting.IsSecret ? " *Secret.*" : "");
            table.Append($"| `{setting.Name}{(setting.IsList ? ":0…" : "")}` | {(setting.Default is { } value ? $"`{value}`" : "")} | {setting.Meaning}.{notes} | {setting.Expected.Text} |\n");
        }

        return table.ToString();
    }

    private static string Root(DirectoryInfo folder) => folder.GetFiles("Alerts.sln").Length > 0 ? folder.FullName : Root(folder.Parent!);
}
