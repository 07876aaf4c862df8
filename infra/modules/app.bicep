// The Functions app: Flex Consumption, scaled to zero when nothing is uploaded.
param token string
param location string
param tags object
param identityName string
param storageName string
param insightsName string
param cdnEndpointId string
param maximumInstances int
param hourlyBudget {
  gigabytes: int
  invocations: int
}
param sweep string
param thoroughSweep string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource storage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: 'func-${token}'
  location: location
  // azd finds the app by this tag.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: { minTlsVersion: '1.2', ftpsState: 'Disabled' }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}deployments'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: maximumInstances }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.properties.clientId
      AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
      AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
      AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
      // The host's own clients, which poll the queues, write no traces; functions and their failures have traces of their own.
      AzureWebJobsStorage__diagnostics__isDistributedTracingEnabled: 'false'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      // The image library allocates from many threads; without this glibc keeps an arena for each.
      MALLOC_ARENA_MAX: '2'
      // A picture's pixels stay with the allocator for the next one: a fifth less CPU than fetching pages from the system anew.
      MALLOC_MMAP_THRESHOLD_: '33554432'
      MALLOC_TRIM_THRESHOLD_: '33554432'
      Blobpress__Cdn__Endpoint: empty(cdnEndpointId)
        ? ''
        : '${environment().resourceManager}${substring(cdnEndpointId, 1)}'
      Blobpress__Guard__BytesPerHour: string(hourlyBudget.gigabytes * 1000000000)
      Blobpress__Guard__InvocationsPerHour: string(hourlyBudget.invocations)
      BLOBPRESS_SWEEP: sweep
      BLOBPRESS_THOROUGH_SWEEP: thoroughSweep
    }
  }

  resource noFtp 'basicPublishingCredentialsPolicies' = { name: 'ftp', properties: { allow: false } }

  resource noScmPassword 'basicPublishingCredentialsPolicies' = { name: 'scm', properties: { allow: false } }
}

output name string = app.name
