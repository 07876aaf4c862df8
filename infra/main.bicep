// Blobpress: one resource group with everything a site needs, keyless.
// Deployed by `azd up`, or by `az deployment sub create --location <region> --parameters infra/main.bicepparam`.
targetScope = 'subscription'

@description('Names the group and, with a hash of it, everything in it.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Where it all runs; a region that offers Flex Consumption.')
param location string

@description('Principals that may upload posts and read receipts: object ids of people, groups or build identities.')
param authors string[] = []

@description('How often the data is stored: LRS in one building, ZRS in three.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param redundancy string = 'Standard_LRS'

@description('Front Door before the site: TLS for an own domain, compression, security headers, caching near readers. A fixed price a month.')
param frontDoor bool = true

@description('The site\'s own domain, as www.example.org; empty for the one that Azure gives.')
param domain string = ''

@description('Content-Security-Policy, 640 characters at most. Widen frame-src where site.yml trusts further embeds.')
@maxLength(640)
param contentSecurityPolicy string = join(
  [
    'default-src \'self\''
    'img-src \'self\' data:'
    'style-src \'self\' \'unsafe-inline\''
    'media-src \'self\' https:'
    'frame-src https://www.youtube-nocookie.com https://www.youtube.com https://player.vimeo.com'
    'object-src \'none\''
    'base-uri \'none\''
    'form-action \'self\''
    'frame-ancestors \'none\''
    'upgrade-insecure-requests'
  ],
  '; '
)

@description('Told of alerts; empty shows them in the portal only.')
param alertEmail string = ''

@description('Most telemetry taken in a day, in GB; beyond it nothing more is recorded until midnight UTC.')
@minValue(1)
param telemetryGigabytesPerDay int = 1

@description('Instances at most; each publishes several posts at a time.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Days that deleted or overwritten blobs can be brought back.')
@minValue(1)
@maxValue(365)
param recoveryDays int = 7

@description('Days that receipts of uploads are kept.')
@minValue(1)
param receiptDays int = 90

@description('Bytes to and from storage in an hour, and invocations, that are taken for a runaway loop; see docs/operations.md.')
param hourlyBudget {
  gigabytes: int
  invocations: int
} = { gigabytes: 50, invocations: 100000 }

@description('When posts that are due appear and lost events are looked for: six-field cron, UTC. Sparser for very large sites; see docs/operations.md.')
param sweep string = '0 */5 * * * *'

@description('When every file of the site is compared and parked messages are taken up again.')
param thoroughSweep string = '0 0 3 * * *'

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: { token: token, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    gigabytesPerDay: telemetryGigabytesPerDay
    publisherId: identity.outputs.principalId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    redundancy: redundancy
    recoveryDays: recoveryDays
    receiptDays: receiptDays
    publisherId: identity.outputs.principalId
    authors: authors
  }
}

module cdn 'modules/cdn.bicep' = if (frontDoor) {
  name: 'cdn'
  scope: group
  params: {
    token: token
    tags: tags
    originHost: storage.outputs.webHost
    domain: domain
    contentSecurityPolicy: contentSecurityPolicy
    purgerId: identity.outputs.principalId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    identityName: identity.outputs.name
    storageName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
    cdnEndpointId: cdn.?outputs.endpointId ?? ''
    maximumInstances: maximumInstances
    hourlyBudget: hourlyBudget
    sweep: sweep
    thoroughSweep: thoroughSweep
  }
}

module events 'modules/events.bicep' = {
  name: 'events'
  scope: group
  params: { token: token, location: location, tags: tags, storageName: storage.outputs.name }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    location: location
    tags: tags
    email: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    topicId: events.outputs.topicId
  }
}

@description('Where readers find the site.')
output SITE_URL string = empty(domain) || !frontDoor
  ? 'https://${cdn.?outputs.host ?? storage.outputs.webHost}'
  : 'https://${domain}'

@description('Upload posts here, container posts.')
output AZURE_STORAGE_ACCOUNT string = storage.outputs.name

output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP string = app.outputs.name
output AZURE_EVENT_TOPIC string = events.outputs.topicName

@description('For an own domain: a CNAME to this host and, at _dnsauth.<domain>, a TXT record with the token.')
output DOMAIN_TARGET string = cdn.?outputs.host ?? ''
output DOMAIN_VALIDATION_TOKEN string = cdn.?outputs.validationToken ?? ''
