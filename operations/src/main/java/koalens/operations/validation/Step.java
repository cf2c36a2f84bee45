package koalens.operations.validation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One request and what its answer must be. Immutable.
///
/// @param name what it shows, as a sentence; unique in its suite
/// @param method the HTTP method
/// @param target a path of the server under test, or a whole address; may hold `${variables}`
/// @param needs names that must have a value, else the step is skipped; those in target, headers
///   and body are needed anyway
/// @param headers the headers to send; values may hold `${variables}`
/// @param body what to send
/// @param skipOn statuses that mean the server does not offer this: the step is skipped then
/// @param patient whether it is tried again for as long as a machine may take to boot
/// @param times how often the request is sent, one after another; each answer must be right
/// @param expectations what the answer must be
record Step(
    String name,
    String method,
    String target,
    List<String> needs,
    Map<String, String> headers,
    Body body,
    Set<Integer> skipOn,
    boolean patient,
    int times,
    List<Expectation> expectations) {

  Step {
    needs = List.copyOf(needs);
    headers = Map.copyOf(headers);
    skipOn = Set.copyOf(skipOn);
    expectations = List.copyOf(expectations);
  }
}
