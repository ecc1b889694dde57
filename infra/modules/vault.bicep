// The two secrets. The key that addresses are encrypted with is made here, once, and seen by nobody; a later deployment leaves it alone.

param name string
param location string
param tags object
param purgeProtection bool
param lock bool
param isPrivate bool
param addresses string[]
param appPrincipalId string
param operatorPrincipalId string
param actionGroupId string
param runbook string

@description('Two random GUIDs.')
@secure()
@minLength(72)
param seed string

@secure()
param sendGridKey string

@description('When the SendGrid key is put in, so that a year later it can be told to be old.')
param now string = utcNow()

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    // Left out rather than false: Azure does not take false.
    enablePurgeProtection: purgeProtection ? true : null
    publicNetworkAccess: isPrivate && empty(addresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      ipRules: [for address in isPrivate ? addresses : []: { value: address }]
    }
  }
}

// 42 hex digits of two random GUIDs (162 random bits), read as base64, and an end that makes them 32 bytes.
@onlyIfNotExists()
resource protectionKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'protection-key'
  tags: tags
  properties: {
    contentType: 'Protection:Key, 32 bytes in base64. Who loses it loses all addresses.'
    value: '${take(replace(seed, '-', ''), 42)}0='
  }
}

resource mailKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(sendGridKey)) {
  parent: vault
  name: 'sendgrid-key'
  tags: tags
  properties: {
    contentType: 'Email:ApiKey'
    value: sendGridKey
    // It works on after that day; the vault then tells that it is old.
    attributes: { exp: dateTimeToEpoch(dateTimeAdd(now, 'P1Y')) }
  }
}

resource appRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, 'app', secretsUser)
  scope: vault
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource operatorRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, operatorPrincipalId, secretsOfficer)
  scope: vault
  properties: {
    principalId: operatorPrincipalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsOfficer)
  }
}

resource undeletable 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'data'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Without its key no address can be read. docs/operators.md tells how to take this service down.'
  }
}

// The vault itself knows when a secret or certificate gets old, and tells 30 days before.
resource events 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-${name}'
  location: location
  tags: tags
  properties: { source: vault.id, topicType: 'Microsoft.KeyVault.vaults' }

  resource expiry 'eventSubscriptions' = {
    name: 'secret-expires'
    properties: {
      eventDeliverySchema: 'CloudEventSchemaV1_0'
      filter: {
        includedEventTypes: [
          'Microsoft.KeyVault.SecretNearExpiry'
          'Microsoft.KeyVault.SecretExpired'
          'Microsoft.KeyVault.CertificateNearExpiry'
          'Microsoft.KeyVault.CertificateExpired'
        ]
      }
      destination: {
        endpointType: 'MonitorAlert'
        properties: {
          severity: 'Sev2'
          description: 'A secret in the vault is due to be renewed. ${runbook}#secret-expires'
          actionGroups: [actionGroupId]
        }
      }
    }
  }
}

output id string = vault.id
output name string = vault.name
