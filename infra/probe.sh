#!/usr/bin/env bash
# Fragt eine Adresse, bis sie 200 antwortet; die erste Anfrage nach einer Bereitstellung wartet auf den Start.
set -euo pipefail
[ $# -eq 1 ] || { echo 'Aufruf: infra/probe.sh ADRESSE' >&2; exit 64; }
url=$1 tries="${VERSUCHE:-12}" pause="${PAUSE_SEKUNDEN:-10}" code=''
for ((try = 1; try <= tries; try++)); do
  code=$(curl --silent --output /dev/null --max-time 60 --write-out '%{http_code}' "$url" || true)
  if [ "$code" = 200 ]; then
    echo "  $url antwortet."
    exit 0
  fi
  [ "$try" -eq "$tries" ] || sleep "$pause"
done
echo "probe.sh: $url antwortet nicht mit 200, zuletzt mit $code." >&2
exit 1
