// What a deployment is told, by the environment: azd hands over its own (`azd env set NAME value`), az takes the shell's.
using 'main.bicep'

import { stages } from 'stages.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'alerts')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param stage = stages[readEnvironmentVariable('ALERTS_STAGE', 'dev')]
param privateNetwork = bool(readEnvironmentVariable('ALERTS_PRIVATE_NETWORK', 'false'))
param operatorAddresses = split(readEnvironmentVariable('ALERTS_OPERATOR_ADDRESSES', ''), ',')
param operatorPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param operatorEmail = readEnvironmentVariable('ALERTS_OPERATOR_EMAIL', '')
param emailFrom = readEnvironmentVariable('ALERTS_EMAIL_FROM', '')
param fetchContact = readEnvironmentVariable('ALERTS_FETCH_CONTACT', '')
param sendGridKey = readEnvironmentVariable('SENDGRID_KEY', '')
param sendsMail = !empty(readEnvironmentVariable('SENDGRID_KEY', '')) || bool(readEnvironmentVariable(
  'SENDGRID_KEY_STORED',
  'false'
))
param runbook = readEnvironmentVariable('ALERTS_RUNBOOK', 'docs/runbook.md')
