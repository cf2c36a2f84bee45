package koalens.emulator.wire;

import java.io.Serial;

/// A call that ends with an error of the API.
public final class FailedCall extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Reply reply;

  /// @param reply what the caller is told
  public FailedCall(Reply reply) {
    super("answered with " + reply.status(), null, false, false);
    this.reply = reply;
  }

  /// What the caller is told.
  public Reply reply() {
    return reply;
  }
}
