using System.Text.RegularExpressions;

namespace Alerts.FunctionsContract.Infra;

/// <summary>What azd, the workflow and the operator's guide say agrees with infra/.</summary>
public sealed partial class InfraGuideTests
{
    private static readonly IReadOnlyList<string> Told =
        [.. Read().Matches(File.ReadAllText(Path.Combine(Bicep.Folder, "main.bicepparam"))).Select(m => m.Groups["name"].Value).Distinct()];

    [Fact]
    public void What_a_deployment_is_told_stands_in_the_operators_guide() => Assert.All(Told, name => Assert.Contains($"`{name}`", Text("operators.md"), StringComparison.Ordinal));

    [Fact]
    public void The_workflow_hands_all_of_it_over_but_the_key_which_it_never_sees()
    {
        var workflow = Text("deploy.yml");

        Assert.All(Told.Except(["SENDGRID_KEY"]), name => Assert.Contains($"\n  {name}: ", workflow, StringComparison.Ordinal));
        Assert.DoesNotContain("secrets.", workflow, StringComparison.Ordinal);
    }

    [Fact]
    public void Azd_publishes_the_app_to_the_site_that_bears_its_service_s_tag() => Assert.Contains(
        "services:\n  alerts:\n    project: src/Alerts.Functions\n    language: dotnet\n    host: function\n", Text("azure.yaml"), StringComparison.Ordinal);

    private static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "operating", file));

    [GeneratedRegex("readEnvironmentVariable\\('(?<name>\\w+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Read();
}
