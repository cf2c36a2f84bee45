#!/bin/sh
# Gives an APK to testers through Firebase App Distribution.
#   scripts/distribute-firebase-staging.sh [--dry-run] [file.apk]     (mobile/build/koalens-staging.apk)
# Needs FIREBASE_APP_ID (1:123:android:abc) and GOOGLE_APPLICATION_CREDENTIALS. Optional: FIREBASE_GROUPS (testers),
# RELEASE_NOTES.
set -eu
here=$(cd "$(dirname -- "$0")/.." && pwd -P)
. "$here/scripts/mobile-common.sh"

file=${1:-$here/mobile/build/koalens-staging.apk}
need FIREBASE_APP_ID "the app's id in Firebase, such as 1:123456:android:0a1b2c"
printf '%s' "$FIREBASE_APP_ID" | grep -Eq '^1:[0-9]+:android:[0-9a-f]+$' ||
  fail 2 "FIREBASE_APP_ID must be like 1:123456:android:0a1b2c"
[ -n "${FIREBASE_TOKEN:-}" ] || need GOOGLE_APPLICATION_CREDENTIALS "the key file of a service account"
if [ "$dry" != yes ]; then
  [ -s "$file" ] || fail 2 "there is no APK at $file: run scripts/build-mobile-staging.sh android"
  [ "$(head -c 2 "$file")" = PK ] || fail 2 "$file is no APK"
fi

notes=$(mktemp)
trap 'rm -f "$notes"' EXIT
printf '%s\n' "${RELEASE_NOTES:-KoaLens staging, $(git -C "$here" rev-parse --short HEAD 2>/dev/null || echo unknown)}" >"$notes"
run $firebase appdistribution:distribute "$file" --app "$FIREBASE_APP_ID" \
  --groups "${FIREBASE_GROUPS:-testers}" --release-notes-file "$notes" --non-interactive
