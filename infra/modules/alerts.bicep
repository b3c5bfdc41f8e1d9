metadata description = 'What somebody must look at. docs/betrieb.md says for each alert what it means and what to do.'

param prefix string
param location string
param tags object
param workspaceId string
param insightsId string
param topicId string
@minLength(1)
param mailAddresses string[]
@description('Address that answers 200 as long as the program lives.')
param availabilityUrl string

resource mail 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${prefix}-meldung'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'Produktrep'
    enabled: true
    emailReceivers: [
      for (address, index) in mailAddresses: {
        name: 'empfang-${index}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

// Each query answers with one row and one number, so that "nothing at all" is a number too.
// A run of a function is a request of the host ("RenderReport"), a dependency of the worker ("function RenderReport"), or both:
// it depends on the trigger and on the host's version.
var logAlerts = [
  {
    name: 'giftnachrichten'
    display: 'Ein Bericht oder eine Datei ist fünfmal gescheitert'
    severity: 1
    every: 'PT15M'
    over: 'PT15M'
    lookBack: ''
    // What lies there, as the program counts it every minute; and what the host put there, also while no instance runs.
    query: 'union (AppMetrics | where Name == "produktreport.stoerungen" | summarize Anzahl = max(todouble(Sum))), (AppTraces | where Message has "MaxDequeueCount" and Message has "-poison" | summarize Anzahl = todouble(count())) | summarize Anzahl = coalesce(max(Anzahl), 0.0)'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'funktionsfehler'
    display: 'Funktionen scheitern wiederholt'
    severity: 2
    every: 'PT15M'
    over: 'PT1H'
    lookBack: ''
    query: '''
      union withsource = Tabelle AppRequests, AppDependencies
      | where Success == false
      | where replace_string(Name, "function ", "") in ("IngestFigures", "PublishCatalogue", "AssembleReports", "RenderReport", "SendMessages")
      | summarize Anzahl = count() by Tabelle
      | summarize Anzahl = coalesce(max(Anzahl), 0)'''
    operator: 'GreaterThan'
    threshold: 5
  }
  {
    name: 'postausgang'
    display: 'Nachrichten bleiben im Postausgang liegen'
    severity: 2
    every: 'PT1H'
    over: 'PT1H'
    lookBack: 'PT6H'
    // The least of an hour: what waits for a moment only is not counted. Twenty are more than what is tried again.
    query: 'AppMetrics | where Name == "produktreport.postausgang" | where TimeGenerated > ago(1h) | summarize Anzahl = coalesce(min(todouble(Min)), 0.0)'
    operator: 'GreaterThan'
    threshold: 20
  }
  {
    name: 'tageslauf'
    display: 'Der Tageslauf ist ausgeblieben'
    severity: 1
    every: 'PT1H'
    over: 'PT1H'
    lookBack: 'P2D'
    query: '''
      union AppRequests, AppDependencies
      | where TimeGenerated > ago(26h) and Success == true
      | where replace_string(Name, "function ", "") == "AssembleReports"
      | summarize Anzahl = count()'''
    operator: 'LessThan'
    threshold: 1
  }
]

resource ofLogs 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: '${prefix}-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.display
      enabled: true
      severity: alert.severity
      scopes: [workspaceId]
      evaluationFrequency: alert.every
      windowSize: alert.over
      overrideQueryTimeRange: empty(alert.lookBack) ? null : alert.lookBack
      // The tables come into being with the first rows.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: 'Anzahl'
            timeAggregation: 'Maximum'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [mail.id] }
    }
  }
]

resource undelivered 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-zustellung'
  location: 'global'
  tags: tags
  properties: {
    description: 'Ein Ereignis des Speichers war nicht zuzustellen'
    enabled: true
    severity: 2
    scopes: [topicId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'abgelegt'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: mail.id }]
  }
}

resource availability 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${prefix}-erreichbar'
  location: location
  // What ties a web test to its Application Insights.
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    Name: 'Portal erreichbar'
    SyntheticMonitorId: '${prefix}-erreichbar'
    Kind: 'standard'
    Enabled: true
    Frequency: 900
    Timeout: 60
    RetryEnabled: true
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-fr-pra-edge' }
      { Id: 'emea-gb-db3-azr' }
    ]
    Request: { RequestUrl: availabilityUrl, HttpVerb: 'GET', ParseDependentRequests: false, FollowRedirects: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource unavailable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-verfuegbarkeit'
  location: 'global'
  tags: tags
  properties: {
    description: 'Das Portal ist nicht erreichbar'
    enabled: true
    severity: 1
    scopes: [availability.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: availability.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: mail.id }]
  }
}

output actionGroupId string = mail.id
