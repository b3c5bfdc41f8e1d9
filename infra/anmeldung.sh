#!/usr/bin/env bash
# Legt in Entra ID die App-Registrierung für die Anmeldung am Portal an oder bringt sie auf den Stand: Rücksprungadresse, App-Rollen, und als
# Nachweis die verwaltete Identität der Funktions-App statt eines Geheimnisses. Braucht das Recht „Anwendungsadministrator“.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."

usage() {
  cat <<'TEXT'
Aufruf: infra/anmeldung.sh --group RESSOURCENGRUPPE [--name NAME] [AMT …]

  --group NAME   Ressourcengruppe, in der infra/deploy.sh gelaufen ist
  --name NAME    Name der App-Registrierung (Vorgabe: Produktreport)
  AMT …          Kennungen der Ämter, wie im Katalog; je Amt entsteht die Rolle fachamt:AMT
TEXT
}

group='' name='Produktreport' departments=()
fail() { echo "anmeldung.sh: $2" >&2; exit "$1"; }
while [ $# -gt 0 ]; do
  case $1 in
    --group) [ -n "${2:-}" ] || fail 64 'Nach --group fehlt der Wert.'; group=$2; shift 2 ;;
    --name) [ -n "${2:-}" ] || fail 64 'Nach --name fehlt der Wert.'; name=$2; shift 2 ;;
    --help) usage; exit 0 ;;
    -*) usage >&2; fail 64 "Unbekannte Angabe „$1“." ;;
    *) [[ $1 =~ ^[a-z0-9-]+$ ]] || fail 64 "„$1“ ist keine Kennung eines Amts."; departments+=("$1"); shift ;;
  esac
done
[ -n "$group" ] || fail 64 'Es fehlt --group.'
command -v az >/dev/null || fail 69 'Es fehlt die Azure CLI (az).'
output() { az deployment group show --resource-group "$group" --name produktreport --query "properties.outputs.$1.value" --output tsv; }
url=$(output portalUrl) || fail 69 "In $group fehlt die Bereitstellung „produktreport“: zuerst infra/deploy.sh."
principal=$(az identity show --resource-group "$group" --name "$(output identityName)" --query principalId --output tsv)
tenant=$(az account show --query tenantId --output tsv)

app=$(az ad app list --display-name "$name" --query "[?displayName=='$name'].appId | [0]" --output tsv)
if [ -z "$app" ]; then
  app=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --query appId --output tsv)
fi

# Roles keep their ids when this is repeated: people are assigned to ids.
role() { # role VALUE DISPLAY-NAME
  local id
  id=$(az ad app show --id "$app" --query "appRoles[?value=='$1'].id | [0]" --output tsv)
  [ -n "$id" ] || id=$(cat /proc/sys/kernel/random/uuid)
  printf '{"id":"%s","value":"%s","displayName":"%s","description":"%s","allowedMemberTypes":["User"],"isEnabled":true}' "$id" "$1" "$2" "$2"
}
roles="$(role leser Leser),$(role controlling Controlling),$(role administration Administration)"
for department in ${departments[@]+"${departments[@]}"}; do
  roles+=",$(role "fachamt:$department" "Fachamt $department")"
done
az ad app update --id "$app" --web-redirect-uris "$url/.auth/login/aad/callback" --enable-id-token-issuance true --app-roles "[$roles]"

if [ -z "$(az ad app federated-credential list --id "$app" --query "[?subject=='$principal'].id | [0]" --output tsv)" ]; then
  az ad app federated-credential create --id "$app" --output none --parameters \
    "{\"name\":\"funktions-app\",\"issuer\":\"https://login.microsoftonline.com/$tenant/v2.0\",\"subject\":\"$principal\",\"audiences\":[\"api://AzureADTokenExchange\"]}"
fi
az ad sp show --id "$app" --output none 2>/dev/null || az ad sp create --id "$app" --output none
# Only who has a role may come in.
az ad sp update --id "$app" --set appRoleAssignmentRequired=true

echo "ANMELDUNG_CLIENT_ID=$app"
