#!/usr/bin/env bash
# Builds everything and runs all tests: the same for people and CI. Installs what the tests need where it is missing.
# Last line: "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

need() { # need COMMAND DEBIAN-PACKAGE
  command -v "$1" >/dev/null && return
  missing+=("$2")
}
missing=()
need qpdf qpdf
need pdftotext poppler-utils
need npm npm
need shellcheck shellcheck
need chromium chromium
need curl curl
need jq jq
need zip zip
need zstd zstd
need systemd-analyze systemd
need unshare util-linux
need ps procps # Brings the program kill as well; a shell always has its own.
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests need: ${missing[*]}. Please install them." >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# npm packages the tests use: Azurite (Azure Storage), axe-core (accessibility), a generated API client, parsers of pipelines,
# smtp-server. They are installed again only when a lock file changed.
for packages in tests/Azurite tests/Browser tests/Client tests/Mail tests/Pipelines; do
  if ! cmp -s "$packages/package-lock.json" "$packages/node_modules/.installed"; then
    npm ci --prefix "$packages" --no-audit --no-fund --silent
    cp "$packages/package-lock.json" "$packages/node_modules/.installed"
  fi
done

dotnet restore --locked-mode
dotnet build --no-restore --configuration Release
dotnet format --no-restore --verify-no-changes

log=$(mktemp)
again=$(mktemp)
published=$(mktemp -d)
trap 'rm -rf "$log" "$again" "$published"' EXIT

# The app as it is deployed, once for all tests that start it. Publishing fetches packages of its own (the host's extensions):
# what failed on the way is tried once more, from nothing.
publish() { dotnet publish src/Functions --configuration Release --output "$published" --nologo; }
publish || { rm -rf src/Functions/obj/Release/net10.0/linux-x64 "${published:?}"/*; publish; }
export PRODUKTREPORT_PUBLISHED="$published"

status=0
# Two projects at a time: some start processes and wait for them, others compute meanwhile.
dotnet test --solution Produktreport.sln --no-build --configuration Release --max-parallel-test-modules 2 2>&1 |
  tee "$log" || status=$?
count() { awk -v key="$1:" '$1 == key { n = $2 } END { print n + 0 }' "$2"; }
passed=$(count succeeded "$log") failed=$(count failed "$log")

# A few tests that failed beside all others are run once more alone, and both outcomes are said: what fails again has failed
# (docs/decisions/0038).
mapfile -t methods < <(sed -nE 's/^ *failed (Produktreport\.[A-Za-z]+\.Tests\.[A-Za-z0-9_.]+).*/\1/p' "$log" | sort -u)
if [ "$status" = 2 ] && [ "$failed" -gt 0 ] && [ "$failed" -le 5 ] && [ ${#methods[@]} -gt 0 ]; then
  still=0
  for method in "${methods[@]}"; do
    project=$(cut -d . -f 2-3 <<<"$method")
    echo "Once more, alone: $method"
    "tests/$project/bin/Release/net10.0/$project" --filter-method "$method" >"$again" 2>&1 || cat "$again"
    [ "$(count succeeded "$again")" -gt 0 ] && [ "$(count failed "$again")" = 0 ] || still=$((still + 1))
  done
  echo "Failed beside the others: $failed. Of ${#methods[@]} run once more alone, $still failed again."
  if [ "$still" = 0 ]; then
    passed=$((passed + failed)) failed=0 status=0
  fi
fi
if [ "$status" != 0 ]; then
  echo "What failed, each with the first lines it said:"
  grep -E -A 8 '^ *failed [A-Z]' "$log" | cut -c 1-300 || true
fi
echo "$passed passed, $failed failed"
exit "$status"
