package koalens.engine.knowledge.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.WordClass;

/// Checks one language: every name belongs to one concept, and a language that gives reasons has a
/// sentence for each.
final class NameCheck {
  private final Map<String, Entry> entries;
  private final Map<String, String> owners = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  NameCheck(Map<String, Entry> entries) {
    this.entries = entries;
  }

  List<String> faults(SourceLanguage language) {
    words(language);
    language.names().forEach(this::names);
    reasons(language);
    return faults;
  }

  private void words(SourceLanguage language) {
    language.words().forEach((key, words) -> words(language.code() + "/words.txt", key, words));
  }

  private void words(String file, String key, List<String> words) {
    if (SourceLanguage.isRule(key)) {
      return;
    }
    try {
      WordClass.valueOf(Words.constant(key));
    } catch (IllegalArgumentException e) {
      faults.add(file + ": no class of words '" + key + "'");
    }
    words.forEach(word -> own(file, word, key));
  }

  private void names(SourceNames block) {
    if (!entries.containsKey(block.id())) {
      faults.add(block.place() + ": no concept '" + block.id() + "'");
    }
    if (block.names().isEmpty()) {
      faults.add(block.place() + ": '" + block.id() + "' needs a name");
    }
    block.names().forEach(name -> own(block.place(), name, block.id()));
    block.adjectives().forEach(name -> own(block.place(), name, block.id()));
  }

  private void own(String place, String name, String owner) {
    List<String> words = Words.of(name);
    if (!Words.areFoldable(words) || name.contains("|")) {
      faults.add(place + ": '" + name + "' is no name");
      return;
    }
    String other = owners.putIfAbsent(String.join(" ", words), owner);
    if (other != null && !other.equals(owner)) {
      faults.add(place + ": '" + name + "' of " + owner + " is also a name of " + other);
    }
  }

  private void reasons(SourceLanguage language) {
    if (!language.speaks()) {
      return;
    }
    for (ReasonCode code : ReasonCode.values()) {
      if (!language.reasons().containsKey(code.name())) {
        faults.add(language.code() + "/reasons.txt: no sentence for " + code);
      }
    }
    Set<String> codes =
        java.util.Arrays.stream(ReasonCode.values()).map(Enum::name).collect(Collectors.toSet());
    language.reasons().keySet().stream()
        .filter(code -> !codes.contains(code))
        .forEach(code -> faults.add(language.code() + "/reasons.txt: no reason " + code));
  }
}
