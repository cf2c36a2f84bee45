package koalens.backend.analysis.advice;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisLedger;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.AnalyzedIngredient;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.StoredAnalysis;
import koalens.backend.experiment.Experiment;
import koalens.backend.experiment.Variant;
import koalens.backend.provider.Attempt;
import koalens.backend.provider.AttemptOutcome;
import koalens.backend.provider.Provider;
import koalens.backend.provider.ProviderName;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;

/// Analyses that providers have a part in, from the request to the answer: the providers say what a
/// test lets them say, and what the advisers tell of it is kept.
abstract class AdvisedAnalyses {
  static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);
  static final String UNKNOWN_WORD = "Ingredienser: vatten, blixtragurium";
  static final Optional<Experiment> SPLIT =
      Optional.of(
          new Experiment(
              "gemini-claude", List.of(new Variant("gemini", 50), new Variant("claude", 50))));

  final Told record = new Told();
  final ScriptedProvider gemini = ScriptedProvider.saying(ProviderName.GEMINI, Status.VEGAN);
  final ScriptedProvider claude = ScriptedProvider.saying(ProviderName.CLAUDE, Status.NON_VEGAN);

  /// What the advisers told.
  static final class Told implements ConsultationListener, AnalysisLedger {
    final List<Consultation> chosen = Collections.synchronizedList(new ArrayList<>());
    final List<Call> attempts = Collections.synchronizedList(new ArrayList<>());
    final List<Conclusion> conclusions = Collections.synchronizedList(new ArrayList<>());
    final List<Analysis> kept = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void chosen(Consultation consultation) {
      chosen.add(consultation);
    }

    @Override
    public void attempted(
        Call call, Attempt attempt, AttemptOutcome outcome, Optional<Charge> charge) {
      attempts.add(call);
    }

    @Override
    public void concluded(Conclusion conclusion) {
      conclusions.add(conclusion);
    }

    @Override
    public void append(Analysis analysis, AnalysisRequest request) {
      kept.add(analysis);
    }

    @Override
    public Optional<StoredAnalysis> find(String id) {
      return Optional.empty();
    }

    @Override
    public long count() {
      return kept.size();
    }
  }

  static AdviceOptions options(String standard, Optional<Experiment> experiment, Mode mode) {
    return new AdviceOptions(
        standard,
        experiment,
        mode,
        PictureUse.UNSURE,
        Duration.ofSeconds(5),
        60,
        200,
        1_000,
        1_000,
        Duration.ofHours(1),
        "key");
  }

  final Advisers advisers(AdviceOptions options, Provider... providers) {
    var advisers = new Advisers(List.of(providers), options, Prices.NONE);
    advisers.addListener(record);
    return advisers;
  }

  final Analysis ask(Advisers advisers, String text, String... provider) {
    return ask(advisers, text, Optional.of("anna"), List.of(provider).stream().findFirst());
  }

  final Analysis ask(
      Advisers advisers, String text, Optional<String> user, Optional<String> provider) {
    var request =
        new AnalysisRequest(
            new AnalysisRequest.Text(text),
            user,
            "en",
            LabelOptions.STANDARD,
            provider,
            "request-1");
    return new LabelAnalysis(ENGINE, advisers, record, Clock.systemUTC()).analyze(request);
  }

  static AnalyzedIngredient ingredient(Analysis analysis, String name) {
    return analysis.ingredients().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static IngredientAnswers.Answered answer(String name, Status status, String reason) {
    return new IngredientAnswers.Answered(name, status, reason);
  }
}
