#!/bin/sh
# Builds the staging shell in Expo's cloud. Android gives an APK for testers, which is fetched; iOS gives a store build,
# because TestFlight takes no other.
#   scripts/build-mobile-staging.sh [--dry-run] android|ios
# Needs EXPO_TOKEN. Leaves koalens-staging.apk in mobile/build (or MOBILE_BUILD_DIR), or a build that submit-testflight-staging.sh hands on.
set -eu
cd "$(dirname -- "$0")/../mobile"
. ../scripts/mobile-common.sh

into=${MOBILE_BUILD_DIR:-build}
platform=${1:-}
case $platform in
  android) profile=staging ;;
  ios) profile=staging-testflight ;;
  *) fail 2 "say which platform: android or ios" ;;
esac
need EXPO_TOKEN "an access token of Expo (expo.dev, account settings)"

if [ "$dry" = yes ]; then
  run $eas build --platform "$platform" --profile "$profile" --non-interactive --json --wait
  [ "$platform" = ios ] || run $eas build:download --build-id ID --non-interactive --json
  exit 0
fi

built=$(run $eas build --platform "$platform" --profile "$profile" --non-interactive --json --wait)
id=$(printf '%s' "$built" | node -e '
  const [build] = JSON.parse(require("fs").readFileSync(0, "utf8"));
  if (build?.status !== "FINISHED") { console.error(`the build is ${build?.status ?? "missing"}`); process.exit(1); }
  console.log(build.id)') || fail 1 "eas did not say that the build is finished"
echo "built $platform: $id"

if [ "$platform" = android ]; then
  file=$(run $eas build:download --build-id "$id" --non-interactive --json | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).path')
  [ -s "$file" ] || fail 1 "eas said it fetched $file, and it is not there"
  mkdir -p "$into"
  cp "$file" "$into/koalens-staging.apk"
  echo "$into/koalens-staging.apk"
fi
