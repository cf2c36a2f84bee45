package koalens.backend.comparison.log;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one block into the table, and counts what it finds. Used once, by one thread.
final class BlockReading {
  private static final int EXAMPLES = 3;

  private final Block block;
  private final LineReader reader;
  private final CallTable table;
  private final Map<Fault.Kind, Long> faults = new EnumMap<>(Fault.Kind.class);
  private final List<Fault> examples = new ArrayList<>();
  private long lines;
  private int counted;
  private long requests;
  private long responses;
  private long unasked;
  private long others;

  BlockReading(Block block, LineReader reader, CallTable table) {
    this.block = block;
    this.reader = reader;
    this.table = table;
    this.lines = block.linesBefore();
    this.counted = block.from();
  }

  BlockReading read() {
    if (block.afterTooLong()) {
      // Its end was passed over with it.
      faultInLine(Fault.Kind.TOO_LONG, Math.max(1, lines));
    }
    int at = block.from();
    while (at < block.to()) {
      at = record(at);
    }
    countLines(block.to());
    return this;
  }

  // From the beginning of something to behind it.
  private int record(int from) {
    byte[] bytes = block.bytes();
    int at = from;
    boolean blank = true;
    while (at < block.to() && bytes[at] != '{') {
      if (bytes[at] == '\n') {
        if (!blank) {
          fault(Fault.Kind.FOREIGN, at);
        }
        return at + 1;
      }
      blank &= (bytes[at] <= ' ' && bytes[at] >= 0) || isBetweenObjects(bytes[at]);
      at++;
    }
    if (at == block.to()) {
      if (!blank) {
        fault(Fault.Kind.FOREIGN, at);
      }
      return at;
    }
    return object(at);
  }

  private static boolean isBetweenObjects(byte b) {
    return b == '[' || b == ']' || b == ',';
  }

  private int object(int open) {
    boolean whole = reader.read(block.bytes(), open, block.to());
    int next = reader.next();
    if (whole) {
      use(reader.line(), open);
      return next;
    }
    boolean cut = next >= block.to() || block.bytes()[next - 1] == '\n';
    fault(cut ? Fault.Kind.TRUNCATED : Fault.Kind.FOREIGN, open);
    return cut ? next : afterLine(next);
  }

  private int afterLine(int from) {
    int at = from;
    while (at < block.to() && block.bytes()[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, block.to());
  }

  private void use(Line line, int place) {
    if (line.kind == Line.Kind.OTHER) {
      others++;
      return;
    }
    if (line.isUnasked()) {
      unasked++;
      return;
    }
    Optional<Arm> arm = arm(line);
    if (arm.isEmpty()) {
      elsewhere(line, place);
      return;
    }
    if (line.absurd) {
      fault(Fault.Kind.ABSURD, place);
    }
    if (line.isBeforeItsStart()) {
      fault(Fault.Kind.CLOCK_BACK, place);
    }
    if (!table.take(line, arm.get())) {
      fault(Fault.Kind.DUPLICATE, place);
    } else if (line.kind == Line.Kind.REQUEST) {
      requests++;
    } else {
      responses++;
    }
  }

  // The engine's own answers are no calls and no fault.
  private void elsewhere(Line line, int place) {
    if (line.provider.equals(Line.LOCAL) || line.assigned.equals(Line.LOCAL)) {
      others++;
    } else {
      fault(Fault.Kind.OTHER_PROVIDER, place);
    }
  }

  // An answer counts for whom the analysis was assigned to: if another gave it, as a failure.
  private static Optional<Arm> arm(Line line) {
    boolean ofAssigned =
        line.kind == Line.Kind.RESPONSE && line.role != Role.SHADOW && !line.assigned.isEmpty();
    if (ofAssigned && !line.assigned.equals(line.provider) && !line.provider.isEmpty()) {
      line.failByAnother();
    }
    return Arm.of(ofAssigned ? line.assigned : line.provider);
  }

  private void fault(Fault.Kind kind, int place) {
    if (faults.getOrDefault(kind, 0L) < EXAMPLES) {
      countLines(place);
    }
    faultInLine(kind, lines + 1);
  }

  private void faultInLine(Fault.Kind kind, long line) {
    if (faults.merge(kind, 1L, Long::sum) <= EXAMPLES) {
      examples.add(new Fault("", line, kind));
    }
  }

  private void countLines(int to) {
    lines += ByteSearch.breaks(block.bytes(), counted, to);
    counted = Math.max(counted, to);
  }

  Block block() {
    return block;
  }

  long lines() {
    return lines;
  }

  int bytes() {
    return block.to() - block.from();
  }

  long requests() {
    return requests;
  }

  long responses() {
    return responses;
  }

  long unasked() {
    return unasked;
  }

  long others() {
    return others;
  }

  Map<Fault.Kind, Long> faults() {
    return faults;
  }

  /// With lines counted from the beginning of the block.
  List<Fault> examples() {
    return examples;
  }
}
