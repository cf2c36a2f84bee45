#!/bin/sh
# Asks staging from outside whether it answers rightly. STAGING_URL says where else than usual.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
exec ./koalens validate "${STAGING_URL:-https://koalens-backend-staging.fly.dev}" \
  --environment staging --origin "${STAGING_ORIGIN:-https://staging.koalens-app.com}" \
  --metrics "${STAGING_METRICS:-private}" "$@"
