package koalens.operations.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import koalens.operations.fly.Fly;
import koalens.operations.fly.FlyConfig;
import koalens.operations.fly.FlyFailure;
import koalens.operations.fly.FlyRelease;
import koalens.operations.fly.FlyRun;
import koalens.operations.validation.Outcome;
import koalens.operations.validation.StepResult;
import koalens.operations.validation.ValidationReport;

/// Takes one shipment to one environment and sees it through: sent, identified, validated, compared
/// with the version before, and then kept, or the last validated image put back and validated
/// again.
///
/// What `fly` exits with is noted and proves nothing: it has failed with a healthy release, and
/// succeeded with the old one still answering. What counts is who answers, and how.
public final class Deployment {
  private final Fly fly;
  private final FlyConfig config;
  private final Outside outside;
  private final ReleaseHistory history;
  private final Consumer<String> progress;

  /// @param progress told what happens, a sentence at a time
  public Deployment(
      Fly fly,
      FlyConfig config,
      Outside outside,
      ReleaseHistory history,
      Consumer<String> progress) {
    this.fly = fly;
    this.config = config;
    this.outside = outside;
    this.history = history;
    this.progress = progress;
  }

  /// Deploys. The record is kept after every stage.
  ///
  /// @param who who asks for it
  /// @param because the reason, kept with the record
  public ReleaseRecord run(Shipment shipment, String who, String because)
      throws InterruptedException {
    Optional<ReleaseLock> lock = ReleaseLock.acquire(history.folder());
    if (lock.isEmpty()) {
      return refused(
          shipment, who, "another deployment to " + outside.environment() + " is under way");
    }
    try (ReleaseLock _ = lock.get()) {
      return deploy(shipment, begin(shipment, who).with(because));
    }
  }

  private ReleaseRecord refused(Shipment shipment, String who, String reason) {
    progress.accept(reason);
    return record(shipment, who).with(reason).ended(Ending.REFUSED);
  }

  private ReleaseRecord record(Shipment shipment, String who) {
    Instant now = Instant.now();
    String commit = shipment.commit();
    return new ReleaseRecord(
        now.toString().replace(':', '-') + "-" + commit.substring(0, Math.min(12, commit.length())),
        outside.environment(),
        who,
        now,
        commit,
        config.fingerprint(),
        Optional.empty(),
        Stage.STARTED,
        Optional.empty(),
        List.of());
  }

  private ReleaseRecord begin(Shipment shipment, String who) {
    Optional<ReleaseRecord> interrupted = history.interrupted();
    ReleaseRecord record = record(shipment, who);
    if (interrupted.isPresent()) {
      record = note(record, interruption(interrupted.get()));
    }
    history.keep(record, config);
    return keep(record);
  }

  private static String interruption(ReleaseRecord before) {
    return "the deployment before, of %s, was interrupted while %s: who answers now is found out anew"
        .formatted(before.commit(), before.stage());
  }

  private ReleaseRecord deploy(Shipment shipment, ReleaseRecord begun) throws InterruptedException {
    Optional<Sample> before = outside.sample();
    ReleaseRecord record = keep(begun.at(Stage.DEPLOYING));
    progress.accept("$ " + shipment.line(fly, config));
    FlyRun run = shipment.send(fly, config);
    record = note(record, run.saysOk() ? "fly says it deployed" : run.reason());
    record = keep(record.at(Stage.IDENTIFYING));
    progress.accept("waiting for " + shipment.commit() + " to answer at " + outside.base());
    ValidationReport identity = outside.identify(shipment.commit());
    if (!identity.passed()) {
      return rollBack(
          note(record, "the version that was sent does not answer: " + faults(identity)));
    }
    record = keep(record.at(Stage.VALIDATING));
    ValidationReport validation = outside.validate(shipment.commit());
    record = note(record, "validation: " + validation.summary());
    return validation.passed()
        ? compared(shipment, keep(record.at(Stage.COMPARING)), before)
        : rollBack(note(record, "it does not answer rightly: " + faults(validation)));
  }

