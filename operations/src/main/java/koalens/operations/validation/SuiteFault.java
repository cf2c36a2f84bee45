package koalens.operations.validation;

/// A steps file that cannot be used; the message names the file, the step and the mend.
public final class SuiteFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SuiteFault(String file, String fault) {
    super(file + ": " + fault);
  }
}
