metadata description = 'Who may do what with the county\'s data: each role on one container, queue or table, none on the account.'

param accountName string
param identityName string
@description('Object id of the Entra group that keeps the catalogue and sees all files; empty = none.')
param controllingGroupId string

import { containers, queues, tables } from '../names.bicep'

var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
var blobReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' // Storage Blob Data Reader
var queueContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor

// The catalogue is the county's to write: the program puts in force what it reads there.
var ofTheProgram = [
  { container: containers.catalogue, role: blobReader }
  { container: containers.publishedCatalogue, role: blobContributor }
  { container: containers.inbox, role: blobContributor }
  { container: containers.comparison, role: blobReader }
  { container: containers.receipts, role: blobContributor }
  { container: containers.reports, role: blobContributor }
  { container: containers.log, role: blobContributor }
  { container: containers.sessionKeys, role: blobContributor }
]

var ofControlling = empty(controllingGroupId)
  ? []
  : [
      { container: containers.catalogue, role: blobContributor }
      { container: containers.inbox, role: blobContributor }
      { container: containers.comparison, role: blobContributor }
      { container: containers.receipts, role: blobReader }
      { container: containers.reports, role: blobReader }
    ]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }

  resource queueService 'queueServices' existing = {
    name: 'default'
  }

  resource tableService 'tableServices' existing = {
    name: 'default'
  }
}

resource programsContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = [
  for grant in ofTheProgram: {
    parent: account::blobs
    name: grant.container
  }
]

resource programOnContainers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (grant, index) in ofTheProgram: {
    name: guid(account.id, identity.id, grant.container, grant.role)
    scope: programsContainers[index]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', grant.role)
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource controllingsContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = [
  for grant in ofControlling: {
    parent: account::blobs
    name: grant.container
  }
]

resource controllingOnContainers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (grant, index) in ofControlling: {
    name: guid(account.id, controllingGroupId, grant.container, grant.role)
    scope: controllingsContainers[index]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', grant.role)
      principalId: controllingGroupId
      principalType: 'Group'
    }
  }
]

resource programsQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' existing = [
  for queue in items(queues): {
    parent: account::queueService
    name: queue.value
  }
]

resource programOnQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, index) in items(queues): {
    name: guid(account.id, identity.id, queue.value, queueContributor)
    scope: programsQueues[index]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueContributor)
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource programsTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' existing = [
  for table in items(tables): {
    parent: account::tableService
    name: table.value
  }
]

resource programOnTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (table, index) in items(tables): {
    name: guid(account.id, identity.id, table.value, tableContributor)
    scope: programsTables[index]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableContributor)
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]
