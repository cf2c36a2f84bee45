#!/bin/sh
# Deploys the commit that is checked out to staging and sees it through. See `koalens deploy --help`.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
exec ./koalens deploy staging "$@"
