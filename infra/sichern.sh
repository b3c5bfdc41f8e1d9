#!/usr/bin/env bash
# Holt alles, was sich nicht neu berechnen lässt, aus dem Speicherkonto in einen Ordner, jede Datei mit der Zeit ihres
# Eingangs: zuletzt Eingegangenes gilt. Der Ordner ist aufgebaut wie ein Datenordner; das Programm läuft damit auch auf eigenem
# Rechner. Braucht die Rolle „Storage-Blobdatenleser“ am Konto.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."
source infra/gemeinsam.bash

usage() {
  cat <<'TEXT'
Aufruf: infra/sichern.sh --account KONTO --to ORDNER

  --account KONTO   Name des Speicherkontos mit den Daten
  --to ORDNER       leer oder noch nicht vorhanden

Danach steht im Ordner, was infra/zurueckspielen.sh in ein Konto bringt.
Rückgabewerte: 0 gut, 64 falscher Aufruf, 69 eine Voraussetzung fehlt
TEXT
}

account_name='' folder=''
while [ $# -gt 0 ]; do
  case $1 in
    --account) account_name=$(value "$@"); shift 2 ;;
    --to) folder=$(value "$@"); shift 2 ;;
    --help) usage; exit 0 ;;
    *) usage >&2; fail 64 "Unbekannte Angabe „$1“." ;;
  esac
done
[ -n "$account_name" ] || fail 64 'Es fehlt --account.'
[ -n "$folder" ] || fail 64 'Es fehlt --to.'
need_azure
mkdir -p "$folder"
[ -z "$(ls -A "$folder")" ] || fail 69 "Der Ordner $folder ist nicht leer."

for container in "${saved_containers[@]}"; do
  mkdir "$folder/$container"
  az storage blob download-batch --auth-mode login --account-name "$account_name" --source "$container" \
    --destination "$folder/$container" --output none
  count=0
  blobs=$(az storage blob list --auth-mode login --account-name "$account_name" --container-name "$container" --num-results '*' \
    --query '[].{name: name, at: properties.lastModified}' --output json)
  while IFS=$'\t' read -r at name; do
    touch --no-create --date="$at" "$folder/$container/$name"
    count=$((count + 1))
  done < <(jq --raw-output '.[] | "\(.at)\t\(.name)"' <<<"$blobs")
  echo "$container: $count Dateien"
done
