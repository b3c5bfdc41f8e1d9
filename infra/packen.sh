#!/usr/bin/env bash
# Baut das Programm und packt es für Azure. Zum Paket gehört der verborgene Ordner .azurefunctions: die Erweiterungen, mit denen
# der Functions-Host Dateien und Warteschlange bedient. Sie kommen erst beim Bauen aus der Paketquelle, auch wo schon alles
# wiederhergestellt ist.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."
source infra/gemeinsam.bash

usage='Aufruf: infra/packen.sh [ORDNER]; dort liegen danach publish/ und produktreport.zip (Vorgabe: artifacts)'
case ${1:-} in
  --help) echo "$usage"; exit 0 ;;
  -*) fail 64 "Unbekannte Angabe „$1“. $usage" ;;
esac
[ $# -le 1 ] || fail 64 "$usage"
need dotnet 'das .NET-10-SDK, um das Programm zu bauen'
need zip 'zip, um das Programm zu packen'
folder=${1:-artifacts}
rm -rf "$folder/publish" "$folder/produktreport.zip"
dotnet publish src/Functions --configuration Release --output "$folder/publish"
(cd "$folder/publish" && zip --quiet --recurse-paths ../produktreport.zip .)
check_package 1 "$folder/produktreport.zip"
echo "Gepackt: $folder/produktreport.zip"
