metadata description = 'The program on Flex Consumption: isolated worker, Linux, one identity, no secret in its settings.'

param name string
param planName string
param location string
param tags object
param identityName string
param dataAccountName string
param hostAccountName string
param packageUri string
param insightsConnectionString string
@allowed([512, 2048, 4096])
param instanceMemoryMb int
@minValue(40)
@maxValue(1000)
param maximumInstances int
@minValue(0)
@maxValue(10)
param alwaysReadyInstances int
@description('Subnet for outgoing connections; empty = none.')
param integrationSubnetId string
@description('Address of an OTLP collector the program sends its traces and metrics to; empty = none.')
param otlpEndpoint string
@description('Application (client) id of the app registration for signing in; empty = no sign-in.')
param signInClientId string
@description('Whether released reports are read in their public edition without signing in.')
param isPublic bool
@description('Mail server; empty = no mail is sent.')
param smtpServer string
param smtpPort int
param smtpSecurity string
@description('Account at the mail server; empty = without signing in.')
param smtpUser string
@description('Key Vault address of its password; empty = none.')
param smtpCredentialUri string
@description('Key Vault address of the key that events are signed with; empty = none are sent.')
param eventSigningUri string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource data 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccountName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(integrationSubnetId) ? null : integrationSubnetId
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageUri
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMb
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReadyInstances > 0 ? [{ name: 'http', instanceCount: alwaysReadyInstances }] : []
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
  }

  // Which the program reads stands in SettingNames.cs; "Daten" is the connection of its triggers.
  // The runtime stands above: Flex Consumption takes it from there, not from FUNCTIONS_WORKER_RUNTIME.
  resource settings 'config' = {
    name: 'appsettings'
    properties: union(
      {
        AzureWebJobsStorage__accountName: hostAccountName
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.properties.clientId
        Daten__blobServiceUri: data.properties.primaryEndpoints.blob
        Daten__queueServiceUri: data.properties.primaryEndpoints.queue
        Daten__credential: 'managedidentity'
        Daten__clientId: identity.properties.clientId
        AZURE_CLIENT_ID: identity.properties.clientId
        AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
        APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      },
      empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint },
      isPublic ? { PRODUKTREPORT_OEFFENTLICH: 'true' } : {},
      empty(smtpServer)
        ? {}
        : {
            PRODUKTREPORT_SMTP_SERVER: smtpServer
            PRODUKTREPORT_SMTP_PORT: string(smtpPort)
            PRODUKTREPORT_SMTP_VERSCHLUESSELUNG: smtpSecurity
          },
      empty(smtpUser) ? {} : { PRODUKTREPORT_SMTP_BENUTZER: smtpUser },
      // References: the platform reads the secrets with the app's identity, and no deployment ever holds one.
      empty(smtpCredentialUri)
        ? {}
        : { PRODUKTREPORT_SMTP_KENNWORT: '@Microsoft.KeyVault(SecretUri=${smtpCredentialUri})' },
      empty(eventSigningUri)
        ? {}
        : { PRODUKTREPORT_EREIGNIS_SCHLUESSEL: '@Microsoft.KeyVault(SecretUri=${eventSigningUri})' },
      // Signs the app in to Entra ID with its own identity instead of a client secret.
      empty(signInClientId) ? {} : { OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.properties.clientId }
    )
  }

  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noPublishingPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output name string = app.name
output id string = app.id
output hostName string = app.properties.defaultHostName
