#!/usr/bin/env bash
# Bringt Produktreport in eine Ressourcengruppe: Ressourcen (Bicep), Programm, Ereignisse, Probe. Kann beliebig oft wiederholt werden.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."

usage() {
  cat <<'TEXT'
Aufruf: infra/deploy.sh --group RESSOURCENGRUPPE --environment dev|prod [Optionen]

  --group NAME         vorhandene Ressourcengruppe
  --environment NAME   dev oder prod: welche Parameterdatei gilt
  --location REGION    legt die Ressourcengruppe dort an, wenn sie fehlt
  --package DATEI      fertiges Programmpaket (ZIP); ohne Angabe wird es gebaut
  --what-if            zeigt nur, was sich ändern würde
  --help               diese Hilfe

Rückgabewerte: 0 gut, 1 gescheitert, 64 falscher Aufruf, 69 eine Voraussetzung fehlt
TEXT
}

group='' environment='' location='' package='' what_if=''
fail() { echo "deploy.sh: $2" >&2; exit "$1"; }
value() { [ -n "${2:-}" ] || fail 64 "Nach $1 fehlt der Wert."; printf '%s' "$2"; }
while [ $# -gt 0 ]; do
  case $1 in
    --group) group=$(value "$@"); shift 2 ;;
    --environment) environment=$(value "$@"); shift 2 ;;
    --location) location=$(value "$@"); shift 2 ;;
    --package) package=$(value "$@"); shift 2 ;;
    --what-if) what_if=yes; shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; fail 64 "Unbekannte Angabe „$1“." ;;
  esac
done
[ -n "$group" ] || fail 64 'Es fehlt --group.'
case $environment in dev | prod) ;; *) fail 64 '--environment muss dev oder prod sein.' ;; esac
parameters="infra/$environment.bicepparam"

# Before anything is touched.
command -v az >/dev/null || fail 69 'Es fehlt die Azure CLI (az).'
[ -z "$package" ] || [ -f "$package" ] || fail 69 "Das Programmpaket $package fehlt."
[ -n "$package" ] || [ -n "$what_if" ] || command -v dotnet >/dev/null || fail 69 'Es fehlt das .NET-10-SDK, um das Programm zu bauen.'
[ -n "$package" ] || [ -n "$what_if" ] || command -v zip >/dev/null || fail 69 'Es fehlt zip, um das Programm zu packen.'
az account show --output none 2>/dev/null || fail 69 'Nicht angemeldet: az login.'
[ "$environment" != prod ] || [ -n "${ANMELDUNG_CLIENT_ID:-}" ] ||
  fail 69 'prod braucht eine Anmeldung: ANMELDUNG_CLIENT_ID setzen (infra/anmeldung.sh gibt sie aus).'
group_exists=yes
if ! az group show --name "$group" --output none 2>/dev/null; then
  group_exists=''
  [ -n "$location" ] || fail 69 "Die Ressourcengruppe $group gibt es nicht. Mit --location REGION wird sie angelegt."
  [ -z "$what_if" ] || fail 69 "Die Ressourcengruppe $group gibt es noch nicht; --what-if legt nichts an."
fi
for provider in Microsoft.Web Microsoft.App Microsoft.Storage Microsoft.EventGrid Microsoft.Insights Microsoft.OperationalInsights Microsoft.ManagedIdentity \
  Microsoft.Network Microsoft.Consumption; do
  state=$(az provider show --namespace "$provider" --query registrationState --output tsv)
  [ "$state" = Registered ] || fail 69 "Der Anbieter $provider ist nicht registriert: az provider register --namespace $provider"
done

if [ -n "$what_if" ]; then
  exec az deployment group what-if --resource-group "$group" --parameters "$parameters"
fi

echo '1/4 Ressourcen'
[ -n "$group_exists" ] || az group create --name "$group" --location "$location" --output none
az deployment group create --resource-group "$group" --name produktreport --parameters "$parameters" --output none
output() { az deployment group show --resource-group "$group" --name produktreport --query "properties.outputs.$1.value" --output tsv; }
app=$(output appName)
url=$(output portalUrl)
path=$(output livePath)

echo '2/4 Programm'
if [ -z "$package" ]; then
  rm -rf artifacts/publish artifacts/produktreport.zip
  dotnet publish src/Functions --configuration Release --output artifacts/publish
  (cd artifacts/publish && zip --quiet --recurse-paths ../produktreport.zip .)
  package=artifacts/produktreport.zip
fi
az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$package" --output none

echo '3/4 Ereignisse'
infra/ereignisse.sh --group "$group"

echo '4/4 Probe'
infra/probe.sh "$url$path"
echo "Fertig: $url"
