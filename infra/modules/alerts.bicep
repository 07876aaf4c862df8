// What an operator is told of; docs/operations.md says what to do about each.
param location string
param tags object
param email string
param workspaceId string
param topicId string

var queries = [
  {
    name: 'parked-messages'
    text: 'Messages failed five times and were parked.'
    severity: 2
    query: 'AppMetrics | where Name == "blobpress.queue.parked" | summarize Value = max(Max) by bin(TimeGenerated, 15m)'
    threshold: 0
  }
  {
    name: 'failures'
    text: 'Functions failed more than ten times in a quarter of an hour.'
    severity: 2
    query: 'AppRequests | where Success == false | summarize Value = sum(ItemCount) by bin(TimeGenerated, 15m)'
    threshold: 10
  }
  {
    name: 'runaway'
    text: 'The hourly budget is used up: publishing has stopped until the next hour.'
    severity: 1
    query: 'AppMetrics | where Name == "blobpress.guard.stops" | summarize Value = sum(Sum) by bin(TimeGenerated, 15m)'
    threshold: 0
  }
  {
    name: 'late'
    text: 'The oldest message has waited for more than ten minutes.'
    severity: 3
    query: 'AppMetrics | where Name == "blobpress.queue.age" | summarize Value = max(Max) by bin(TimeGenerated, 15m)'
    threshold: 600
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'operators'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'operators'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource logs 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in queries: {
    name: 'alert-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Blobpress: ${alert.name}'
      description: alert.text
      enabled: true
      severity: alert.severity
      scopes: [workspaceId]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      // The tables come with the first telemetry, which is after this is deployed.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: 'Value'
            operator: 'GreaterThan'
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: empty(email) ? [] : [operators.id] }
    }
  }
]

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Event Grid gave up delivering events and kept them in the container dead-letters.'
    enabled: true
    severity: 2
    scopes: [topicId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-letters'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          operator: 'GreaterThan'
          threshold: 0
          timeAggregation: 'Total'
        }
      ]
    }
    actions: empty(email) ? [] : [{ actionGroupId: operators.id }]
  }
}
