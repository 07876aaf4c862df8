// Sources, site, index and queues: one account.
@minLength(13)
param token string
param location string
param tags object
param redundancy string
param recoveryDays int
param receiptDays int
param publisherId string
param authors string[]

// The Functions host creates containers and leases of its own, for which it asks for the owner's role.
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var blobDataReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: 'st${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      staticWebsite: { enabled: true, indexDocument: 'index.html', errorDocument404Path: '404.html' }
      deleteRetentionPolicy: { enabled: true, days: recoveryDays }
      containerDeleteRetentionPolicy: { enabled: true, days: recoveryDays }
    }

    resource containers 'containers' = [
      for name in ['posts', '$web', 'blobpress', 'receipts', 'deployments', 'dead-letters']: { name: name }
    ]
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource all 'queues' = [
      for name in [
        'site-changed'
        'publish-post'
        'post-removed'
        'site-changed-poison'
        'publish-post-poison'
        'post-removed-poison'
        'webjobs-blobtrigger-poison'
      ]: { name: name }
    ]
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource all 'tables' = [for name in ['posts', 'lists', 'urls', 'images']: { name: name }]
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    // Rules name containers, so these come first.
    dependsOn: [blobs::containers]
    properties: {
      policy: {
        rules: [
          {
            name: 'old-receipts'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['receipts/'] }
              actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: receiptDays } } }
            }
          }
          {
            name: 'old-dead-letters'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['dead-letters/'] }
              actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 30 } } }
            }
          }
        ]
      }
    }
  }
}

resource publisherRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [blobDataOwner, queueDataContributor, tableDataContributor]: {
    name: guid(account.id, publisherId, role)
    scope: account
    properties: {
      principalId: publisherId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource posts 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' existing = {
  parent: account::blobs
  name: 'posts'
}

resource receipts 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' existing = {
  parent: account::blobs
  name: 'receipts'
}

resource authorsOfPosts 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for author in authors: {
    name: guid(posts.id, author, blobDataContributor)
    scope: posts
    dependsOn: [account::blobs::containers]
    properties: {
      principalId: author
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    }
  }
]

resource readersOfReceipts 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for author in authors: {
    name: guid(receipts.id, author, blobDataReader)
    scope: receipts
    dependsOn: [account::blobs::containers]
    properties: {
      principalId: author
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataReader)
    }
  }
]

output name string = account.name
output webHost string = split(account.properties.primaryEndpoints.web, '/')[2]
