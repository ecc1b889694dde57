// Everything Alerts needs in one resource group. The function app reaches storage, secrets and telemetry by its own identity;
// the only secrets, which an operator puts into the vault once, never pass through a deployment:
//   az keyvault secret set --vault-name <vault> --name protection-key --value "$(openssl rand -base64 32)"
//   az keyvault secret set --vault-name <vault> --name sendgrid-key --file <file>

@description('Starts the name of every resource: lower-case letters and digits.')
@minLength(3)
@maxLength(10)
param name string = 'alerts'

param location string = resourceGroup().location

@description('When sources that are due are looked for: six-field NCrontab, UTC.')
param sweepSchedule string = '0 * * * * *'

@description('When dates that are near or past are looked for: six-field NCrontab, UTC.')
param remindSchedule string = '0 5 * * * *'

@description('The address alerts are sent from, verified with SendGrid.')
param emailFrom string

@description('Who is told of a source that fails, once, and once when it is well again; empty for nobody.')
param operatorEmail string = ''

@description('Upper bound of instances of one function.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

var suffix = uniqueString(resourceGroup().id, name)
var tables = [
  'cases'
  'catalog'
  'sources'
  'documents'
  'pagechanges'
  'outbox'
  'subscribers'
  'subscriptions'
  'endpoints'
  'deliveries'
]
var queues = ['checks', 'alerts', 'deliveries']
var snapshots = 'snapshots'
var notices = [
  {
    name: 'sources'
    displayName: 'A source is failing, or well again'
    query: 'traces | where customDimensions.EventName in ("TurnedFailing", "Healed")'
  }
]
var deployments = 'deployments'

var roles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${name}${suffix}'
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
  }

  resource tableService 'tableServices' = {
    name: 'default'
    resource table 'tables' = [for table in tables: { name: table }]
  }

  resource queueService 'queueServices' = {
    name: 'default'
    resource queue 'queues' = [for queue in queues: { name: queue }]
    resource poison 'queues' = [for queue in queues: { name: '${queue}-poison' }]
  }

  resource blobService 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: 14 }
    }
    resource container 'containers' = [for container in [snapshots, deployments]: { name: container }]
  }
}

resource storageRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(storage.id, identity.id, role.value)
    scope: storage
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}${suffix}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource vaultRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
  }
}

// A source that turns failing, or well again, is logged once; and told to the operator once.
resource operator 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(operatorEmail)) {
  name: '${name}-operator'
  location: 'global'
  properties: {
    groupShortName: name
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: operatorEmail, useCommonAlertSchema: true }]
  }
}

resource notice 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in notices: if (!empty(operatorEmail)) {
    name: '${name}-${rule.name}'
    location: location
    properties: {
      displayName: rule.displayName
      severity: 2
      enabled: true
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      scopes: [insights.id]
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            dimensions: [{ name: 'message', operator: 'Include', values: ['*'] }]
          }
        ]
      }
      actions: { actionGroups: [operator.id] }
    }
  }
]

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-${suffix}'
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstanceCount
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${deployments}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
    }
  }
  dependsOn: [storageRoles, vaultRole]

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      SweepSchedule: sweepSchedule
      RemindSchedule: remindSchedule

      // The host's own storage: leases, timer status, keys.
      AzureWebJobsStorage__accountName: storage.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.properties.clientId

      AlertsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
      AlertsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
      AlertsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
      AlertsStorage__credential: 'managedidentity'
      AlertsStorage__clientId: identity.properties.clientId

      // The program's own clients (DefaultAzureCredential) take the same identity.
      AZURE_CLIENT_ID: identity.properties.clientId

      Protection__Key: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/protection-key)'
      Email__ApiKey: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/sendgrid-key)'
      Email__From: emailFrom

      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      OTEL_SERVICE_NAME: name
      Logging__LogLevel__Microsoft: 'Warning'

      // The web app answers at the root, not the host's welcome page.
      AzureWebJobsDisableHomepage: 'true'

      // The worker ends with exit code 139 on .NET 10 otherwise (azure-functions-dotnet-worker issue 3335).
      WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0'
    }
  }

  resource ftpPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scmPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output appName string = app.name
output url string = 'https://${app.properties.defaultHostName}'
output vaultName string = vault.name
