// Everything Alerts needs, in one resource group that this makes. One room a file in modules/; what a trial and a service differ
// in stands in stages.bicep, what a deployment is told in main.bicepparam. The app reaches storage, secrets and telemetry by its
// own identity; no key of an account exists.
targetScope = 'subscription'

import { stage as stageType } from 'stages.bicep'

@description('Names the resource group, and with location and subscription everything in it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Azure region of everything.')
param location string

@description('Sizes, copies and limits: one of stages.bicep.')
param stage stageType

@description('Storage and vault answer only inside a virtual network, which the app joins. Costs four private endpoints.')
param privateNetwork bool = false

@description('With a private network: public IPv4 addresses that reach storage and vault nevertheless, for the command line.')
param operatorAddresses string[] = []

@description('Object id of the person or group that may read and write storage and secrets; empty for who deploys.')
param operatorPrincipalId string = ''

@description('Who is told when an alert rule fires or the budget runs out; empty for nobody.')
param operatorEmail string = ''

@description('The sender of mails, verified with SendGrid: Alerts <alerts@example.org>. Needed with a key.')
param emailFrom string = ''

@description('Who runs this, told to every site that is watched: a URL or mail address.')
param fetchContact string = ''

@description('Mails leave through SendGrid: its key is in the vault, or handed over now. Else email waits until there is one, and everything else runs.')
param sendsMail bool = false

@description('SendGrid key, put into the vault; empty leaves what the vault holds.')
@secure()
param sendGridKey string = ''

@description('Where the runbook is read; the rules link to its paragraphs.')
param runbook string = 'docs/runbook.md'

@description('Randomness for the key that addresses are encrypted with. Used by the first deployment alone.')
@secure()
param seed string = '${newGuid()}${newGuid()}'

@description('First day that the budget counts, the first of a month. Used by the first deployment alone.')
param budgetFrom string = utcNow('yyyy-MM-01')

var token = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName }
var operator = empty(operatorPrincipalId) ? deployer().objectId : operatorPrincipalId
// The program wants a sender even while it has no key to send with: one that can never be anybody's.
var sender = !empty(emailFrom)
  ? emailFrom
  : sendsMail
      ? fail('emailFrom is missing: with a SendGrid key the sender has to be set (ALERTS_EMAIL_FROM), one that SendGrid has verified.')
      : 'Alerts <alerts@sender.invalid>'
var addresses = filter(operatorAddresses, address => !empty(address))

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'id-${token}', location: location, tags: tags }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    sku: stage.storageSku
    lock: stage.lockData
    isPrivate: privateNetwork
    addresses: addresses
    backupDays: stage.backupDays
    appPrincipalId: identity.outputs.principalId
    operatorPrincipalId: operator
  }
}

module telemetry 'modules/telemetry.bicep' = {
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    capGB: stage.telemetryCapGB
    days: stage.telemetryDays
    appPrincipalId: identity.outputs.principalId
    operatorEmail: operatorEmail
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    purgeProtection: stage.purgeProtection
    lock: stage.lockData
    isPrivate: privateNetwork
    addresses: addresses
    appPrincipalId: identity.outputs.principalId
    operatorPrincipalId: operator
    seed: seed
    sendGridKey: sendGridKey
    actionGroupId: telemetry.outputs.actionGroupId
    runbook: runbook
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    storageId: storage.outputs.id
    vaultId: vault.outputs.id
  }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: 'func-${token}'
    location: location
    tags: tags
    stage: stage
    subnetId: network.?outputs.appSubnetId ?? ''
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    storageName: storage.outputs.name
    packages: storage.outputs.packages
    vaultName: vault.outputs.name
    insightsName: telemetry.outputs.insightsName
    emailFrom: sender
    sendsMail: sendsMail
    fetchContact: fetchContact
  }
}

module rules 'modules/rules.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    insightsId: telemetry.outputs.insightsId
    actionGroupId: telemetry.outputs.actionGroupId
    runbook: runbook
  }
}

module availability 'modules/availability.bicep' = if (!empty(stage.availabilityLocations)) {
  scope: group
  params: {
    location: location
    tags: tags
    locations: stage.availabilityLocations
    url: app.outputs.url
    insightsId: telemetry.outputs.insightsId
    actionGroupId: telemetry.outputs.actionGroupId
    runbook: runbook
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    insightsId: telemetry.outputs.insightsId
    logsId: telemetry.outputs.logsId
  }
}

module budget 'modules/budget.bicep' = if (stage.monthlyBudget > 0) {
  scope: group
  params: {
    amount: stage.monthlyBudget
    from: budgetFrom
    actionGroupId: telemetry.outputs.actionGroupId
  }
}

// azd keeps these for the next deployment and for `azd env get-values`.
output AZURE_RESOURCE_GROUP string = group.name
output ALERTS_APP_NAME string = app.outputs.name
output ALERTS_URL string = app.outputs.url
output ALERTS_VAULT_NAME string = vault.outputs.name
output AlertsStorage__tableServiceUri string = storage.outputs.tableServiceUri
output AlertsStorage__queueServiceUri string = storage.outputs.queueServiceUri
output AlertsStorage__blobServiceUri string = storage.outputs.blobServiceUri
output SENDGRID_KEY_STORED bool = sendsMail
