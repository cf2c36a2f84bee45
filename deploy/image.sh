#!/bin/sh
# Lays out what a KoaLens image holds: a small Java, the libraries, two AOT caches trained on real
# requests, one start script. The Dockerfile runs this; so does anyone who wants to see the same
# layout without a container:
#
#   deploy/image.sh /tmp/koalens && PORT=8080 /tmp/koalens/bin/koalens serve
#
# An AOT cache is good for the place it was made at: train where it will run.
set -eu

target=${1:?where to, for example /app}
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
jdk=${JAVA_HOME:?set it to a JDK 25}
"$jdk/bin/java" -version 2>&1 | grep -q 'version "25[."+-]' && [ -x "$jdk/bin/jlink" ] ||
  { echo "$jdk is no JDK 25: set JAVA_HOME to one" >&2; exit 1; }

# What KoaLens and its libraries use of Java; `deploy/image.sh` fails below if one is missing.
modules=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http
modules=$modules,java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.unsupported,jdk.zipfs

mkdir -p "$target"
rm -rf "${target:?}/java" "${target:?}/lib" "${target:?}/bin" \
  "${target:?}/koalens.aot" "${target:?}/koalens-providers.aot"
"$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-man-pages --no-header-files \
  --compress zip-6 --output "$target/java"

mkdir -p "$target/lib" "$target/bin"
cp "$root"/cli/target/koalens-cli-*.jar "$target/lib/koalens.jar"
cp "$root"/cli/target/lib/koalens-*.jar "$target/lib/"
# All others in one file: the start of a Java with 150 of them costs twice as much.
cp "$root"/cli/target/koalens-libraries.jar "$target/lib/" ||
  { echo "build it first: mvn -Pimage -pl cli -am -Dmaven.test.skip package" >&2; exit 1; }

# SQLite's native library as a file: out of the jar it would be unpacked anew at every start.
mkdir -p "$target/lib/native"
case $(uname -m) in aarch64 | arm64) machine=aarch64 ;; *) machine=x86_64 ;; esac
(cd "$target/lib/native" && "$jdk/bin/jar" xf "$target/lib/koalens-libraries.jar" \
  "org/sqlite/native/Linux/$machine/libsqlitejdbc.so" &&
  mv "org/sqlite/native/Linux/$machine/libsqlitejdbc.so" . && rm -r org)

# A class path in one fixed order, since the AOT cache compares it word for word; the libraries last,
# so that nothing of KoaLens is looked for in them.
class_path=$(cd "$target/lib" && for jar in koalens.jar koalens-[!l]*.jar koalens-libraries.jar; do
  printf '%s:' "$target/lib/$jar"; done)
printf '%s' "${class_path%:}" >"$target/lib/class-path"

cat >"$target/bin/koalens" <<'START'
#!/bin/sh
# The image's entry point: koalens serve, koalens migrate, …
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
# An image without a time zone of its own speaks UTC, which needs no table of zones.
export TZ="${TZ:-UTC}"
# With a key of a provider, the cache that knows how to ask one.
name=koalens.aot
[ -z "${GEMINI_API_KEY:-}${ANTHROPIC_API_KEY:-}" ] || name=koalens-providers.aot
cache=
[ ! -f "$home/$name" ] || cache=-XX:AOTCache=$home/$name
# shellcheck disable=SC2086
exec "$home/java/bin/java" $cache -XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError \
  -XX:+UseCompactObjectHeaders -XX:-UsePerfData \
  -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:-AOTAdapterCaching \
  -XX:-AOTReplayTraining \
  -Dslf4j.internal.verbosity=WARN -Dslf4j.provider=koalens.server.LogProvider \
  -Dorg.sqlite.lib.path="$home/lib/native" -Dorg.sqlite.lib.name=libsqlitejdbc.so \
  -Dorg.sqlite.tmpdir="$home/lib/native" \
  --enable-native-access=ALL-UNNAMED ${JAVA_OPTIONS:-} \
  -cp "$(cat "$home/lib/class-path")" koalens.cli.Main "$@"
START
chmod +x "$target/bin/koalens"

data=$(mktemp -d)
server=
providers=
tidy() {
  for process in $server $providers; do
    kill "$process" 2>/dev/null || true
  done
  rm -rf "$data"
}
trap tidy EXIT

ask() {
  curl -sf -X POST "http://localhost:$port/analyze-text" -H 'Content-Type: application/json' -d "$1"
}

# Until a provider answers: a machine that is busy may be too slow for the first call.
ask_provider() {
  for word in flurban klonkram blixtragur snorpel vrimling; do
    case $(ask "{\"ingredients\":[\"Vatten\",\"$word\"],\"provider\":\"$1\"}") in
      *'"provider":"'"$1"'"'*) return ;;
    esac
  done
  echo "the server in the layout does not reach $1 as it is emulated" >&2
  exit 1
}

# Starts a server, lets it answer, and keeps in a cache what it loaded. Who is to be asked besides is
# in its settings and in the arguments after the cache's name.
train() {
  cache_file=$target/$1
  shift
  echo "training the AOT cache $cache_file …" >&2
  rm -rf "$data/server"
  mkdir "$data/server"
  PORT=0 DATA_DIR=$data/server JAVA_OPTIONS="-XX:AOTCacheOutput=$cache_file" \
    "$target/bin/koalens" serve >"$data/log" 2>&1 &
  server=$!
  tries=0
  # The free port that it took, as it says itself: no other server can answer in its place.
  until port=$(sed -n 's/.*listening.*port"\{0,1\}[=:]"\{0,1\}\([0-9][0-9]*\).*/\1/p' "$data/log") && [ -n "$port" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 120 ] || ! kill -0 "$server" 2>/dev/null; then
      cat "$data/log" >&2
      echo "the server in the layout did not start: is a Java module missing above?" >&2
      exit 1
    fi
    sleep 1
  done
  answer=$(ask '{"ingredients":["Vatten","Socker","Salt","Mjölk"]}')
  case $answer in
    *'"isVegan":false'*) ;;
    *) echo "the server in the layout answers wrongly: $answer" >&2; exit 1 ;;
  esac
  ask '{"text":"Ingredients: water, oats (12 %), rapeseed oil, salt, vitamins (D2, B12), E471"}' >/dev/null
  for provider in "$@"; do
    ask_provider "$provider"
  done
  for path in ready version metrics openapi.json ingredients?q=milk additives/E120 ""; do
    curl -s "http://localhost:$port/$path" >/dev/null
  done
  kill "$server"
  wait "$server" || true
  server=
  [ -f "$cache_file" ] || { cat "$data/log" >&2; echo "no AOT cache was made" >&2; exit 1; }
}

unset GEMINI_API_KEY ANTHROPIC_API_KEY
train koalens.aot

# Half as large again, and so not for servers that ask nobody.
"$target/bin/koalens" emulate --gemini-port 0 --claude-port 0 >"$data/providers" 2>"$data/providers.log" &
providers=$!
tries=0
until grep -q '^ANTHROPIC_API_KEY=' "$data/providers"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 120 ] || ! kill -0 "$providers" 2>/dev/null; then
    cat "$data/providers.log" >&2
    echo "the emulated providers did not start" >&2
    exit 1
  fi
  sleep 1
done
set -a
# shellcheck disable=SC1091
. "$data/providers"
set +a
train koalens-providers.aot gemini claude
kill "$providers"
providers=
echo "laid out in $target: $(du -sh "$target" | cut -f1)" >&2
