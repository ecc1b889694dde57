using System.Text.Json;
using Alerts.Storage.Protection;
using Microsoft.Extensions.Configuration;

namespace Alerts.FunctionsContract.Infra;

/// <summary>Who may do what, where from, and where secrets stand.</summary>
public sealed class InfraAccessTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> RoleNames = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    private Prediction trial = null!;
    private Prediction service = null!;

    public async ValueTask InitializeAsync() => (trial, service) = (await Prediction.Trial.Value, await Prediction.Service.Value);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void These_are_all_roles_and_no_other() => Assert.Equal(
        [
            "app: Key Vault Secrets User on vaults",
            "app: Monitoring Metrics Publisher on components",
            "app: Storage Blob Data Owner on storageAccounts",
            "app: Storage Queue Data Contributor on storageAccounts",
            "app: Storage Table Data Contributor on storageAccounts",
            "operator: Key Vault Secrets Officer on vaults",
            "operator: Storage Blob Data Contributor on storageAccounts",
            "operator: Storage Queue Data Contributor on storageAccounts",
            "operator: Storage Table Data Contributor on storageAccounts",
        ],
        service.All("Microsoft.Authorization/roleAssignments").Select(Role).Order());

    [Fact]
    public void Who_deploys_is_the_operator_when_nobody_is_named() => Assert.Contains(
        "deployer().objectId",
        trial.All("Microsoft.Authorization/roleAssignments").Select(r => r.GetProperty("properties").GetProperty("principalId").GetString()!.Trim('[', ']')));

    [Fact]
    public void Storage_telemetry_and_publishing_know_no_key()
    {
        Assert.False(service.Properties("Microsoft.Storage/storageAccounts").GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.Equal("TLS1_2", service.Properties("Microsoft.Storage/storageAccounts").GetProperty("minimumTlsVersion").GetString());
        Assert.True(service.Properties("Microsoft.Insights/components").GetProperty("DisableLocalAuth").GetBoolean());
        Assert.StartsWith("[format('ClientId={0};Authorization=AAD'", service.Settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"], StringComparison.Ordinal);
        Assert.All(
            service.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            policy => Assert.False(policy.GetProperty("properties").GetProperty("allow").GetBoolean()));
    }

    [Fact]
    public void A_secret_stands_in_the_vault_and_nowhere_else()
    {
        Assert.DoesNotContain(Prediction.SendGridKey, service.Text, StringComparison.Ordinal);
        Assert.Equal("[parameters('sendGridKey')]", Secret(service, "sendgrid-key"));
        Assert.EndsWith("secrets/sendgrid-key)", Reference("Email__ApiKey"), StringComparison.Ordinal);
        Assert.EndsWith("secrets/protection-key)", Reference("Protection__Key"), StringComparison.Ordinal);
        Assert.All(service.Settings.Where(s => s.Key.EndsWith("Key", StringComparison.Ordinal)), s => Assert.Contains("@Microsoft.KeyVault(", s.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_protection_key_is_random_and_the_program_takes_it()
    {
        Assert.Equal("[format('{0}0=', take(replace(format('{0}{1}', newGuid(), newGuid()), '-', ''), 42))]", Secret(trial, "protection-key"));

        var made = $"{$"{Guid.NewGuid()}{Guid.NewGuid()}".Replace("-", "", StringComparison.Ordinal)[..42]}0=";
        Protector.Of(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(ProtectionKey.Setting, made)]).Build());
    }

    [Fact]
    public async Task Only_the_first_deployment_makes_the_key_and_the_budget()
    {
        var (template, _) = await Bicep.RunAsync("build", "main.bicep", "--stdout");

        Assert.Equal(
            ["Microsoft.Consumption/budgets", "Microsoft.KeyVault/vaults/secrets"],
            MadeOnce(JsonElement.Parse(template)).Order());
    }

    [Fact]
    public void Without_a_private_network_storage_and_vault_answer_everywhere_and_no_network_is_made()
    {
        Assert.Equal(("Enabled", "Allow"), Door(service, "Microsoft.Storage/storageAccounts"));
        Assert.Equal(("Enabled", "Allow"), Door(service, "Microsoft.KeyVault/vaults"));
        Assert.DoesNotContain(service.Resources, r => r.GetProperty("type").GetString()!.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_private_network_storage_and_vault_answer_inside_alone_and_the_app_is_inside()
    {
        var inside = await Prediction.Private.Value;

        Assert.Equal(("Disabled", "Deny"), Door(inside, "Microsoft.Storage/storageAccounts"));
        Assert.Equal(("Disabled", "Deny"), Door(inside, "Microsoft.KeyVault/vaults"));
        Assert.Equal(
            ["blob", "queue", "table", "vault"],
            inside.All("Microsoft.Network/privateEndpoints")
                .Select(e => e.GetProperty("properties").GetProperty("privateLinkServiceConnections")[0].GetProperty("properties").GetProperty("groupIds")[0].GetString()).Order());
        Assert.Equal(
            [
                "[format('privatelink.blob.{0}', environment().suffixes.storage)]",
                "[format('privatelink.queue.{0}', environment().suffixes.storage)]",
                "[format('privatelink.table.{0}', environment().suffixes.storage)]",
                "[format('privatelink{0}', replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.'))]",
            ],
            inside.Names("Microsoft.Network/privateDnsZones"));
        Assert.Contains("appSubnetId", inside.Properties("Microsoft.Web/sites").GetProperty("virtualNetworkSubnetId").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_s_addresses_reach_into_a_private_network()
    {
        var inside = await Prediction.PrivateWithAnOpening.Value;

        Assert.Equal(("Enabled", "Deny"), Door(inside, "Microsoft.Storage/storageAccounts"));
        Assert.Equal(
            ["203.0.113.7", "203.0.113.8"],
            inside.Properties("Microsoft.KeyVault/vaults").GetProperty("networkAcls").GetProperty("ipRules").EnumerateArray().Select(r => r.GetProperty("value").GetString()));
    }

    private static (string? Public, string? Others) Door(Prediction prediction, string type)
    {
        var properties = prediction.Properties(type);
        return (properties.GetProperty("publicNetworkAccess").GetString(), properties.GetProperty("networkAcls").GetProperty("defaultAction").GetString());
    }

    private string Reference(string setting) => service.Settings[setting].Split("'")[1] is var text && text.StartsWith("@Microsoft.KeyVault(SecretUri=", StringComparison.Ordinal)
        ? text
        : throw new InvalidOperationException($"{setting} is no reference to the vault.");

    private static string? Secret(Prediction prediction, string name) => prediction.All("Microsoft.KeyVault/vaults/secrets")
        .Single(s => Prediction.NameOf(s) == name).GetProperty("properties").GetProperty("value").GetString();

    private static string Role(JsonElement assignment)
    {
        var properties = assignment.GetProperty("properties");
        var who = properties.GetProperty("principalId").GetString() == Prediction.Operator ? "operator" : "app";
        var role = RoleNames[properties.GetProperty("roleDefinitionId").GetString()!.Split('/')[^1]];
        return $"{who}: {role} on {assignment.GetProperty("id").GetString()!.Split('/')[^6]}";
    }

    private static IEnumerable<string> MadeOnce(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object when part.TryGetProperty("@options", out var options) && options.TryGetProperty("onlyIfNotExists", out _) => [part.GetProperty("type").GetString()!],
        JsonValueKind.Object => part.EnumerateObject().SelectMany(p => MadeOnce(p.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(MadeOnce),
        _ => [],
    };
}
