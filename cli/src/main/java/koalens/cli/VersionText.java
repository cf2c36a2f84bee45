package koalens.cli;

import koalens.backend.configure.Build;
import picocli.CommandLine.IVersionProvider;

/// The answer to `--version`.
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"koalens " + Build.version() + " (" + Build.commit() + ")"};
  }
}
