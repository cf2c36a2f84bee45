package koalens.engine.knowledge;

import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Opens what the engine was built with, by file name. No lambda: the first one of a process costs
/// more than all the rest of getting ready.
enum OwnResources implements Function<String, @Nullable InputStream> {
  ALL;

  @Override
  public @Nullable InputStream apply(String file) {
    return OwnResources.class.getResourceAsStream("/koalens/knowledge/".concat(file));
  }
}
