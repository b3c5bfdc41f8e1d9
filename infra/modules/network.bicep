metadata description = 'Optional: storage reachable through private endpoints only, the app going out through its own subnet.'

param name string
param location string
param tags object
@description('Address space of the network, at least /26.')
param addressSpace string
param dataAccountName string
param hostAccountName string

var services = ['blob', 'queue', 'table']
var endpoints = [
  { name: 'daten-blob', account: dataAccountName, service: 'blob' }
  { name: 'daten-queue', account: dataAccountName, service: 'queue' }
  { name: 'daten-table', account: dataAccountName, service: 'table' }
  { name: 'host-blob', account: hostAccountName, service: 'blob' }
  { name: 'host-queue', account: hostAccountName, service: 'queue' }
  { name: 'host-table', account: hostAccountName, service: 'table' }
]

resource closed 'Microsoft.Network/networkSecurityGroups@2024-07-01' = {
  name: '${name}-nsg'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'nichts-aus-dem-internet'
        properties: {
          priority: 4096
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressSpace] }
    subnets: [
      {
        name: 'programm'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 27, 0)
          networkSecurityGroup: { id: closed.id }
          // What Flex Consumption asks of its subnet.
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'speicher'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 27, 1)
          networkSecurityGroup: { id: closed.id }
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource programs 'subnets' existing = {
    name: 'programm'
  }

  resource storages 'subnets' existing = {
    name: 'speicher'
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: 'privatelink.${service}.${environment().suffixes.storage}'
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, index) in services: {
    parent: zones[index]
    name: name
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for endpoint in endpoints: {
    name: '${name}-${endpoint.name}'
    location: location
    tags: tags
    properties: {
      subnet: { id: network::storages.id }
      privateLinkServiceConnections: [
        {
          name: endpoint.name
          properties: {
            privateLinkServiceId: resourceId('Microsoft.Storage/storageAccounts', endpoint.account)
            groupIds: [endpoint.service]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (endpoint, index) in endpoints: {
    parent: privateEndpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: endpoint.service
          properties: { privateDnsZoneId: zones[indexOf(services, endpoint.service)].id }
        }
      ]
    }
  }
]

output integrationSubnetId string = network::programs.id
