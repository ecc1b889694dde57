// The one account that holds everything: tables, queues, snapshots, backups, and the packages that the app is started from.

param name string
param location string
param tags object
param sku string
param lock bool
param isPrivate bool
param addresses string[]
param backupDays int
param appPrincipalId string
param operatorPrincipalId string

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
var backups = 'backups'
var packages = 'deployments'

var blobOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var queueContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: isPrivate && empty(addresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      ipRules: [for address in isPrivate ? addresses : []: { value: address, action: 'Allow' }]
    }
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
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 14 }
      containerDeleteRetentionPolicy: { enabled: true, days: 14 }
    }
    resource container 'containers' = [for container in [snapshots, backups, packages]: { name: container }]
  }

  // Snapshots prove what was told and are kept; they are seldom read, so they cool down. Backups age and go.
  // What was overwritten or deleted is kept for two weeks.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    dependsOn: [blobService]
    properties: {
      policy: {
        rules: [
          {
            name: 'cool-snapshots'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${snapshots}/'] }
              actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 30 } } }
            }
          }
          {
            name: 'forget-backups'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${backups}/'] }
              actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: backupDays } } }
            }
          }
          {
            name: 'forget-versions'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'] }
              actions: { version: { delete: { daysAfterCreationGreaterThan: 14 } } }
            }
          }
        ]
      }
    }
  }
}

// The app's: blobs as owner, because the host keeps its leases and keys there.
resource appRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [blobOwner, queueContributor, tableContributor]: {
    name: guid(account.id, 'app', role)
    scope: account
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// The operator's, for the command line.
resource operatorRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [blobContributor, queueContributor, tableContributor]: {
    name: guid(account.id, operatorPrincipalId, role)
    scope: account
    properties: {
      principalId: operatorPrincipalId
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource undeletable 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'data'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'All cases, subscribers and proofs. docs/operators.md tells how to take this service down.'
  }
}

output id string = account.id
output name string = account.name
output tableServiceUri string = account.properties.primaryEndpoints.table
output queueServiceUri string = account.properties.primaryEndpoints.queue
output blobServiceUri string = account.properties.primaryEndpoints.blob
output packages string = '${account.properties.primaryEndpoints.blob}${packages}'
