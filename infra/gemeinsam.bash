# shellcheck shell=bash
# Was die Skripte dieses Ordners gemeinsam haben; sie lesen es mit source ein.

fail() { # fail CODE MESSAGE
  echo "${0##*/}: $2" >&2
  exit "$1"
}

# The value of an option: value "$@" with the option first.
value() {
  [ -n "${2:-}" ] || fail 64 "Nach $1 fehlt der Wert."
  printf '%s' "$2"
}

need() { # need COMMAND GERMAN-NAME
  command -v "$1" >/dev/null || fail 69 "Es fehlt $2."
}

# What a package must have so that the Functions host finds the functions, starts the program and knows its triggers.
package_parts=(
  Produktreport Produktreport.dll host.json
  functions.metadata worker.config.json extensions.json .azurefunctions/function.deps.json
)

check_package() { # check_package CODE FILE
  local entries part missing=()
  entries=$(zip --show-files "$2" 2>/dev/null) || fail "$1" "$2 ist kein lesbares ZIP."
  for part in "${package_parts[@]}"; do
    grep --quiet --line-regexp --fixed-strings -- "  $part" <<<"$entries" || missing+=("$part")
  done
  [ ${#missing[@]} = 0 ] ||
    fail "$1" "Im Programmpaket $2 fehlt: ${missing[*]}. So findet Azure keine Funktion; infra/packen.sh baut ein vollständiges."
}

# Everything that speaks to Azure needs these, and a session.
need_azure() {
  local version
  need az 'die Azure CLI (az)'
  need jq 'jq'
  version=$(az version --output json | jq --raw-output '."azure-cli"')
  printf '%s\n' 2.77.0 "$version" | sort --version-sort --check=silent ||
    fail 69 "Die Azure CLI ist $version, nötig ist 2.77.0: az upgrade."
  account=$(az account show --output json 2>/dev/null) || fail 69 'Nicht angemeldet: az login.'
}

# What cannot be computed again. The catalogue in force stands for itself only while the catalogue is faulty.
# shellcheck disable=SC2034
saved_containers=(katalog katalog-inkraft eingang vergleich berichte protokoll)

# Reads once what main.bicep gave out; output NAME tells one of it.
read_outputs() { # read_outputs GROUP
  outputs=$(az deployment group show --resource-group "$1" --name produktreport --query properties.outputs --output json \
    2>/dev/null) && [ -n "$outputs" ]
}
output() {
  jq --exit-status --raw-output --arg name "$1" '.[$name].value' <<<"$outputs" ||
    fail 69 "Die Bereitstellung „produktreport“ nennt kein $1: infra/deploy.sh wiederholen."
}
