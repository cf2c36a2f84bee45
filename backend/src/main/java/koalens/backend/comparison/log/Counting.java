package koalens.backend.comparison.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Adds up what the blocks of all files hold, in their order.
final class Counting {
  private static final int EXAMPLES = 3;

  private final int files;
  private final Map<Fault.Kind, Long> faults = Intake.none();
  private final List<Fault> examples = new ArrayList<>();
  private final List<String> without = new ArrayList<>();
  private String file = "";
  private long oursBefore;
  private long linesOfFile;
  private long bytes;
  private long lines;
  private long requests;
  private long responses;
  private long unasked;
  private long others;

  Counting(int files) {
    this.files = files;
  }

  void begin(String name) {
    file = name;
    linesOfFile = 0;
    oursBefore = ours();
  }

  void end() {
    if (ours() == oursBefore && without.size() < EXAMPLES) {
      without.add(file);
    }
  }

  // What another file had already is ours too.
  private long ours() {
    return requests + responses + unasked + faults.getOrDefault(Fault.Kind.DUPLICATE, 0L);
  }

  void add(BlockReading block) {
    for (Fault fault : block.examples()) {
      long before = examples.stream().filter(one -> one.kind() == fault.kind()).count();
      if (before < EXAMPLES) {
        examples.add(new Fault(file, linesOfFile + fault.line(), fault.kind()));
      }
    }
    block.faults().forEach((kind, count) -> faults.merge(kind, count, Long::sum));
    linesOfFile += block.lines();
    lines += block.lines();
    bytes += block.bytes();
    requests += block.requests();
    responses += block.responses();
    unasked += block.unasked();
    others += block.others();
  }

  long bytes() {
    return bytes;
  }

  long linesOfFile() {
    return linesOfFile;
  }

  Intake intake() {
    return new Intake(
        files, bytes, lines, requests, responses, unasked, others, faults, examples, without);
  }
}
