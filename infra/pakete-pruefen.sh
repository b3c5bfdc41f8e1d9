#!/usr/bin/env bash
# Scheitert, wenn ein Paket, das ausgeliefert wird oder baut, eine bekannte Sicherheitslücke hat.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en
found=0
for project in src/*/*.csproj tests/*/*.csproj; do
  report=$(dotnet list "$project" package --vulnerable --include-transitive)
  if ! grep -q 'has no vulnerable packages' <<<"$report"; then
    echo "$report" >&2
    found=1
  fi
done
[ "$found" = 0 ] || { echo 'pakete-pruefen.sh: Es gibt Pakete mit bekannten Lücken.' >&2; exit 1; }
echo 'Kein Paket mit bekannten Lücken.'
