#!/usr/bin/env bash
# Zweiter Schritt, wenn das Programm läuft: verbindet den Speicher mit den Funktionen. Der Schlüssel der Funktions-App, den
# Event Grid dafür braucht, verlässt Azure dabei nicht. Kann beliebig oft wiederholt werden, etwa nach einem Schlüsselwechsel.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."
source infra/gemeinsam.bash

usage='Aufruf: infra/ereignisse.sh --group RESSOURCENGRUPPE [--what-if]'
group='' what_if='' tries=20 pause="${PAUSE_SEKUNDEN:-15}"
while [ $# -gt 0 ]; do
  case $1 in
    --group) group=$(value "$@"); shift 2 ;;
    --what-if) what_if=yes; shift ;;
    --help) echo "$usage"; exit 0 ;;
    *) fail 64 "Unbekannte Angabe „$1“. $usage" ;;
  esac
done
[ -n "$group" ] || fail 64 'Es fehlt --group.'
need_azure
read_outputs "$group" || fail 69 "In $group fehlt die Bereitstellung „produktreport“: zuerst infra/deploy.sh."
app=$(output appName)
topic=$(output topicName)
data=$(output dataAccountName)
template=(--template-file infra/events.bicep --parameters appName="$app" topicName="$topic" dataAccountName="$data")

# The key is there once the host has started with the functions; just after publishing that takes a while.
has_key() {
  az functionapp keys list --resource-group "$group" --name "$app" --query 'systemKeys.blobs_extension != null' --output tsv \
    2>/dev/null
}

if [ -n "$what_if" ]; then
  if [ "$(has_key)" = true ]; then
    az deployment group what-if --resource-group "$group" "${template[@]}"
  else
    echo "  Die Abonnements entstehen, sobald die Funktionen von $app laufen."
  fi
  exit 0
fi

for ((try = 1; try <= tries; try++)); do
  [ "$(has_key)" != true ] || break
  [ "$try" -lt "$tries" ] || fail 1 "Die Funktionen von $app laufen nicht: der Schlüssel blobs_extension fehlt noch."
  echo "  Warte auf die Funktionen ($try von $tries) …"
  sleep "$pause"
done

az deployment group create --resource-group "$group" --name produktreport-ereignisse "${template[@]}" --output none
echo "  Ereignisse des Speichers $data gehen an $app."
