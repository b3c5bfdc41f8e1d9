#!/usr/bin/env bash
# Bringt Produktreport in eine Ressourcengruppe: Ressourcen (Bicep), Programm, Ereignisse, Probe. Kann beliebig oft wiederholt
# werden.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."
source infra/gemeinsam.bash

usage() {
  cat <<'TEXT'
Aufruf: infra/deploy.sh --group RESSOURCENGRUPPE --environment dev|prod [Optionen]

  --group NAME           vorhandene Ressourcengruppe
  --environment NAME     dev oder prod: welche Parameterdatei gilt
  --parameters DATEI     eigene Parameterdatei statt infra/UMGEBUNG.bicepparam
  --location REGION      legt die Ressourcengruppe dort an, wenn sie fehlt
  --subscription ID      verlangt, dass dieses Abonnement angemeldet ist
  --package DATEI        fertiges Programmpaket (ZIP); ohne Angabe wird es gebaut
  --without-catalogue    beim ersten Mal: die Probe nimmt hin, dass noch kein Katalog in Kraft ist
  --what-if              zeigt nur, was geschähe
  --help                 diese Hilfe

Rückgabewerte: 0 gut, 1 gescheitert, 64 falscher Aufruf, 69 eine Voraussetzung fehlt
TEXT
}

group='' environment='' parameters='' location='' subscription='' package='' ready_codes=(200) what_if=''
while [ $# -gt 0 ]; do
  case $1 in
    --group) group=$(value "$@"); shift 2 ;;
    --environment) environment=$(value "$@"); shift 2 ;;
    --parameters) parameters=$(value "$@"); shift 2 ;;
    --location) location=$(value "$@"); shift 2 ;;
    --subscription) subscription=$(value "$@"); shift 2 ;;
    --package) package=$(value "$@"); shift 2 ;;
    --without-catalogue) ready_codes+=(503); shift ;;
    --what-if) what_if=yes; shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; fail 64 "Unbekannte Angabe „$1“." ;;
  esac
done
[ -n "$group" ] || fail 64 'Es fehlt --group.'
case $environment in dev | prod) ;; *) fail 64 '--environment muss dev oder prod sein.' ;; esac
parameters=${parameters:-infra/$environment.bicepparam}

# Before anything is touched: first what this machine has, then what Azure says.
[ -f "$parameters" ] || fail 69 "Die Parameterdatei $parameters fehlt."
grep -q "^param environmentName = '$environment'\$" "$parameters" || fail 69 "$parameters ist nicht für $environment."
if grep -nE "'musterland'|\.example'" "$parameters" >&2; then
  fail 69 "In $parameters stehen noch diese Werte des Beispielkreises: erst anpassen."
fi
# A budget begins in a month that is not over, and keeps its beginning.
budget_start=$(sed -n "s/^param budgetStartDate = '\(.*\)'\$/\1/p" "$parameters")
[ "$environment" != prod ] || [ -n "${ANMELDUNG_CLIENT_ID:-}" ] ||
  fail 69 'prod braucht eine Anmeldung: ANMELDUNG_CLIENT_ID setzen (infra/anmeldung.sh gibt sie aus).'
need zip 'zip, um das Programm zu packen und zu prüfen'
if [ -n "$package" ]; then
  [ -f "$package" ] || fail 69 "Das Programmpaket $package fehlt."
  check_package 69 "$package"
elif [ -z "$what_if" ]; then
  need dotnet 'das .NET-10-SDK, um das Programm zu bauen'
fi
need curl 'curl, um die Probe zu machen'
need_azure
echo "Abonnement: $(jq --raw-output '"\(.name) (\(.id))"' <<<"$account")"
[ -z "$subscription" ] || [ "$(jq --raw-output .id <<<"$account")" = "$subscription" ] ||
  fail 69 "Verlangt ist das Abonnement $subscription: az account set --subscription $subscription"
group_exists=yes
if ! az group show --name "$group" --output none 2>/dev/null; then
  group_exists=''
  [ -n "$location" ] || fail 69 "Die Ressourcengruppe $group gibt es nicht. Mit --location REGION wird sie angelegt."
  [ -z "$what_if" ] || fail 69 "Die Ressourcengruppe $group gibt es noch nicht; --what-if legt nichts an."
fi
if [[ -n $budget_start && $budget_start < $(date +%Y-%m-01) ]] && ! read_outputs "$group"; then
  fail 69 "In $parameters liegt budgetStartDate ($budget_start) in der Vergangenheit; beim ersten Einspielen muss es der\
 erste Tag dieses oder eines späteren Monats sein."
fi
for provider in Microsoft.Web Microsoft.App Microsoft.Storage Microsoft.EventGrid Microsoft.Insights \
  Microsoft.OperationalInsights Microsoft.ManagedIdentity Microsoft.Network Microsoft.Consumption; do
  # Who has rights on the resource group only, as a pipeline has, may not see this; then the deployment itself would say it.
  state=$(az provider show --namespace "$provider" --query registrationState --output tsv 2>/dev/null) || continue
  [ "$state" = Registered ] || fail 69 "Der Anbieter $provider ist nicht registriert: az provider register --namespace $provider"
done

if [ -n "$what_if" ]; then
  echo '1/4 Ressourcen'
  az deployment group what-if --resource-group "$group" --parameters "$parameters"
  if ! read_outputs "$group"; then
    echo '2/4 Programm, 3/4 Ereignisse, 4/4 Probe: folgen; hier wurde noch nie eingespielt.'
    exit 0
  fi
  echo "2/4 Programm: ${package:-aus diesem Ordner gebaut} käme in $(output appName)"
  echo '3/4 Ereignisse'
  infra/ereignisse.sh --group "$group" --what-if
  echo "4/4 Probe: $(output portalUrl) mit $(output livePath), $(output readyPath) und der Startseite"
  exit 0
fi

echo '1/4 Ressourcen'
[ -n "$group_exists" ] || az group create --name "$group" --location "$location" --output none
az deployment group create --resource-group "$group" --name produktreport --parameters "$parameters" --output none
read_outputs "$group" || fail 1 "Die Bereitstellung in $group nennt keine Ergebnisse."
url=$(output portalUrl)
app=$(output appName)
live=$(output livePath)
ready=$(output readyPath)
pages=$(output startPageAnswers)
read -ra page_codes <<<"$pages"

echo '2/4 Programm'
if [ -z "$package" ]; then
  infra/packen.sh artifacts
  package=artifacts/produktreport.zip
fi
az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$package" --output none

echo '3/4 Ereignisse'
infra/ereignisse.sh --group "$group"

echo '4/4 Probe'
infra/probe.sh "$url$live"
infra/probe.sh "$url$ready" "${ready_codes[@]}" ||
  fail 1 "Das Programm läuft, hat aber keinen Katalog in Kraft oder kann den Speicher nicht lesen. Beim ersten Mal:\
 --without-catalogue."
infra/probe.sh "$url/" "${page_codes[@]}"
echo "Fertig: $url"
