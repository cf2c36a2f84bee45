package koalens.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import koalens.backend.comparison.Assumption;
import koalens.backend.comparison.Plan;
import koalens.backend.comparison.Policy;
import koalens.backend.comparison.PolicyFile;
import koalens.backend.experiment.statistics.Proportion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `koalens plan`.
@Command(
    name = "plan",
    description = {
      "Says beforehand how many analyses a comparison needs.",
      "",
      "Simulates experiments with providers as you assume them, judged by the policy after every",
      "batch just as compare judges real ones, and counts how they end. With two equal providers",
      "it shows how often one is promoted for nothing."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:it failed", "2:wrong usage"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  koalens plan --wrong 0.05,0.10",
      "  koalens plan --errors 0.01,0.03 --split --runs 1000 --most 20000",
      "",
      "Each pair of numbers is gemini's, then claude's; one number is both's."
    })
final class PlanExperiment implements Callable<Integer> {
  // Of each five numbers of both providers are kept.
  private static final int GREATEST = 1_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--wrong",
      paramLabel = "G,C",
      defaultValue = "0.03",
      description = "Shares of wrong verdicts (default ${DEFAULT-VALUE}).")
  private String wrong = "";

  @Option(
      names = "--critical",
      paramLabel = "G,C",
      defaultValue = "0",
      description = "Shares of non-vegan items called vegan (default ${DEFAULT-VALUE}).")
  private String critical = "";

  @Option(
      names = "--errors",
      paramLabel = "G,C",
      defaultValue = "0.005",
      description = "Shares of calls without a valid answer (default ${DEFAULT-VALUE}).")
  private String errors = "";

  @Option(
      names = "--millis",
      paramLabel = "G,C",
      defaultValue = "500",
      description = "Median times in milliseconds (default ${DEFAULT-VALUE}).")
  private String millis = "";

  @Option(
      names = "--micros",
      paramLabel = "G,C",
      defaultValue = "100",
      description = "Mean costs in millionths of a dollar (default ${DEFAULT-VALUE}).")
  private String micros = "";

  @Option(
      names = "--split",
      description = "Assign each analysis to one (default: send it to both).")
  private boolean split;

  @Option(
      names = "--runs",
      defaultValue = "200",
      description = "How many experiments to simulate (default ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--batch",
      defaultValue = "500",
      description = "Analyses between two looks (default ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--most",
      defaultValue = "10000",
      description = "Analyses at most (default ${DEFAULT-VALUE}).")
  private int most;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--policy", paramLabel = "FILE", description = "By what rules to decide.")
  private @Nullable Path policy;

  @Override
  public Integer call() {
    if (runs < 1 || batch < 1 || most < batch || most > GREATEST) {
      throw new ParameterException(
          spec.commandLine(),
          "--runs and --batch are 1 or more, --most from --batch to %,d".formatted(GREATEST));
    }
    plan();
    return ExitCode.DONE;
  }

  private void plan() {
    try {
      Policy rules = policy == null ? Policy.STANDARD : PolicyFile.read(policy);
      Assumption gemini = assumption(0);
      Assumption claude = assumption(1);
      print(Plan.simulate(rules, gemini, claude, !split, runs, batch, most, seed));
      Plan.analysesOfOneLook(rules, gemini, claude, !split).ifPresent(this::printOneLook);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Assumption assumption(int place) {
    return new Assumption(
        number("--wrong", wrong, place),
        number("--critical", critical, place),
        number("--errors", errors, place),
        number("--millis", millis, place),
        number("--micros", micros, place));
  }

  private double number(String option, String pair, int place) {
    int comma = pair.indexOf(',');
    String text =
        comma < 0 ? pair : place == 0 ? pair.substring(0, comma) : pair.substring(comma + 1);
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new ParameterException(
          spec.commandLine(),
          option + ": no number: " + text + ": give one, or two with a comma",
          e);
    }
  }

  private void print(Plan plan) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%d experiments of %d analyses at most, %s, looked at every %d%n",
        plan.runs(), most, split ? "each assigned to one" : "each sent to both", batch);
    plan.endings()
        .forEach((ending, count) ->
            out.printf("  %-46s%s%n", ending, ShareText.of(new Proportion(count, plan.runs()))));
    for (double share : new double[] {0.5, 0.8, 0.95}) {
      String analyses =
          plan.analysesFor(share).isPresent()
              ? String.valueOf(plan.analysesFor(share).getAsInt())
              : "more than " + most;
      out.printf("  analyses until %2.0f %% have decided              %s%n", 100 * share, analyses);
    }
    out.flush();
  }

  private void printOneLook(long analyses) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "  analyses that one classical look would need    %d (wrong verdicts, %.0f %% power)%n",
        analyses, 100 * Plan.POWER);
    out.flush();
  }
}
