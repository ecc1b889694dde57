// az deployment group create --resource-group <group> --parameters infra/main.bicepparam
using 'main.bicep'

param name = 'alerts'
param emailFrom = 'alerts@example.org'
param operatorEmail = 'operator@example.org'
