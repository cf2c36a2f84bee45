#!/bin/sh
# Builds the app for staging and puts it on Firebase Hosting, for a page that stands apart from its server (the server
# serves the app itself too). Then looks from outside: is it this build that answers, and may it ask the server?
#   scripts/deploy-web-staging.sh [--dry-run]
# Needs FIREBASE_PROJECT and GOOGLE_APPLICATION_CREDENTIALS (the key file of a service account).
# STAGING_URL and STAGING_ORIGIN say where server and page are, if not where they usually are.
set -eu
cd "$(dirname -- "$0")/.."
. scripts/mobile-common.sh

server=${STAGING_URL:-https://koalens-backend-staging.fly.dev}
page=${STAGING_ORIGIN:-https://staging.koalens-app.com}
need FIREBASE_PROJECT "the Firebase project whose hosting serves $page"
need GOOGLE_APPLICATION_CREDENTIALS "the key file of a service account that may deploy there"

[ -d web/node_modules ] || run npm --prefix web ci --no-fund --no-audit
REACT_APP_API_URL=$server REACT_APP_ENVIRONMENT=staging run npm --prefix web run build
run $firebase deploy --only hosting --config deploy/web/firebase.json \
  --project "${FIREBASE_PROJECT:-PROJECT}" --non-interactive

if [ "$dry" = yes ]; then
  run curl -fsS "$page/"
  run scripts/validate-staging.sh
  exit 0
fi

# The tool's word proves nothing: the page that answers must name the script just built.
script=$(sed -n 's|.*src="\(assets/app-[^"]*\.js\)".*|\1|p' web/dist/index.html)
[ -n "$script" ] || fail 1 "web/dist/index.html names no script: the build is broken"
tries=0
until curl -fsS --max-time 10 "$page/" | grep -qF "$script"; do
  tries=$((tries + 1))
  [ "$tries" -lt "${PAGE_TRIES:-12}" ] || fail 1 "$page does not serve $script: another build answers, or none"
  sleep "${PAGE_PAUSE:-5}"
done
echo "$page serves $script"
STAGING_URL=$server STAGING_ORIGIN=$page run scripts/validate-staging.sh
