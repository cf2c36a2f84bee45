#!/bin/sh
# Hands the latest staging build for iOS to TestFlight's group "Staging testers".
#   scripts/submit-testflight-staging.sh [--dry-run] ["what to test"]
# Needs EXPO_TOKEN and an App Store Connect API key: EXPO_ASC_API_KEY_PATH, EXPO_ASC_KEY_ID, EXPO_ASC_ISSUER_ID.
set -eu
cd "$(dirname -- "$0")/../mobile"
. ../scripts/mobile-common.sh

need EXPO_TOKEN "an access token of Expo (expo.dev, account settings)"
need EXPO_ASC_API_KEY_PATH "the .p8 file of an App Store Connect API key"
need EXPO_ASC_KEY_ID "the id of that key"
need EXPO_ASC_ISSUER_ID "the issuer of that key"
[ "$dry" = yes ] || [ -r "$EXPO_ASC_API_KEY_PATH" ] || fail 2 "EXPO_ASC_API_KEY_PATH names no file that can be read"

run $eas submit --platform ios --profile staging-testflight --latest \
  --what-to-test "${1:-The staging build of today.}" --non-interactive
