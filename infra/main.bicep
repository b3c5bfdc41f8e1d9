metadata description = 'Produktreport in a county\'s subscription: one resource group holds everything. deploy.sh is the way to deploy it.'

targetScope = 'resourceGroup'

@description('Kurzname des Kreises, Teil aller Namen: Kleinbuchstaben und Ziffern.')
@minLength(2)
@maxLength(10)
param county string

@description('Umgebung: dev zum Ausprobieren, prod für den Kreis.')
@allowed(['dev', 'prod'])
param environmentName string

@description('Region. Erlaubt sind Regionen der EU, in denen Flex Consumption angeboten wird.')
@allowed([
  'germanywestcentral'
  'francecentral'
  'italynorth'
  'northeurope'
  'polandcentral'
  'spaincentral'
  'swedencentral'
  'westeurope'
])
param location string

@description('Wohin Meldungen und Budgetwarnungen gehen, mindestens eine Adresse.')
@minLength(1)
param mailAddresses string[]

@description('Redundanz des Datenspeichers: LRS = ein Rechenzentrum, ZRS = drei Zonen, GRS/GZRS = dazu eine zweite Region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('Tage, in denen Gelöschtes wiederhergestellt werden kann.')
@minValue(7)
@maxValue(365)
param softDeleteDays int = 30

@description('Tage, für die frühere Fassungen von Uploads, Katalog, Protokoll und Berichten bleiben. Vorgabe: zehn Jahre.')
@minValue(365)
param truthVersionDays int = 3653

@description('Tage, für die frühere Fassungen von Quittungen und veröffentlichten Katalogen bleiben; beides lässt sich neu berechnen.')
@minValue(7)
param projectionVersionDays int = 90

@description('Tage, in denen keine Fassung eines Berichts geändert oder gelöscht werden kann; 0 = aus. Nur beim ersten Anlegen wählbar. Unwiderruflich wird es erst durch Sperren von Hand (docs/betrieb.md).')
@minValue(0)
@maxValue(36500)
param immutableReportDays int = 0

@description('Ob das Löschen des Datenspeichers gesperrt wird.')
param hasDeleteLock bool = true

@description('Ob der Speicher nur über private Endpunkte erreichbar ist.')
param hasPrivateNetwork bool = false

@description('Adressraum des privaten Netzes, mindestens /26.')
param networkAddressSpace string = '10.77.0.0/26'

@description('Anwendungs-ID der App-Registrierung für die Anmeldung mit Entra ID (anmeldung.sh legt sie an). Leer = keine Anmeldung; nur für dev gedacht.')
param signInClientId string = ''

@description('Ob freigegebene Berichte in ihrer öffentlichen Fassung ohne Anmeldung gelesen werden.')
param isPublic bool = false

@description('Anwendungs-IDs anderer Programme, die die Schnittstelle mit einem eigenen Token von Entra ID aufrufen dürfen. Leer = keine.')
param programClientIds string[] = []

@description('Objekt-ID der Entra-Gruppe des Controllings, die Katalog und Eingang über den Storage-Explorer pflegt. Leer = niemand.')
param controllingGroupId string = ''

@description('Arbeitsspeicher einer Instanz in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMb int = 2048

@description('Höchstzahl der Instanzen. Begrenzt auch die Kosten.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Instanzen, die immer bereitstehen. 0 = die erste Anfrage nach einer Pause wartet einige Sekunden.')
@minValue(0)
@maxValue(10)
param alwaysReadyInstances int = 0

@description('Tage, für die Protokolle in Log Analytics bleiben.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('GB je Tag, nach denen Log Analytics nichts mehr annimmt.')
@minValue(1)
param logDailyCapGb int = 1

@description('Adresse eines eigenen OTLP-Sammlers. Leer = nur Application Insights.')
param otlpEndpoint string = ''

@description('Mailserver für Benachrichtigungen, wie smtp.kreis.example. Leer = es werden keine verschickt.')
param smtpServer string = ''

@description('Port des Mailservers.')
param smtpPort int = 587

@description('starttls oder tls (verschlüsselt von Anfang an).')
@allowed(['starttls', 'tls'])
param smtpSecurity string = 'starttls'

@description('Benutzer am Mailserver. Leer = ohne Anmeldung.')
param smtpUser string = ''

@description('Adresse des Geheimnisses mit dem Kennwort des Mailservers in Key Vault, wie https://tresor.vault.azure.net/secrets/smtp. Leer = ohne Kennwort.')
param smtpCredentialUri string = ''

@description('Adresse des Geheimnisses in Key Vault, mit dem Ereignisse unterschrieben werden. Leer = es werden keine gemeldet.')
param eventSigningUri string = ''

@description('Monatsbudget in der Währung des Abonnements.')
@minValue(1)
param monthlyBudget int = 50

@description('Erster Tag des Monats, ab dem das Budget zählt (JJJJ-MM-01). Nach dem Anlegen nicht mehr änderbar, deshalb fest in der Parameterdatei.')
param budgetStartDate string

@description('Weitere Tags für alle Ressourcen.')
param extraTags object = {}

var prefix = 'produktreport-${toLower(county)}-${environmentName}'
var unique = uniqueString(resourceGroup().id)
var appName = '${prefix}-${take(unique, 5)}'
var identityName = '${prefix}-id'
var topicName = '${prefix}-ereignisse'
var dataAccountName = take('stpr${toLower(county)}${environmentName}${unique}', 24)
var hostAccountName = take('sthost${toLower(county)}${environmentName}${unique}', 24)
var tags = union({ Anwendung: 'Produktreport', Kreis: county, Umgebung: environmentName }, extraTags)
// Alive as soon as it runs; ready when storage can be read and a catalogue is in force.
var livePath = '/health/live'
var readyPath = '/health/ready'

module identity 'modules/identity.bicep' = {
  params: { name: identityName, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    workspaceName: '${prefix}-protokolle'
    insightsName: '${prefix}-insights'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
    identityName: identityName
  }
  dependsOn: [identity]
}

module dataStorage 'modules/data-storage.bicep' = {
  params: {
    name: dataAccountName
    location: location
    tags: tags
    sku: storageSku
    isPrivate: hasPrivateNetwork
    softDeleteDays: softDeleteDays
    truthVersionDays: truthVersionDays
    projectionVersionDays: projectionVersionDays
    immutableReportDays: immutableReportDays
    hasDeleteLock: hasDeleteLock
    workspaceId: monitoring.outputs.workspaceId
  }
}

module dataRoles 'modules/data-roles.bicep' = {
  params: {
    accountName: dataAccountName
    identityName: identityName
    controllingGroupId: controllingGroupId
  }
  dependsOn: [dataStorage, identity]
}

module hostStorage 'modules/host-storage.bicep' = {
  params: {
    name: hostAccountName
    location: location
    tags: tags
    isPrivate: hasPrivateNetwork
    identityName: identityName
  }
  dependsOn: [identity]
}

module network 'modules/network.bicep' = if (hasPrivateNetwork) {
  params: {
    name: '${prefix}-netz'
    location: location
    tags: tags
    addressSpace: networkAddressSpace
    dataAccountName: dataAccountName
    hostAccountName: hostAccountName
  }
  dependsOn: [dataStorage, hostStorage]
}

module app 'modules/function-app.bicep' = {
  params: {
    name: appName
    planName: '${prefix}-plan'
    location: location
    tags: tags
    identityName: identityName
    dataAccountName: dataAccountName
    hostAccountName: hostAccountName
    packageUri: hostStorage.outputs.packageUri
    insightsConnectionString: monitoring.outputs.connectionString
    instanceMemoryMb: instanceMemoryMb
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
    integrationSubnetId: network.?outputs.integrationSubnetId ?? ''
    otlpEndpoint: otlpEndpoint
    signInClientId: signInClientId
    isPublic: isPublic
    smtpServer: smtpServer
    smtpPort: smtpPort
    smtpSecurity: smtpSecurity
    smtpUser: smtpUser
    smtpCredentialUri: smtpCredentialUri
    eventSigningUri: eventSigningUri
  }
  dependsOn: [dataRoles]
}

module authentication 'modules/authentication.bicep' = if (!empty(signInClientId)) {
  params: {
    appName: appName
    clientId: signInClientId
    programClientIds: programClientIds
    isPublic: isPublic
    openPaths: ['/runtime/webhooks/blobs', livePath, readyPath]
  }
  dependsOn: [app]
}

module topic 'modules/event-topic.bicep' = {
  params: {
    name: topicName
    // Event Grid wants a system topic where its source is.
    location: location
    tags: tags
    dataAccountName: dataAccountName
  }
  dependsOn: [dataStorage]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    prefix: prefix
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    topicId: topic.outputs.id
    mailAddresses: mailAddresses
    availabilityUrl: 'https://${app.outputs.hostName}${readyPath}'
  }
}

module budget 'modules/budget.bicep' = {
  params: {
    name: '${prefix}-budget'
    monthlyAmount: monthlyBudget
    startDate: budgetStartDate
    mailAddresses: mailAddresses
  }
}

@description('Adresse des Portals.')
output portalUrl string = 'https://${app.outputs.hostName}'

@description('Name der Function-App.')
output appName string = appName

@description('Name des Speicherkontos mit den Daten des Kreises.')
output dataAccountName string = dataAccountName

@description('Name des Event-Grid-Systemthemas.')
output topicName string = topicName

@description('Name der verwalteten Identität; anmeldung.sh braucht ihn.')
output identityName string = identityName

@description('Pfad, der ohne Anmeldung 200 antwortet, sobald das Programm läuft.')
output livePath string = livePath

@description('Pfad, der ohne Anmeldung 200 antwortet, sobald Speicher und Katalog da sind.')
output readyPath string = readyPath

@description('Womit die Startseite einer unbekannten Person antwortet, durch Leerzeichen getrennt: 200, wo der Kreis veröffentlicht, sonst nie.')
output startPageAnswers string = isPublic ? '200' : '302 401'
