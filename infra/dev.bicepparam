using 'main.bicep'

param county = 'musterland'
param environmentName = 'dev'
param location = 'germanywestcentral'
param mailAddresses = ['it-betrieb@kreis-musterland.example']
param storageSku = 'Standard_LRS'
param softDeleteDays = 7
param truthVersionDays = 365
param projectionVersionDays = 7
param hasDeleteLock = false
param alwaysReadyInstances = 0
param logRetentionDays = 30
param monthlyBudget = 20
param budgetStartDate = '2026-12-01'
param signInClientId = readEnvironmentVariable('ANMELDUNG_CLIENT_ID', '')
param controllingGroupId = readEnvironmentVariable('CONTROLLING_GRUPPE_ID', '')
