package koalens.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import koalens.operations.diagnosis.Diagnosis;
import koalens.operations.diagnosis.Patient;
import koalens.operations.diagnosis.Symptom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `koalens doctor --url` needs to know and says.
final class DoctorFromOutside {
  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description = "Look at the server that runs there, from outside.")
  private @Nullable URI server;

  @Option(names = "--commit", description = "With --url: the commit that should answer.")
  private @Nullable String commit;

  @Option(names = "--origin", description = "With --url: the page's origin, to be let in.")
  private @Nullable String origin;

  @Option(names = "--metrics", paramLabel = "URL", description = "With --url: its figures.")
  private @Nullable URI metrics;

  @Option(names = "--prometheus", paramLabel = "URL", description = "With --url: who watches it.")
  private @Nullable URI prometheus;

  @Option(names = "--alertmanager", paramLabel = "URL", description = "With --url: who tells.")
  private @Nullable URI alertmanager;

  /// Looks, prints, and says whether no trouble was found.
  boolean isWell(PrintWriter out) throws InterruptedException {
    URI address = server == null ? URI.create("http://localhost:8080") : server;
    var patient =
        new Patient(
            address,
            Optional.ofNullable(commit),
            Optional.ofNullable(origin),
            Optional.ofNullable(metrics),
            Optional.ofNullable(prometheus),
            Optional.ofNullable(alertmanager));
    try (var diagnosis = new Diagnosis(patient)) {
      List<Symptom> symptoms = diagnosis.symptoms();
      symptoms.forEach(symptom -> print(symptom, out));
      out.flush();
      return symptoms.stream().noneMatch(one -> one.state() == Symptom.State.TROUBLE);
    }
  }

  private static void print(Symptom symptom, PrintWriter out) {
    String word =
        switch (symptom.state()) {
          case WELL -> "ok";
          case TROUBLE -> "TROUBLE";
          case UNTOLD -> "untold";
        };
    out.printf("  %-7s %-8s %s%n", word, symptom.trouble(), symptom.found());
    if (symptom.state() == Symptom.State.TROUBLE) {
      out.printf("                   $ %s%n", symptom.command());
    }
  }
}
