package koalens.benchmarks;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

/// `/analyze-text` with the ledger on, for long, at a share of the peak: requests come at even
/// times whether or not earlier ones are answered, and each is timed from when it should have been
/// sent. Ends with code 1 when a request fails; prints the tail and the memory of every minute, and
/// how much more memory the last minute needs than the third.
///
/// Arguments: minutes (default 30), per cent of the peak (70), connections (32), seconds to measure
/// the peak, after as many twice over to warm up (20); what follows goes to the virtual machine of
/// the server.
public final class Soak {
  private static final int MINUTE = 60;
  // What starts and is compiled is over by then.
  private static final int SETTLED = 3;

  private Soak() {}

  /// Runs the soak and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
    int minutes = argument(arguments, 0, 30);
    int share = argument(arguments, 1, 70);
    int connections = argument(arguments, 2, 32);
    int seconds = argument(arguments, 3, 20);
    Bodies bodies = Bodies.allDifferent();
    try (ServerProcess server = ServerProcess.start(Stream.of(arguments).skip(4).toList())) {
      var load = new Load(server, server.koalens(), "/analyze-text", bodies, connections);
      load.run(2 * seconds);
      Load.Result peak = load.run(seconds);
      System.out.println("peak: " + peak);
      soak(server, load, peak.perSecond() * share / 100, minutes);
    }
  }

  private static void soak(ServerProcess server, Load load, double rate, int minutes)
      throws IOException, InterruptedException {
    long settled = 0;
    long last = 0;
    for (int minute = 1; minute <= minutes; minute++) {
      Load.Result result = load.run(MINUTE, rate);
      last = server.residentMegabytes();
      settled = minute <= SETTLED ? last : settled;
      System.out.printf(
          Locale.ROOT,
          "minute %d  at %.0f/s: %s  p99/p50 %.1f  %d MB resident%n",
          minute,
          rate,
          result,
          result.p99() / result.p50(),
          last);
    }
    System.out.printf(
        Locale.ROOT,
        "no request failed; the last minute ended with %.2f times the memory of minute %d%n",
        (double) last / settled,
        Math.min(SETTLED, minutes));
  }

  private static int argument(String[] arguments, int index, int standard) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : standard;
  }
}
