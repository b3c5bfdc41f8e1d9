metadata description = 'The county\'s data: files, figures, report jobs. No key opens it, nothing in it is public, nothing in it is lost by one mistake.'

param name string
param location string
param tags object
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param sku string
@description('Whether the account is reached through private endpoints only.')
param isPrivate bool
@minValue(7)
@maxValue(365)
param softDeleteDays int
@description('Days for which former versions of what cannot be computed again (uploads, catalogue, log, reports) are kept.')
@minValue(365)
param truthVersionDays int
@description('Days for which former versions of what is computed (receipts, published catalogues) are kept.')
@minValue(7)
param projectionVersionDays int
@description('Days for which no version of a report can be changed or deleted by anyone; 0 = off.')
@minValue(0)
param immutableReportDays int
param hasDeleteLock bool
param workspaceId string

import { containers, queues, tables } from '../names.bicep'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      // Event Grid, whose identity may only write what could not be delivered.
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: { enabled: true, keyType: 'Account' }
        file: { enabled: true, keyType: 'Account' }
        queue: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
      }
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource folders 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in items(containers): {
    parent: blobs
    name: container.value
    properties: union(
      { publicAccess: 'None' },
      container.key == 'reports' && immutableReportDays > 0 ? { immutableStorageWithVersioning: { enabled: true } } : {}
    )
  }
]

resource reports 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: blobs
  name: containers.reports
}

// Every version is protected from its creation on; a newer version may still take its place.
resource immutableReports 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = if (immutableReportDays > 0) {
  parent: reports
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: immutableReportDays
    allowProtectedAppendWrites: false
  }
  dependsOn: [folders]
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource jobs 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for queue in items(queues): {
    parent: queueService
    name: queue.value
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource figures 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for table in items(tables): {
    parent: tableService
    name: table.value
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'fruehere-fassungen-der-wahrheit'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob', 'appendBlob']
              prefixMatch: [
                '${containers.inbox}/'
                '${containers.comparison}/'
                '${containers.catalogue}/'
                '${containers.reports}/'
                '${containers.log}/'
              ]
            }
            actions: {
              version: { delete: { daysAfterCreationGreaterThan: max(truthVersionDays, immutableReportDays) } }
            }
          }
        }
        {
          name: 'fruehere-fassungen-des-berechneten'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${containers.receipts}/', '${containers.publishedCatalogue}/']
            }
            actions: { version: { delete: { daysAfterCreationGreaterThan: projectionVersionDays } } }
          }
        }
        {
          name: 'nicht-zugestellte-ereignisse'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${containers.undelivered}/'] }
            actions: {
              baseBlob: { delete: { daysAfterModificationGreaterThan: 90 } }
              version: { delete: { daysAfterCreationGreaterThan: 90 } }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

// Who changed or deleted a file, also past the program.
resource writesAreLogged 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'protokoll'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (hasDeleteLock) {
  name: 'nicht-loeschen'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Uploads und Katalog sind die einzige Wahrheit des Kreises.'
  }
}

output name string = account.name
output id string = account.id
output blobUri string = account.properties.primaryEndpoints.blob
output queueUri string = account.properties.primaryEndpoints.queue
output tableUri string = account.properties.primaryEndpoints.table
