using 'main.bicep'

// azd sets these; the defaults are for `az deployment sub create`.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'blobpress')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param authors = filter([readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')], id => !empty(id))
param domain = readEnvironmentVariable('BLOBPRESS_DOMAIN', '')
param alertEmail = readEnvironmentVariable('BLOBPRESS_ALERT_EMAIL', '')
param frontDoor = bool(readEnvironmentVariable('BLOBPRESS_FRONT_DOOR', 'true'))
