metadata description = 'Second step, once the program is published: tells Event Grid which function takes which files. Can be repeated at any time; ereignisse.sh does it.'

@description('Name der Function-App (Ausgabe "appName" von main.bicep).')
param appName string

@description('Name des Event-Grid-Systemthemas (Ausgabe "topicName" von main.bicep).')
param topicName string

@description('Name des Speicherkontos mit den Daten (Ausgabe "dataAccountName" von main.bicep).')
param dataAccountName string

import { containers } from 'names.bicep'

var subscriptions = [
  { name: 'eingang', container: containers.inbox, function: 'IngestFigures' }
  { name: 'katalog', container: containers.catalogue, function: 'PublishCatalogue' }
]

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

// The blob extension's own key, which exists once the host has started with a blob trigger. It is read here and nowhere else.
var extensionKey = listKeys('${app.id}/host/default', '2024-11-01').systemKeys.blobs_extension

resource deliveries 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [
  for subscription in subscriptions: {
    parent: topic
    name: subscription.name
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${subscription.function}&code=${extensionKey}'
          maxEventsPerBatch: 1
          preferredBatchSizeInKilobytes: 64
          minimumTlsVersionAllowed: '1.2'
        }
      }
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobCreated']
        subjectBeginsWith: '/blobServices/default/containers/${subscription.container}/blobs/'
      }
      retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
      deadLetterWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: { resourceId: account.id, blobContainerName: containers.undelivered }
        }
      }
    }
  }
]
