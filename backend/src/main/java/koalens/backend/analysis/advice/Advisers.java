package koalens.backend.analysis.advice;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import koalens.backend.experiment.Assignment;
import koalens.backend.experiment.Exposure;
import koalens.backend.provider.Provider;
import koalens.engine.knowledge.Status;

/// The providers there are, and how they are consulted: the chosen one first, another when it
/// fails, the engine alone when all do. Thread-safe; consulting blocks for at most the budget.
public final class Advisers implements AutoCloseable {
  /// The name under which the engine alone is asked for.
  public static final String LOCAL = "local";

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

  private final Colleagues colleagues;
  private final AdviceOptions options;
  private final Choice choice;
  private final ConsultationListeners listeners = new ConsultationListeners();
  private final KeyedDigest marks;
  private final OpinionCache cache;
  private final Asking asking;
  private final ExecutorService shadows =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("shadow-", 0).factory());

  /// Advice from the providers, of which there may be none. They stay the caller's to close.
  public Advisers(List<Provider> providers, AdviceOptions options, Prices prices) {
    this.colleagues = Colleagues.of(providers);
    this.options = options;
    this.choice = new Choice(options.experiment(), options.standard());
    this.marks = new KeyedDigest(options.hashKey());
    this.cache = new OpinionCache(options.cacheEntries(), options.cacheLife());
    this.asking = new Asking(cache, options.maxOutputTokens(), prices, listeners);
  }

  /// Nobody: the engine alone answers.
  public static Advisers none() {
    return new Advisers(List.of(), AdviceOptions.LOCAL, Prices.NONE);
  }

  /// Tells the listener of every consultation from now on.
  public void addListener(ConsultationListener listener) {
    listeners.add(listener);
  }

  /// The names a request may ask for: `local`, and those of the providers there are.
  public List<String> names() {
    return Stream.concat(Stream.of(LOCAL), colleagues.byName().keySet().stream()).toList();
  }

  /// The providers there are.
  public List<Provider> providers() {
    return List.copyOf(colleagues.byName().values());
  }

  /// How many answers on ingredients are kept.
  public long remembered() {
    return cache.size();
  }

  /// The label judged with the help of whom the request, the experiment or the settings choose.
  /// Always an answer: where nobody can help, the engine's own.
  public Advice consult(Inquiry inquiry) {
    Assignment assignment = choice.assign(inquiry.provider(), inquiry.userId());
    if (colleagues.byName().isEmpty()) {
      return ofEngine(inquiry, assignment);
    }
    Consultation consultation = consultation(inquiry, assignment);
    listeners.chosen(consultation);
    return colleagues
        .find(assignment.variant())
        .map(assigned -> advice(assigned, inquiry, consultation))
        .orElseGet(() -> ofEngine(inquiry, assignment));
  }

  private static Advice ofEngine(Inquiry inquiry, Assignment assignment) {
    var exposure = new Exposure(assignment, LOCAL);
    return Advice.ofEngine(inquiry.label().known(), exposure, Optional.empty());
  }

  private Advice advice(Provider assigned, Inquiry inquiry, Consultation consultation) {
    Question question = question(inquiry, consultation.scope());
    var minutes = new Minutes(inquiry, consultation, question, listeners);
    return new Consulting(colleagues, asking, shadows, minutes, options.firstPercent())
        .advice(assigned);
  }

  private Question question(Inquiry inquiry, Scope scope) {
    return inquiry
        .pictures()
        .filter(_ -> isShown(inquiry.label(), scope))
        .<Question>map(pictures ->
            new PictureQuestion(pictures.get(), inquiry.language(), options.mostIngredients()))
        .orElseGet(() ->
            NameQuestion.of(
                inquiry.label().known(), scope, inquiry.language(), options.mostIngredients()));
  }

  private boolean isShown(Label label, Scope scope) {
    return switch (options.pictures()) {
      case NEVER -> false;
      case ALWAYS -> true;
      case UNSURE ->
          switch (scope) {
            case LIST -> true;
            case UNSETTLED -> label.known().verdict().status() == Status.UNKNOWN;
          };
    };
  }

  private Consultation consultation(Inquiry inquiry, Assignment assignment) {
    String unit = inquiry.userId().orElse(inquiry.requestId());
    return new Consultation(
        inquiry.analysisId(),
        inquiry.person(),
        inquiry.requestId(),
        assignment,
        assignment.experiment().map(_ -> options.mode()),
        marks.of("unit " + unit),
        marks.of("item " + normalised(inquiry.item())),
        inquiry.modality(),
        Choice.scope(assignment),
        options.budget());
  }

  private static String normalised(String label) {
    return SPACES.matcher(label.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /// Waits a moment for answers that are for comparison alone, then gives them up.
  @Override
  public void close() {
    shadows.shutdown();
    try {
      if (!shadows.awaitTermination(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        shadows.shutdownNow();
      }
    } catch (InterruptedException e) {
      shadows.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
