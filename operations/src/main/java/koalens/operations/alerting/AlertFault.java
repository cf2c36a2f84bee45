package koalens.operations.alerting;

/// An alerts file that cannot be used; the message names the file, the place and the mend.
public final class AlertFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AlertFault(String file, String fault) {
    super(file + ": " + fault);
  }
}
