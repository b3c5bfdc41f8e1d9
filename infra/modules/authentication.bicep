metadata description = 'App Service authentication with Entra ID: nobody reaches the portal without signing in, unless the county publishes.'

param appName string
@minLength(36)
@maxLength(36)
param clientId string
@description('Application IDs of other programs that may call the API with a token of their own.')
param programClientIds string[]
@description('Paths that need no sign-in: Event Grid proves itself with a key, the availability test shows nothing of the county.')
param openPaths string[]
@description('Whether the program itself decides what is shown to whom has not signed in.')
param isPublic bool

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource authentication 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true, runtimeVersion: '~1' }
    globalValidation: {
      requireAuthentication: !isPublic
      unauthenticatedClientAction: isPublic ? 'AllowAnonymous' : 'RedirectToLoginPage'
      redirectToProvider: 'azureActiveDirectory'
      excludedPaths: openPaths
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [clientId, 'api://${clientId}']
          defaultAuthorizationPolicy: { allowedApplications: concat([clientId], programClientIds) }
        }
      }
    }
    login: {
      // The portal does not call other services for the user: no token is kept.
      tokenStore: { enabled: false }
      // The platform's cookie lives on after a sign-out, and after a role was taken away: as long as a session of the portal's own, and no longer.
      cookieExpiration: { convention: 'FixedTime', timeToExpiration: '10:00:00' }
    }
    httpSettings: { requireHttps: true }
  }
}
