# shellcheck shell=sh disable=SC2034
# Shared by the scripts for the mobile channels; sourced, not run.
# Pinned: both tools rename and drop flags between versions.
eas="npx --yes --package eas-cli@24.8.0 eas"
firebase="npx --yes --package firebase-tools@15.34.2 firebase"

dry=no
if [ "${1:-}" = --dry-run ]; then
  dry=yes
  shift
fi

fail() {
  status=$1
  shift
  echo "$*" >&2
  exit "$status"
}

# need NAME MEANING: stops when the variable is not set; a dry run only says so.
need() {
  eval "value=\${$1:-}"
  if [ -z "$value" ]; then
    [ "$dry" = yes ] && echo "would need $1: $2" || fail 2 "$1 is not set: $2"
  fi
}

# Shows the command on standard error and runs it; a dry run only shows it.
run() {
  echo "+ $*" >&2
  [ "$dry" = yes ] || "$@"
}
