package koalens.backend.storage;

import org.jspecify.annotations.Nullable;

/// The schema could not be brought up to date; trying again does not help.
public final class MigrationException extends RuntimeException {
  MigrationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
