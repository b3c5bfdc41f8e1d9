#!/usr/bin/env bash
# Holt für die Pipeline das SDK, das global.json verlangt, in ein Abbild von Debian trixie, dazu die genannten
# Debian-Pakete. Läuft als root.
# Die neueste Ausgabe des Kanals: Das Paket bringt die Laufzeit mit, und mit ihr deren Korrekturen.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."

folder=/usr/share/dotnet
channel=$(sed -nE 's/.*"sdk".*"version": "([0-9]+\.[0-9]+)\..*/\1/p' global.json)
[ -n "$channel" ] || { echo 'dotnet-holen.sh: global.json nennt keine Version.' >&2; exit 1; }

apt-get update -qq
# What Debian's base image lacks and .NET needs: certificates and the data of languages.
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ca-certificates curl libicu76 "$@" >/dev/null
installer=$(mktemp)
trap 'rm -f "$installer"' EXIT
curl --fail --silent --show-error --location --output "$installer" https://dot.net/v1/dotnet-install.sh
bash "$installer" --channel "$channel" --install-dir "$folder" --no-path
ln -sf "$folder/dotnet" /usr/local/bin/dotnet
dotnet --version
