using 'main.bicep'

// Vor dem ersten Einsatz anpassen: Kreis, Adressen, Budgetbeginn, Anwendungs-ID der Anmeldung.
param county = 'musterland'
param environmentName = 'prod'
param location = 'germanywestcentral'
param mailAddresses = ['it-betrieb@kreis-musterland.example']
param storageSku = 'Standard_ZRS'
param softDeleteDays = 90
param truthVersionDays = 3653
param projectionVersionDays = 90
param hasDeleteLock = true
param alwaysReadyInstances = 1
param logRetentionDays = 90
param monthlyBudget = 80
param budgetStartDate = '2026-12-01'
// Von anmeldung.sh ausgegeben. deploy.sh weist prod ohne Anmeldung zurück.
param signInClientId = readEnvironmentVariable('ANMELDUNG_CLIENT_ID', '')
param controllingGroupId = readEnvironmentVariable('CONTROLLING_GRUPPE_ID', '')
