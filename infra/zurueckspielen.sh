#!/usr/bin/env bash
# Bringt eine Sicherung (infra/sichern.sh, oder den Datenordner eines eigenen Rechners) in ein leeres Speicherkonto. Die
# Dateien des Eingangs einzeln und in der Reihenfolge ihrer Zeiten, denn zuletzt Eingegangenes gilt. Braucht die Rolle
# „Mitwirkender an Storage-Blobdaten“ am Konto.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."
source infra/gemeinsam.bash

usage() {
  cat <<'TEXT'
Aufruf: infra/zurueckspielen.sh --account KONTO --from ORDNER

  --account KONTO   Name des Speicherkontos, in dessen Eingang noch nichts liegt
  --from ORDNER     die Sicherung

Für jede Datei des Eingangs vergeht eine Sekunde, weil der Speicher Zeiten in Sekunden führt.
Rückgabewerte: 0 gut, 64 falscher Aufruf, 69 eine Voraussetzung fehlt
TEXT
}

account_name='' folder=''
while [ $# -gt 0 ]; do
  case $1 in
    --account) account_name=$(value "$@"); shift 2 ;;
    --from) folder=$(value "$@"); shift 2 ;;
    --help) usage; exit 0 ;;
    *) usage >&2; fail 64 "Unbekannte Angabe „$1“." ;;
  esac
done
[ -n "$account_name" ] || fail 64 'Es fehlt --account.'
[ -n "$folder" ] || fail 64 'Es fehlt --from.'
for container in katalog eingang; do
  [ -d "$folder/$container" ] || fail 69 "In $folder liegt kein Ordner $container."
done
need_azure
[ "$(az storage blob list --auth-mode login --account-name "$account_name" --container-name eingang --num-results 1 \
  --output json | jq length)" = 0 ] ||
  fail 69 "Im Eingang von $account_name liegt schon etwas: die Reihenfolge wäre nicht mehr die des Eingangs."

# The catalogue that was in force comes first, since the catalogue itself may just be faulty. Reports come before uploads, so
# that none is made anew.
for container in katalog-inkraft protokoll vergleich berichte katalog; do
  [ -d "$folder/$container" ] || continue
  az storage blob upload-batch --auth-mode login --account-name "$account_name" --destination "$container" \
    --source "$folder/$container" --overwrite --output none
  echo "$container: fertig"
done
count=0
# Within a second, names decide, as they do in the program.
while IFS=$'\t' read -r -d '' _ name; do
  az storage blob upload --auth-mode login --account-name "$account_name" --container-name eingang --name "$name" \
    --file "$folder/eingang/$name" --output none
  count=$((count + 1))
  sleep "${PAUSE_SEKUNDEN:-1}"
done < <(cd "$folder/eingang" && find . -type f -printf '%Ts\t%P\0' | LC_ALL=C sort --zero-terminated --key=1,1n --key=2)
echo "eingang: $count Dateien"
