// What a trial and a service that people rely on differ in. Choose with ALERTS_STAGE; change the numbers here.

@export()
type stage = {
  @description('Copies of the data: Standard_LRS in one building, Standard_ZRS in three (not every region has them), Standard_GZRS in a second region too.')
  storageSku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

  @description('A deleted vault can be purged by nobody for 90 days. Once on it stays on, and its name is taken that long.')
  purgeProtection: bool

  @description('Storage account and vault cannot be deleted, nor the group that holds them, until the lock is taken away.')
  lockData: bool

  @description('Memory of an instance in MB; half of what an execution costs is this.')
  instanceMemoryMB: 512 | 2048 | 4096

  @description('Upper bound of instances of each function; with it the most that anonymous requests can cost.')
  @minValue(1)
  @maxValue(1000)
  maximumInstances: int

  @description('Instances that wait for requests; 0 for none: the first request after a pause then waits for a start.')
  @minValue(0)
  alwaysReadyInstances: int

  @description('Requests that one instance answers at once.')
  @minValue(1)
  @maxValue(1000)
  requestsPerInstance: int

  @description('GB of telemetry a day, after which no more is taken until the next day.')
  @minValue(1)
  telemetryCapGB: int

  @description('Days that telemetry is kept.')
  @minValue(30)
  @maxValue(730)
  telemetryDays: int

  @description('Days that a backup is kept.')
  @minValue(7)
  backupDays: int

  @description('Azure\'s places from which /api/health is asked every 15 minutes; none for no test. Each costs about 1.7 USD a month.')
  availabilityLocations: string[]

  @description('In the currency of the account; at 80 % (foreseen) and 100 % (spent) the operator is told. 0 for no budget.')
  @minValue(0)
  monthlyBudget: int
}

@export()
var stages = {
  dev: {
    storageSku: 'Standard_LRS'
    purgeProtection: false
    lockData: false
    instanceMemoryMB: 2048
    maximumInstances: 10
    alwaysReadyInstances: 0
    requestsPerInstance: 16
    telemetryCapGB: 1
    telemetryDays: 30
    backupDays: 7
    availabilityLocations: []
    monthlyBudget: 25
  }
  prod: {
    storageSku: 'Standard_ZRS'
    purgeProtection: true
    lockData: true
    instanceMemoryMB: 2048
    maximumInstances: 40
    alwaysReadyInstances: 0
    requestsPerInstance: 16
    telemetryCapGB: 2
    telemetryDays: 90
    backupDays: 90
    availabilityLocations: ['emea-nl-ams-azr', 'us-va-ash-azr', 'apac-sg-sin-azr']
    monthlyBudget: 75
  }
}
