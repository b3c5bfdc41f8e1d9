metadata description = 'What a pipeline may do: deploy into this resource group, and give away only the roles main.bicep gives. An owner of the group deploys it once.'

@description('Objekt-ID des Dienstprinzipals, mit dem sich die Pipeline anmeldet (nicht die Anwendungs-ID).')
@minLength(36)
@maxLength(36)
param principalId string

// Those of main.bicep; a test holds the two together.
var rolesToGive = [
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' // Storage Blob Data Reader
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  '3913510d-42f4-4e42-8a64-420c390055eb' // Monitoring Metrics Publisher
]

var contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c' // Contributor
var roleAdministrator = 'f58310d9-a9f6-439a-9e8d-f62e7b41a168' // Role Based Access Control Administrator

var listed = '{${join(rolesToGive, ', ')}}'
// Never to people: a pipeline has no reason to.
var mayGive = '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals ${listed} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {\'ServicePrincipal\', \'Group\'}'
var mayTake = '@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals ${listed}'

// Locks are not part of "Contributor". Placing one is, for main.bicep; taking it away stays with the owner.
resource locksmith 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'produktreport-sperre')
  properties: {
    roleName: 'Produktreport-Löschsperre setzen (${resourceGroup().name})'
    description: 'Setzt die Löschsperre des Datenspeichers; darf sie nicht aufheben.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: ['Microsoft.Authorization/locks/read', 'Microsoft.Authorization/locks/write']
        notActions: []
      }
    ]
  }
}

resource mayDeploy 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, principalId, contributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource mayGiveRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, principalId, roleAdministrator)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleAdministrator)
    principalId: principalId
    principalType: 'ServicePrincipal'
    conditionVersion: '2.0'
    condition: '((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/write\'})) OR (${mayGive})) AND ((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/delete\'})) OR (${mayTake}))'
  }
}

resource mayLock 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, principalId, locksmith.id)
  properties: {
    roleDefinitionId: locksmith.id
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}
