package koalens.operations.release;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An environment in a folder: a server that answers as the release that is put to work, and a
/// `fly` that puts releases to work, well or badly, and records what it was asked.
final class World implements AutoCloseable {
  private static final String SCRIPT =
      """
      #!/bin/sh
      # A stand-in for fly: records its arguments and changes what answers.
      world=WORLD
      printf '%s\\n' "$*" >>"$world/calls"
      mode=$(cat "$world/mode")
      # The newest release first, as fly lists them.
      release() {
        touch "$world/listed"
        version=$(($(wc -l <"$world/listed") + 1))
        {
          printf '{"Version":%s,"Status":"%s","ImageRef":"registry.example/app:git-%s"}\\n' "$version" "$1" "$sent"
          cat "$world/listed"
        } >"$world/listed.next"
        mv "$world/listed.next" "$world/listed"
      }
      # Puts what was sent to work.
      serve() { echo "$sent" >"$world/current"; release "$1"; }
      echo "Update available 0.4.108 -> 0.4.109." >&2
      case "$1" in
        deploy)
          sent=
          while [ $# -gt 0 ]; do
            case "$1" in
              --image-label) sent=${2#git-} ;;
              --image) sent=${2##*git-} ;;
            esac
            shift
          done
          case "$mode:$sent" in
            ok:*) serve complete; rm -f "$world/bad" ;;
            fails:*) echo "Error: machines API is rate limited" >&2; release failed; exit 1 ;;
            fails-but-serves:*) serve failed; exit 1 ;;
            unlisted:*) echo "$sent" >"$world/current" ;;
            lies:*) echo "deployed" ;;
            hangs:*) sleep 600 ;;
            hangs-back:*new*) serve complete; touch "$world/bad" ;;
            hangs-back:*) sleep 600 ;;
            bad-new:*new*) serve complete; touch "$world/bad" ;;
            bad-new:*) serve complete; rm -f "$world/bad" ;;
            bad-always:*) serve complete; touch "$world/bad" ;;
          esac
          ;;
        releases)
          printf '[%s]\\n' "$(paste -sd, "$world/listed")"
          ;;
        secrets) printf '[{"Name":"GEMINI_API_KEY","Digest":"x","Status":"Deployed"}]\\n'; cat >>"$world/stdin" ;;
      esac
      """;

  private final Path folder;
  private final HttpServer server;
  private volatile Analyses analyses = Analyses.NONE;
  private int asked;

  World(Path folder) throws IOException {
    this.folder = folder;
    Path fly = Files.writeString(fly(), SCRIPT.replace("WORLD", folder.toString()));
    if (!fly.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + fly + " executable");
    }
    mode("ok");
    put("old");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/version", call -> answer(call, 200, "{\"commit\":\"" + current() + "\"}"));
    server.createContext("/health", this::health);
    server.createContext("/analyze-text", this::analysis);
    server.start();
  }

  private void analysis(HttpExchange call) throws IOException {
    String label = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean isNew = current().startsWith("new");
    String right = label.contains("mjölk\"") ? "non-vegan" : "vegan";
    switch (analyses) {
      case NONE -> answer(call, 404, "{}");
      case RIGHT -> verdict(call, right);
      case NEW_FAILS_OFTEN -> {
        if (isNew && ++asked % 2 == 0) {
          answer(call, 500, "{}");
        } else {
          verdict(call, right);
        }
      }
      case NEW_SAYS_VEGAN -> verdict(call, isNew ? "vegan" : right);
      case NEW_GIVES_NONE -> {
        if (isNew) {
          answer(call, 500, "{}");
        } else {
          verdict(call, right);
        }
      }
    }
  }

  private static void verdict(HttpExchange call, String status) throws IOException {
    answer(call, 200, "{\"status\":\"" + status + "\"}");
  }

  /// From here on labels are judged so.
  void analyses(Analyses how) {
    analyses = how;
  }

  /// How labels are judged.
  enum Analyses {
    NONE,
    RIGHT,
    NEW_FAILS_OFTEN,
    NEW_SAYS_VEGAN,
    NEW_GIVES_NONE
  }

  private void health(HttpExchange call) throws IOException {
    boolean bad = Files.exists(folder.resolve("bad"));
    answer(call, bad ? 500 : 200, bad ? "{\"error\":\"no\"}" : "{\"status\":\"ok\"}");
  }

  private static void answer(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  Path fly() {
    return folder.resolve("fly");
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void mode(String mode) throws IOException {
    Files.writeString(folder.resolve("mode"), mode);
  }

  void put(String commit) throws IOException {
    Files.writeString(folder.resolve("current"), commit);
  }

  String current() throws IOException {
    return Files.readString(folder.resolve("current")).strip();
  }

  List<String> calls() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  String standardInput() throws IOException {
    return Files.readString(folder.resolve("stdin"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