  private ReleaseRecord compared(Shipment shipment, ReleaseRecord record, Optional<Sample> before)
      throws InterruptedException {
    if (before.isEmpty()) {
      return kept(
          shipment,
          note(record, "compared with nothing: no version before gave verdicts"),
          Ending.KEPT);
    }
    Optional<Sample> after = outside.sample();
    if (after.isEmpty()) {
      return kept(
          shipment,
          note(record, "the new version gives no verdicts to compare"),
          Ending.INCONCLUSIVE);
    }
    var both = new BeforeAfter(before.get(), after.get());
    ReleaseRecord noted = note(record, both.words());
    return switch (both.verdict()) {
      case PASS -> kept(shipment, noted, Ending.KEPT);
      case INCONCLUSIVE ->
          kept(shipment, note(noted, "kept: a person should look"), Ending.INCONCLUSIVE);
      case FAIL -> rollBack(note(noted, "it fails more often than the version before"));
    };
  }

  private ReleaseRecord kept(Shipment shipment, ReleaseRecord record, Ending ending)
      throws InterruptedException {
    Optional<String> image = image(shipment);
    return image
        .map(reference -> end(record.running(reference), ending))
        .orElseGet(() ->
            end(
                note(
                    record,
                    "fly lists no release with the image that was sent: it cannot be put back or"
                        + " promoted"),
                Ending.INCONCLUSIVE));
  }

  // Another image must never be kept under this commit: it would be put back, or promoted, as it.
  private Optional<String> image(Shipment shipment) throws InterruptedException {
    try {
      return fly.releases(config.app()).stream()
          .map(FlyRelease::image)
          .filter(shipment::isImage)
          .findFirst();
    } catch (FlyFailure e) {
      progress.accept(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private ReleaseRecord rollBack(ReleaseRecord failed) throws InterruptedException {
    ReleaseRecord record = keep(failed.at(Stage.ROLLING_BACK));
    Optional<ReleaseRecord> last = history.lastValidated();
    if (last.isEmpty()) {
      return end(
          note(record, "no version was validated before: there is nothing to go back to"),
          Ending.BROKEN);
    }
    ReleaseRecord before = last.get();
    if (answersRightly(before.commit())) {
      return end(
          note(
              record,
              "the version before, " + before.commit() + ", never left and answers rightly"),
          Ending.ROLLED_BACK);
    }
    return putBack(record, before);
  }

  private ReleaseRecord putBack(ReleaseRecord record, ReleaseRecord before)
      throws InterruptedException {
    String image = before.image().orElseThrow();
    progress.accept("putting back " + image);
    FlyRun run = fly.deployImage(history.config(before).orElse(config), image, true);
    ReleaseRecord noted =
        note(record, run.saysOk() ? "fly says it put back " + image : run.reason());
    boolean back = outside.identify(before.commit()).passed();
    ValidationReport again = outside.validate(before.commit());
    if (back && again.passed()) {
      return end(
          note(
              noted,
              "%s answers again, with its fly.toml: %s; database and secrets stay as they are now"
                  .formatted(before.commit(), again.summary())),
          Ending.ROLLED_BACK);
    }
    return end(
        note(noted, "the version before does not answer rightly either: " + faults(again)),
        Ending.BROKEN);
  }

  // A quick look: it either still answers or it does not.
  private boolean answersRightly(String commit) throws InterruptedException {
    return outside.impatient().identify(commit).passed() && outside.validate(commit).passed();
  }

  private static String faults(ValidationReport report) {
    return report.results().stream()
        .filter(result -> result.outcome() == Outcome.FAILED)
        .map(Deployment::fault)
        .limit(3)
        .collect(Collectors.joining("; "));
  }

  private static String fault(StepResult result) {
    return result.name() + " (" + String.join(", ", result.reasons()) + ")";
  }

  private ReleaseRecord note(ReleaseRecord record, String note) {
    progress.accept(note);
    return record.with(note);
  }

  private ReleaseRecord keep(ReleaseRecord record) {
    history.write(record);
    return record;
  }

  private ReleaseRecord end(ReleaseRecord record, Ending outcome) {
    return keep(record.ended(outcome));
  }
}
