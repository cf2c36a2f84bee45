package koalens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import koalens.operations.alerting.AlertFault;
import koalens.operations.alerting.AlertFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `koalens alerts`.
@Command(
    name = "alerts",
    description = {
      "Makes the files of the programs that watch from one readable file of alerts.",
      "",
      "  prometheus.yml         what is scraped, what is probed, who is told",
      "  alerts.rules.yml       rules for Prometheus, burn rates included",
      "  alertmanager.yml       routes and receivers",
      "  blackbox.yml           the probe of /health",
      "  datadog-monitors.json  the same alerts for Datadog",
      "  grafana-dashboard.json a dashboard"
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:made, or checked and current",
      "1:--check found a file that is not what the alerts make, or could not write",
      "2:wrong usage, or an alerts file that cannot be used"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens alerts deploy/monitoring/staging-alerts.yaml",
      "  koalens alerts --check deploy/monitoring/staging-alerts.yaml"
    })
final class Alerts implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The alerts file.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write: beside FILE if not said.")
  private Path folder = Path.of("");

  @Option(names = "--check", description = "Write nothing: say whether the files are current.")
  private boolean check;

  @Override
  public Integer call() throws IOException {
    Map<String, String> files = files();
    Path beside = file.toAbsolutePath().getParent();
    Path target = folder.toString().isEmpty() && beside != null ? beside : folder;
    return check ? compare(files, target) : write(files, target);
  }

  private Map<String, String> files() {
    try {
      return AlertFile.read(file).generate();
    } catch (AlertFault fault) {
      throw new ParameterException(spec.commandLine(), String.valueOf(fault.getMessage()));
    }
  }

  private int write(Map<String, String> files, Path target) throws IOException {
    Files.createDirectories(target);
    for (var made : files.entrySet()) {
      Files.writeString(target.resolve(made.getKey()), made.getValue());
      out().println("wrote " + target.resolve(made.getKey()));
    }
    return ExitCode.DONE;
  }

  private int compare(Map<String, String> files, Path target) throws IOException {
    int code = ExitCode.DONE;
    for (var made : files.entrySet()) {
      Path there = target.resolve(made.getKey());
      boolean current = Files.exists(there) && Files.readString(there).equals(made.getValue());
      if (!current) {
        out().println(there + " is not current: run koalens alerts " + file);
        code = ExitCode.FAILED;
      }
    }
    return code;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
