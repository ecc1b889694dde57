// One look: is the watch alive, what fails, what waits, what was told, what does it cost.

param location string
param tags object
param insightsId string
param logsId string

@description('Half of the page, or all of it.')
type width = 50 | 100

type tile = {
  name: string
  title: string
  query: string
  shape: 'table' | 'linechart' | 'barchart' | 'stat'
  width: width

  @description('The workspace is asked, not the component.')
  fromLogs: bool?
}

type chapter = {
  title: string
  tiles: tile[]
}

var chapters chapter[] = [
  {
    title: 'Is the watch alive?'
    tiles: [
      {
        name: 'alive-sweeps'
        title: 'Sweeps; one a minute is well'
        shape: 'table'
        width: 50
        query: loadTextContent('../queries/tile-alive-sweeps.kql')
      }
      {
        name: 'alive-lag'
        title: 'Minutes that sources are overdue'
        shape: 'linechart'
        width: 50
        query: loadTextContent('../queries/tile-alive-lag.kql')
      }
      {
        name: 'alive-checks'
        title: 'Checks by outcome'
        shape: 'barchart'
        width: 100
        query: loadTextContent('../queries/tile-alive-checks.kql')
      }
    ]
  }
  {
    title: 'What fails?'
    tiles: [
      {
        name: 'fails-sources'
        title: 'Sources, healthy and failing'
        shape: 'linechart'
        width: 50
        query: loadTextContent('../queries/tile-fails-sources.kql')
      }
      {
        name: 'fails-functions'
        title: 'Failed functions and exceptions'
        shape: 'table'
        width: 50
        query: loadTextContent('../queries/tile-fails-functions.kql')
      }
      {
        name: 'fails-turns'
        title: 'Sources that turned failing or well again'
        shape: 'table'
        width: 100
        query: loadTextContent('../queries/tile-fails-turns.kql')
      }
    ]
  }
  {
    title: 'What waits?'
    tiles: [
      {
        name: 'waits-queues'
        title: 'Messages in the queues'
        shape: 'linechart'
        width: 50
        query: loadTextContent('../queries/tile-waits-queues.kql')
      }
      {
        name: 'waits-undelivered'
        title: 'The oldest alert that is not delivered'
        shape: 'linechart'
        width: 50
        query: loadTextContent('../queries/tile-waits-undelivered.kql')
      }
    ]
  }
  {
    title: 'What was told?'
    tiles: [
      {
        name: 'told-changes'
        title: 'Changes of cases'
        shape: 'barchart'
        width: 50
        query: loadTextContent('../queries/tile-told-changes.kql')
      }
      {
        name: 'told-events'
        title: 'Events read, and what was decided of them'
        shape: 'table'
        width: 50
        query: loadTextContent('../queries/tile-told-events.kql')
      }
      {
        name: 'told-deliveries'
        title: 'Tries to deliver'
        shape: 'table'
        width: 50
        query: loadTextContent('../queries/tile-told-deliveries.kql')
      }
      {
        name: 'told-latency'
        title: 'From first sight to handing over'
        shape: 'table'
        width: 50
        query: loadTextContent('../queries/tile-told-latency.kql')
      }
      {
        name: 'told-given-up'
        title: 'Deliveries given up'
        shape: 'table'
        width: 50
        query: loadTextContent('../queries/tile-told-given-up.kql')
      }
      {
        name: 'told-answers'
        title: 'What providers answered'
        shape: 'table'
        width: 50
        query: loadTextContent('../queries/tile-told-answers.kql')
      }
    ]
  }
  {
    title: 'What does it cost?'
    tiles: [
      {
        name: 'costs-runs'
        title: 'Runs of functions'
        shape: 'table'
        width: 50
        query: loadTextContent('../queries/tile-costs-runs.kql')
      }
      {
        name: 'costs-telemetry'
        title: 'Telemetry by table'
        shape: 'table'
        width: 50
        fromLogs: true
        query: loadTextContent('../queries/tile-costs-telemetry.kql')
      }
    ]
  }
]

var days = [86400000, 604800000, 2592000000]

var time = {
  type: 9
  name: 'time'
  content: {
    version: 'KqlParameterItem/1.0'
    style: 'pills'
    parameters: [
      {
        id: guid('time')
        version: 'KqlParameterItem/1.0'
        name: 'time'
        label: 'Time'
        type: 4
        isRequired: true
        value: { durationMs: days[0] }
        typeSettings: { selectableValues: map(days, duration => { durationMs: duration }) }
      }
    ]
  }
}

func heading(title string) object => {
  type: 1
  name: title
  content: { json: '## ${title}' }
}

func query(tile tile, insights string, logs string) object => {
  type: 3
  name: tile.name
  customWidth: string(tile.width)
  content: {
    version: 'KqlItem/1.0'
    title: tile.title
    query: tile.query
    visualization: tile.shape
    size: 0
    timeContextFromParameter: 'time'
    queryType: 0
    resourceType: tile.?fromLogs == true ? 'microsoft.operationalinsights/workspaces' : 'microsoft.insights/components'
    crossComponentResources: [tile.?fromLogs == true ? logs : insights]
  }
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Alerts'
    category: 'workbook'
    sourceId: insightsId
    serializedData: string({
      version: 'Notebook/1.0'
      items: concat(
        [time],
        flatten(map(
          chapters,
          chapter => concat([heading(chapter.title)], map(chapter.tiles, tile => query(tile, insightsId, logsId)))
        ))
      )
    })
  }
}
