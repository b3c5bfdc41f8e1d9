#!/usr/bin/env bash
# Fragt eine Adresse, bis sie antwortet wie erwartet; die erste Anfrage nach einer Bereitstellung wartet auf den Start.
set -euo pipefail
[ $# -ge 1 ] || { echo 'Aufruf: infra/probe.sh ADRESSE [ERWARTETER STATUS …] (Vorgabe: 200)' >&2; exit 64; }
url=$1 tries="${VERSUCHE:-12}" pause="${PAUSE_SEKUNDEN:-10}" code=''
shift
expected=("${@:-200}")
for ((try = 1; try <= tries; try++)); do
  code=$(curl --silent --output /dev/null --max-time 60 --write-out '%{http_code}' "$url" || true)
  for good in "${expected[@]}"; do
    if [ "$code" = "$good" ]; then
      echo "  $url antwortet mit $code."
      exit 0
    fi
  done
  [ "$try" -eq "$tries" ] || sleep "$pause"
done
echo "probe.sh: $url antwortet nicht mit ${expected[*]}, zuletzt mit $code." >&2
exit 1
