#!/usr/bin/env bash
# Zweiter Schritt, wenn das Programm läuft: verbindet den Speicher mit den Funktionen. Der Schlüssel der Funktions-App, den Event Grid
# dafür braucht, verlässt Azure dabei nicht. Kann beliebig oft wiederholt werden, etwa nach einem Schlüsselwechsel.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."

group='' tries=20 pause="${PAUSE_SEKUNDEN:-15}"
fail() { echo "ereignisse.sh: $2" >&2; exit "$1"; }
while [ $# -gt 0 ]; do
  case $1 in
    --group) [ -n "${2:-}" ] || fail 64 'Nach --group fehlt der Wert.'; group=$2; shift 2 ;;
    --help) echo 'Aufruf: infra/ereignisse.sh --group RESSOURCENGRUPPE'; exit 0 ;;
    *) fail 64 "Unbekannte Angabe „$1“. Aufruf: infra/ereignisse.sh --group RESSOURCENGRUPPE" ;;
  esac
done
[ -n "$group" ] || fail 64 'Es fehlt --group.'
command -v az >/dev/null || fail 69 'Es fehlt die Azure CLI (az).'
output() { az deployment group show --resource-group "$group" --name produktreport --query "properties.outputs.$1.value" --output tsv; }
app=$(output appName) || fail 69 "In $group fehlt die Bereitstellung „produktreport“: zuerst infra/deploy.sh."
topic=$(output topicName)
data=$(output dataAccountName)

# The key is there once the host has started with the functions; just after publishing that takes a while.
has_key() { az functionapp keys list --resource-group "$group" --name "$app" --query 'systemKeys.blobs_extension != null' --output tsv 2>/dev/null; }
for ((try = 1; try <= tries; try++)); do
  [ "$(has_key)" != true ] || break
  [ "$try" -lt "$tries" ] || fail 1 "Die Funktionen von $app laufen nicht: der Schlüssel blobs_extension fehlt noch."
  echo "  Warte auf die Funktionen ($try von $tries) …"
  sleep "$pause"
done

az deployment group create --resource-group "$group" --name produktreport-ereignisse --template-file infra/events.bicep \
  --parameters appName="$app" topicName="$topic" dataAccountName="$data" --output none
echo "  Ereignisse des Speichers $data gehen an $app."
