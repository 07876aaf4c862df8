// Front Door before $web.
param token string
param tags object
param originHost string
param domain string
param contentSecurityPolicy string
param purgerId string

var securityHeaders = [
  { name: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' }
  { name: 'Content-Security-Policy', value: contentSecurityPolicy }
  { name: 'X-Content-Type-Options', value: 'nosniff' }
  { name: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' }
  { name: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=()' }
]

resource profile 'Microsoft.Cdn/profiles@2025-06-01' = {
  name: 'afd-${token}'
  location: 'global'
  tags: tags
  sku: { name: 'Standard_AzureFrontDoor' }
  properties: { originResponseTimeoutSeconds: 60 }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2025-06-01' = {
  parent: profile
  name: 'site-${token}'
  location: 'global'
  tags: tags
  properties: { enabledState: 'Enabled' }
}

resource origins 'Microsoft.Cdn/profiles/originGroups@2025-06-01' = {
  parent: profile
  name: 'web'
  properties: {
    // One origin is never probed; the settings are required all the same.
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 }
  }

  resource web 'origins' = {
    name: 'web'
    properties: {
      hostName: originHost
      originHostHeader: originHost
      httpsPort: 443
      enforceCertificateNameCheck: true
    }
  }
}

resource headers 'Microsoft.Cdn/profiles/ruleSets@2025-06-01' = {
  parent: profile
  name: 'headers'

  resource security 'rules' = {
    name: 'security'
    properties: {
      order: 1
      matchProcessingBehavior: 'Continue'
      actions: [
        for header in securityHeaders: {
          name: 'ModifyResponseHeader'
          parameters: {
            typeName: 'DeliveryRuleHeaderActionParameters'
            headerAction: 'Overwrite'
            headerName: header.name
            value: header.value
          }
        }
      ]
    }
  }
}

resource caching 'Microsoft.Cdn/profiles/ruleSets@2025-06-01' = {
  parent: profile
  name: 'caching'

  // Every blob says how long it may be kept. What says nothing, such as an error of the origin, would be kept for days.
  resource unsaid 'rules' = {
    name: 'unsaid'
    properties: {
      order: 1
      matchProcessingBehavior: 'Continue'
      actions: [
        {
          name: 'RouteConfigurationOverride'
          parameters: {
            typeName: 'DeliveryRuleRouteConfigurationOverrideActionParameters'
            cacheConfiguration: {
              cacheBehavior: 'OverrideIfOriginMissing'
              cacheDuration: '00:01:00'
              isCompressionEnabled: 'Enabled'
              queryStringCachingBehavior: 'IgnoreQueryString'
            }
          }
        }
      ]
    }
  }
}

resource ownDomain 'Microsoft.Cdn/profiles/customDomains@2025-06-01' = if (!empty(domain)) {
  parent: profile
  name: empty(domain) ? 'none' : replace(domain, '.', '-')
  properties: {
    hostName: domain
    tlsSettings: { certificateType: 'ManagedCertificate', minimumTlsVersion: 'TLS12' }
  }
}

resource route 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: endpoint
  name: 'all'
  dependsOn: [origins::web, headers::security, caching::unsaid]
  properties: {
    originGroup: { id: origins.id }
    patternsToMatch: ['/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    customDomains: empty(domain) ? [] : [{ id: ownDomain.id }]
    ruleSets: [{ id: headers.id }, { id: caching.id }]
    cacheConfiguration: {
      queryStringCachingBehavior: 'IgnoreQueryString'
      compressionSettings: {
        isCompressionEnabled: true
        contentTypesToCompress: [
          'application/atom+xml'
          'application/feed+json'
          'application/javascript'
          'application/json'
          'application/rss+xml'
          'application/xml'
          'image/svg+xml'
          'text/css'
          'text/html'
          'text/plain'
          'text/xml'
        ]
      }
    }
  }
}

// The built-in role that may purge also may change the endpoint.
resource purge 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'purge')
  properties: {
    roleName: 'Blobpress purge ${token}'
    description: 'Purges a Front Door endpoint and nothing else.'
    type: 'CustomRole'
    permissions: [{ actions: ['Microsoft.Cdn/profiles/afdEndpoints/Purge/action'], notActions: [] }]
    assignableScopes: [resourceGroup().id]
  }
}

resource purger 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(endpoint.id, purgerId, purge.id)
  scope: endpoint
  properties: {
    principalId: purgerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: purge.id
  }
}

output endpointId string = endpoint.id
output host string = endpoint.properties.hostName
output validationToken string = ownDomain.?properties.validationProperties.validationToken ?? ''
