package koalens.backend.analysis.advice;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koalens.backend.provider.Completion;
import koalens.backend.provider.Deadline;
import koalens.backend.provider.Media;
import koalens.backend.provider.Prompt;
import koalens.backend.provider.Provider;
import koalens.backend.provider.ProviderException;

/// Puts a question to one provider, less what it answered before. Thread-safe.
final class Asking {
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
    return switch (question) {
      case NameQuestion names -> ask(provider, names, consultation, part, until);
      case PictureQuestion pictures -> ask(provider, pictures, consultation, part, until);
    };
  }

  private Asked ask(
      Provider provider,
      NameQuestion question,
      Consultation consultation,
      Part part,
      Deadline until) {
    long began = System.nanoTime();
    var source =
        new OpinionCache.Source(
            provider.name(), provider.model(), Prompts.HASH + Prompts.schemaHash());
    Map<String, Opinion> kept = remembered(question, source, consultation.scope());
    NameQuestion open = question.without(kept);
    var call =
        new Call(consultation, part, provider.name(), provider.model(), open.printed(), List.of());
    var tally = new CallTally(call, prices, listener);
    if (open.isEmpty()) {
      return new Asked.Answered(
          call, kept, kept.size(), Optional.empty(), Spent.NOTHING, since(began), provider.model());
    }
    try {
      Prompt<IngredientAnswers> prompt = IngredientPrompt.of(open, maxOutputTokens);
      Completion<IngredientAnswers> completion = provider.complete(prompt, until, tally);
      Map<String, Opinion> opinions = open.opinions(completion.answer());
      keep(open, source, consultation.scope(), opinions);
      String served = completion.reply().modelServed();
      return new Asked.Answered(
          call,
          both(kept, opinions),
          kept.size(),
          Optional.empty(),
          tally.spent(),
          since(began),
          served);
    } catch (ProviderException e) {
      return new Asked.Unanswered(call, kept, kept.size(), tally.spent(), since(began), e.kind());
    }
  }

  // No two photos are the same: nothing is remembered of them.
  private Asked ask(
      Provider provider,
      PictureQuestion question,
      Consultation consultation,
      Part part,
      Deadline until) {
    long began = System.nanoTime();
    Prompt<LabelAnswer> prompt =
        PicturePrompt.of(question, provider.capabilities(), maxOutputTokens);
    List<String> media = prompt.media().stream().map(Asking::described).toList();
    var call =
        new Call(consultation, part, provider.name(), provider.model(), question.printed(), media);
    var tally = new CallTally(call, prices, listener);
    try {
      Completion<LabelAnswer> completion = provider.complete(prompt, until, tally);
      LabelAnswer answer = completion.answer();
      return new Asked.Answered(
          call,
          question.opinions(answer),
          0,
          Optional.of(new Transcript(answer.text(), answer.whole())),
          tally.spent(),
          since(began),
          completion.reply().modelServed());
    } catch (ProviderException e) {
      return new Asked.Unanswered(call, Map.of(), 0, tally.spent(), since(began), e.kind());
    }
  }

  private static String described(Media media) {
    return "%s %d %s".formatted(media.mimeType(), media.size(), media.sha256());
  }

  // What is compared must be asked every time.
  private Map<String, Opinion> remembered(
      NameQuestion question, OpinionCache.Source source, Scope scope) {
    return switch (scope) {
      case LIST -> Map.of();
      case UNSETTLED -> cache.find(question, source);
    };
  }

  private void keep(
      NameQuestion question,
      OpinionCache.Source source,
      Scope scope,
      Map<String, Opinion> opinions) {
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
