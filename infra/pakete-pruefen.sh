#!/usr/bin/env bash
# Scheitert, wenn ein Paket, das ausgeliefert wird oder baut, eine bekannte Sicherheitslücke hat, oder ein Werkzeug der Tests
# eine kritische; deren übrige Lücken werden genannt: Sie laufen nur gegen erzeugte Daten. Läuft nach dem Bauen: Das Projekt der
# Erweiterungen, die der Functions-Host lädt (.azurefunctions), entsteht erst dabei.
#   infra/pakete-pruefen.sh [--streng]
# Was sich nicht prüfen lässt, weil die Quelle der Lücken nicht antwortet, wird genannt; mit --streng scheitert die Prüfung
# dann (75).
set -euo pipefail
case "$# ${1-}" in
  '0 ' | '1 --streng') ;;
  *) echo 'Aufruf: infra/pakete-pruefen.sh [--streng]' >&2; exit 64 ;;
esac
strict=${1-}
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en
mapfile -t extensions < <(find src/*/obj -name WorkerExtensions.csproj)
[ ${#extensions[@]} -gt 0 ] || { echo 'pakete-pruefen.sh: Zuerst bauen, etwa mit ./test.sh.' >&2; exit 69; }
found=0
unchecked=()

for project in src/*/*.csproj tests/*/*.csproj "${extensions[@]}"; do
  report=$(dotnet list "$project" package --vulnerable --include-transitive 2>&1) || true
  if grep -q 'has the following vulnerable packages' <<<"$report"; then
    echo "$report" >&2
    found=1
  elif ! grep -q 'has no vulnerable packages' <<<"$report"; then
    echo "$report" >&2
    unchecked+=("$project")
  fi
done

for lock in tests/*/package-lock.json; do
  folder=$(dirname "$lock")
  status=0
  report=$(npm audit --prefix "$folder" --package-lock-only --json --audit-level=critical 2>/dev/null) || status=$?
  if ! grep -q '"auditReportVersion"' <<<"$report"; then
    unchecked+=("$folder")
  elif [ "$status" != 0 ]; then
    npm audit --prefix "$folder" --package-lock-only >&2 || true
    found=1
  elif grep -q '"severity"' <<<"$report"; then
    echo "Hinweis: $folder hat Lücken, die nicht kritisch sind (npm audit --prefix $folder zeigt sie)."
  fi
done

[ "$found" = 0 ] || { echo 'pakete-pruefen.sh: Es gibt Pakete mit bekannten Lücken.' >&2; exit 1; }
if [ ${#unchecked[@]} -gt 0 ]; then
  echo "pakete-pruefen.sh: NICHT GEPRÜFT, die Quelle der Lücken antwortet nicht: ${unchecked[*]}" >&2
  [ -z "$strict" ] || exit 75
  echo 'Unter dem, was geprüft werden konnte, ist kein Paket mit bekannten Lücken.'
else
  echo 'Kein Paket mit bekannten Lücken.'
fi
