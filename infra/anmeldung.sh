#!/usr/bin/env bash
# Legt in Entra ID die App-Registrierung für die Anmeldung am Portal an oder ergänzt, was ihr fehlt: App-Rollen,
# Rücksprungadresse und, als Nachweis statt eines Geheimnisses, die verwaltete Identität der Funktions-App. Nimmt nichts weg.
# Braucht das Recht „Anwendungsadministrator“.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."
source infra/gemeinsam.bash

usage() {
  cat <<'TEXT'
Aufruf: infra/anmeldung.sh --group RESSOURCENGRUPPE --environment dev|prod [--name NAME] [AMT …]

  --group NAME         Ressourcengruppe von Produktreport
  --environment NAME   dev oder prod: jede Umgebung hat ihre Registrierung
  --name NAME          Name der App-Registrierung (Vorgabe: Produktreport-UMGEBUNG)
  AMT …                Kennungen der Ämter, wie im Katalog; je Amt entsteht die Rolle fachamt:AMT

Einmal vor infra/deploy.sh aufrufen, das die ausgegebene ANMELDUNG_CLIENT_ID braucht, und einmal danach: dann stehen Adresse
und Identität fest.
Beliebig oft wiederholbar, etwa für ein neues Amt. Rollen, die nicht genannt sind, bleiben.
TEXT
}

group='' environment='' name='' departments=()
while [ $# -gt 0 ]; do
  case $1 in
    --group) group=$(value "$@"); shift 2 ;;
    --environment) environment=$(value "$@"); shift 2 ;;
    --name) name=$(value "$@"); shift 2 ;;
    --help) usage; exit 0 ;;
    -*) usage >&2; fail 64 "Unbekannte Angabe „$1“." ;;
    *) [[ $1 =~ ^[a-z0-9-]+$ ]] || fail 64 "„$1“ ist keine Kennung eines Amts."; departments+=("$1"); shift ;;
  esac
done
[ -n "$group" ] || fail 64 'Es fehlt --group.'
case $environment in dev | prod) ;; *) fail 64 '--environment muss dev oder prod sein.' ;; esac
name=${name:-Produktreport-$environment}
need_azure

url='' principal=''
if read_outputs "$group"; then
  url=$(output portalUrl)
  principal=$(az identity show --resource-group "$group" --name "$(output identityName)" --query principalId --output tsv)
else
  echo "anmeldung.sh: In $group ist noch nichts eingespielt. Nach infra/deploy.sh dieses Skript wiederholen." >&2
fi

found=$(az ad app list --display-name "$name" --output json | jq --arg name "$name" '[.[] | select(.displayName == $name)]')
case $(jq length <<<"$found") in
  0) registration=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --output json) ;;
  1) registration=$(jq '.[0]' <<<"$found") ;;
  *) fail 69 "Es gibt mehrere App-Registrierungen „$name“: eine umbenennen oder --name angeben." ;;
esac
app=$(jq --raw-output .appId <<<"$registration")

# People and programs are assigned to the ids of roles: what is there keeps its id.
wanted_roles() {
  printf '%s\t%s\n' leser Leser controlling Controlling administration Administration
  for department in ${departments[@]+"${departments[@]}"}; do printf 'fachamt:%s\tFachamt %s\n' "$department" "$department"; done
}
roles=$(jq '.appRoles // []' <<<"$registration")
while IFS=$'\t' read -r role title; do
  roles=$(jq --arg value "$role" --arg title "$title" --arg id "$(cat /proc/sys/kernel/random/uuid)" '
    if any(.[]; .value == $value)
    then map(if .value == $value then .allowedMemberTypes |= (. + ["Application", "User"] | unique) else . end)
    else . + [{id: $id, value: $value, displayName: $title, description: $title,
      allowedMemberTypes: ["Application", "User"], isEnabled: true}] end' <<<"$roles")
done <<<"$(wanted_roles)"
addresses=$(jq --arg url "$url" '.web.redirectUris // []
  | if $url == "" then . else . + ["\($url)/.auth/login/aad/callback"] | unique end' <<<"$registration")
is_complete=$(jq --argjson roles "$roles" --argjson addresses "$addresses" \
  '(.appRoles // []) == $roles and (.web.redirectUris // [] | unique) == ($addresses | unique)
    and .web.implicitGrantSettings.enableIdTokenIssuance == true' <<<"$registration")
if [ "$is_complete" != true ]; then
  mapfile -t uris < <(jq --raw-output '.[]' <<<"$addresses")
  az ad app update --id "$app" --enable-id-token-issuance true --app-roles "$(jq --compact-output . <<<"$roles")" \
    ${uris[@]+--web-redirect-uris "${uris[@]}"}
fi

# Under this name other programs ask for tokens; of version 2, as those of people. What else is there goes along, since the
# property is replaced as a whole.
if [ "$(jq --arg uri "api://$app" '(.identifierUris // [] | index($uri) != null)
    and .api.requestedAccessTokenVersion == 2' <<<"$registration")" != true ]; then
  az rest --method PATCH --url "https://graph.microsoft.com/v1.0/applications/$(jq --raw-output .id <<<"$registration")" \
    --headers Content-Type=application/json \
    --body "$(jq --compact-output --arg uri "api://$app" '{identifierUris: ((.identifierUris // []) + [$uri] | unique),
      api: ((.api // {}) + {requestedAccessTokenVersion: 2})}' <<<"$registration")"
fi

if [ -n "$principal" ]; then
  tenant=$(jq --raw-output .tenantId <<<"$account")
  proof=$(jq --null-input --compact-output --arg subject "$principal" \
    --arg issuer "https://login.microsoftonline.com/$tenant/v2.0" \
    '{name: "funktions-app", issuer: $issuer, subject: $subject, audiences: ["api://AzureADTokenExchange"]}')
  proofs=$(az ad app federated-credential list --id "$app" --output json)
  if [ "$(jq --arg subject "$principal" 'any(.[]; .subject == $subject)' <<<"$proofs")" != true ]; then
    # The same name with another subject is that of an identity which was made anew.
    if [ "$(jq 'any(.[]; .name == "funktions-app")' <<<"$proofs")" = true ]; then
      az ad app federated-credential update --id "$app" --federated-credential-id funktions-app --parameters "$proof" \
        --output none
    else
      az ad app federated-credential create --id "$app" --parameters "$proof" --output none
    fi
  fi
fi

enterprise=$(az ad sp show --id "$app" --output json 2>/dev/null) || enterprise=$(az ad sp create --id "$app" --output json)
# Only who has a role may come in.
[ "$(jq .appRoleAssignmentRequired <<<"$enterprise")" = true ] || az ad sp update --id "$app" --set appRoleAssignmentRequired=true

echo "ANMELDUNG_CLIENT_ID=$app"
