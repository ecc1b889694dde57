// What wakes the operator. The queries stand in queries/rule-*.kql; what to do is told in the runbook, under the rule's name.
// Every rule looks back at least twice as far as it runs often: telemetry arrives minutes late, and what fell between two
// looks would never be seen. A rule that fired stays quiet until it is well again.

param location string
param tags object
param insightsId string
param actionGroupId string
param runbook string

@description('Percent of the sources that may fail at once.')
param failingSharePercent int = 20

@description('Failures of functions and exceptions in 15 minutes that are borne: every message is tried five times.')
param failuresBorne int = 5

type rule = {
  @description('Its name, and the paragraph of the runbook.')
  name: string
  title: string
  severity: 0 | 1 | 2 | 3
  query: string
  every: string
  window: string

  @description('What is compared: Count of rows, or an aggregate of the column measure.')
  aggregation: 'Count' | 'Maximum' | 'Total'
  measure: string?
  operator: 'GreaterThan' | 'LessThan'
  threshold: int

  @description('A column; each of its values is watched, and told, for itself.')
  by: string?
}

var rules rule[] = [
  {
    name: 'watch-stopped'
    title: 'No sweep for 10 minutes: nothing is watched'
    severity: 0
    query: loadTextContent('../queries/rule-watch-stopped.kql')
    every: 'PT5M'
    window: 'PT10M'
    aggregation: 'Count'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'functions-failing'
    title: 'Functions fail'
    severity: 1
    query: loadTextContent('../queries/rule-functions-failing.kql')
    every: 'PT5M'
    window: 'PT15M'
    aggregation: 'Count'
    operator: 'GreaterThan'
    threshold: failuresBorne
  }
  {
    name: 'messages-given-up'
    title: 'Messages were given up after five tries'
    severity: 1
    query: loadTextContent('../queries/rule-messages-given-up.kql')
    every: 'PT5M'
    window: 'PT15M'
    aggregation: 'Maximum'
    measure: 'depth'
    operator: 'GreaterThan'
    threshold: 0
    by: 'queue'
  }
  {
    name: 'alerts-undelivered'
    title: 'An alert waits for more than 30 minutes'
    severity: 1
    query: loadTextContent('../queries/rule-alerts-undelivered.kql')
    every: 'PT5M'
    window: 'PT15M'
    aggregation: 'Maximum'
    measure: 'seconds'
    operator: 'GreaterThan'
    threshold: 1800
  }
  {
    name: 'source-failing'
    title: 'A source is failing, or well again'
    severity: 2
    query: loadTextContent('../queries/rule-source-failing.kql')
    every: 'PT15M'
    window: 'PT30M'
    aggregation: 'Count'
    operator: 'GreaterThan'
    threshold: 0
    by: 'message'
  }
  {
    name: 'many-sources-failing'
    title: 'Many sources fail at once'
    severity: 1
    query: loadTextContent('../queries/rule-many-sources-failing.kql')
    every: 'PT15M'
    window: 'PT30M'
    aggregation: 'Maximum'
    measure: 'percent'
    operator: 'GreaterThan'
    threshold: failingSharePercent
  }
  {
    name: 'mails-refused'
    title: 'SendGrid refuses mails'
    severity: 1
    query: loadTextContent('../queries/rule-mails-refused.kql')
    every: 'PT15M'
    window: 'PT30M'
    aggregation: 'Total'
    measure: 'refused'
    operator: 'GreaterThan'
    threshold: 0
    by: 'status'
  }
]

resource queryRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: rule.name
    location: location
    tags: tags
    properties: {
      displayName: rule.title
      description: '${rule.title}. ${runbook}#${rule.name}'
      severity: rule.severity
      enabled: true
      evaluationFrequency: rule.every
      windowSize: rule.window
      autoMitigate: true
      scopes: [insightsId]
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: rule.aggregation
            metricMeasureColumn: rule.?measure
            operator: rule.operator
            threshold: rule.threshold
            dimensions: contains(rule, 'by') ? [{ name: rule.?by!, operator: 'Include', values: ['*'] }] : []
          }
        ]
      }
      actions: { actionGroups: [actionGroupId] }
    }
  }
]
