// The function app on Flex Consumption, and all its settings.

import { stage as stageType } from '../stages.bicep'

param name string
param location string
param tags object
param stage stageType
param subnetId string
param identityId string
param clientId string
param storageName string
param packages string
param vaultName string
param insightsName string
param emailFrom string
param sendsMail bool
param fetchContact string

@description('When sources that are due are looked for: six-field NCrontab, UTC.')
param sweepSchedule string = '0 * * * * *'

@description('When dates that are near or past are looked for: six-field NCrontab, UTC.')
param remindSchedule string = '0 5 * * * *'

@description('When all cases are written into the container backups: six-field NCrontab, UTC.')
param backupSchedule string = '0 20 2 * * *'

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: storageName }
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: vaultName }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: insightsName }

var tables = storage.properties.primaryEndpoints.table
var queues = storage.properties.primaryEndpoints.queue
var blobs = storage.properties.primaryEndpoints.blob

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'alerts' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: { minTlsVersion: '1.2', http20Enabled: true }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: stage.instanceMemoryMB
        maximumInstanceCount: stage.maximumInstances
        alwaysReady: stage.alwaysReadyInstances > 0 ? [{ name: 'http', instanceCount: stage.alwaysReadyInstances }] : []
        triggers: { http: { perInstanceConcurrency: stage.requestsPerInstance } }
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packages
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(
      {
        SweepSchedule: sweepSchedule
        RemindSchedule: remindSchedule
        BackupSchedule: backupSchedule

        // The host's own storage: leases, timer status, keys.
        AzureWebJobsStorage__blobServiceUri: blobs
        AzureWebJobsStorage__queueServiceUri: queues
        AzureWebJobsStorage__tableServiceUri: tables
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: clientId

        AlertsStorage__tableServiceUri: tables
        AlertsStorage__queueServiceUri: queues
        AlertsStorage__blobServiceUri: blobs
        AlertsStorage__credential: 'managedidentity'
        AlertsStorage__clientId: clientId

        Protection__Key: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/protection-key)'

        Email__From: emailFrom

        APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
        OTEL_SERVICE_NAME: 'alerts'
        Logging__LogLevel__Microsoft: 'Warning'

        // The web app answers at the root, not the host's welcome page.
        AzureWebJobsDisableHomepage: 'true'

        // The worker ends with exit code 139 on .NET 10 otherwise (azure-functions-dotnet-worker issue 3335).
        WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0'
      },
      sendsMail
        ? { Email__ApiKey: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/sendgrid-key)' }
        : {},
      empty(fetchContact) ? {} : { Fetch__Contact: fetchContact }
    )
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

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
