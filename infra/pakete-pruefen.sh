#!/usr/bin/env bash
# Scheitert, wenn ein Paket, das ausgeliefert wird oder baut, eine bekannte Sicherheitslücke hat. Läuft nach dem Bauen:
# Das Projekt der Erweiterungen, die der Functions-Host lädt (.azurefunctions), entsteht erst dabei.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en
mapfile -t extensions < <(find src/*/obj -name WorkerExtensions.csproj)
[ ${#extensions[@]} -gt 0 ] || { echo 'pakete-pruefen.sh: Zuerst bauen, etwa mit ./test.sh.' >&2; exit 69; }
found=0
for project in src/*/*.csproj tests/*/*.csproj "${extensions[@]}"; do
  report=$(dotnet list "$project" package --vulnerable --include-transitive)
  if ! grep -q 'has no vulnerable packages' <<<"$report"; then
    echo "$report" >&2
    found=1
  fi
done
[ "$found" = 0 ] || { echo 'pakete-pruefen.sh: Es gibt Pakete mit bekannten Lücken.' >&2; exit 1; }
echo 'Kein Paket mit bekannten Lücken.'
