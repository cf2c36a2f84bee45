package koalens.backend.analysis.advice;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import koalens.backend.provider.Completion;
import koalens.backend.provider.Deadline;
import koalens.backend.provider.Prompt;
import koalens.backend.provider.Provider;
import koalens.backend.provider.ProviderException;

/// Puts a question to one provider, less what it answered before. Thread-safe.
final class Asking {
  private static final String PROMPT = IngredientPrompt.hash() + IngredientPrompt.schemaHash();

  private final OpinionCache cache;
  private final int maxOutputTokens;
  private final Prices prices;
  private final ConsultationListener listener;

  Asking(OpinionCache cache, int maxOutputTokens, Prices prices, ConsultationListener listener) {
    this.cache = cache;
    this.maxOutputTokens = maxOutputTokens;
    this.prices = prices;
    this.listener = listener;
  }

  Asked ask(
      Provider provider, Question question, Consultation consultation, Part part, Deadline until) {
    long began = System.nanoTime();
    var source = new OpinionCache.Source(provider.name(), provider.model(), PROMPT);
    Map<String, Opinion> kept = remembered(question, source, consultation.scope());
    Question open = question.without(kept);
    var call = new Call(consultation, part, provider.name(), provider.model(), open.printed());
    var tally = new CallTally(call, prices, listener);
    if (open.isEmpty()) {
      return new Asked.Answered(
          call, kept, kept.size(), Spent.NOTHING, since(began), provider.model());
    }
    try {
      Prompt<IngredientAnswers> prompt = IngredientPrompt.of(open, maxOutputTokens);
      Completion<IngredientAnswers> completion = provider.complete(prompt, until, tally);
      Map<String, Opinion> opinions = open.opinions(completion.answer());
      keep(open, source, consultation.scope(), opinions);
      String served = completion.reply().modelServed();
      return new Asked.Answered(
          call, both(kept, opinions), kept.size(), tally.spent(), since(began), served);
    } catch (ProviderException e) {
      return new Asked.Unanswered(call, kept, kept.size(), tally.spent(), since(began), e.kind());
    }
  }

  // What is compared must be asked every time.
  private Map<String, Opinion> remembered(
      Question question, OpinionCache.Source source, Scope scope) {
    return switch (scope) {
      case LIST -> Map.of();
      case UNSETTLED -> cache.find(question, source);
    };
  }

  private void keep(
      Question question, OpinionCache.Source source, Scope scope, Map<String, Opinion> opinions) {
    switch (scope) {
      case LIST -> {}
      case UNSETTLED -> cache.keep(question, source, opinions);
    }
  }

  private static Map<String, Opinion> both(Map<String, Opinion> kept, Map<String, Opinion> fresh) {
    var both = new LinkedHashMap<>(kept);
    both.putAll(fresh);
    return both;
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
