package koalens.backend.comparison.report;

import java.time.Instant;
import java.util.List;

/// Pages in the report's style where there is no report to show.
public final class MessagePage {
  private MessagePage() {}

  /// Asks for the admin key.
  ///
  /// @param target where the key goes
  /// @param fault what was wrong with the last try; empty at first
  public static String signIn(String target, String fault) {
    return Html.begin("Experiments")
        + "<section>\n<h1>Experiments</h1>\n<p>For operators. Sign in with the admin key.</p>\n"
        + (fault.isEmpty() ? "" : "<p role=\"alert\">" + Html.chip("bad", fault) + "</p>\n")
        + "<form method=\"post\" action=\""
        + Html.escape(target)
        + "\">\n<label for=\"key\">Admin key</label>\n"
        + "<input id=\"key\" name=\"key\" type=\"password\" autocomplete=\"current-password\""
        + " required autofocus>\n<button>Sign in</button>\n</form>\n</section>\n"
        + Html.END;
  }

  /// Says that there is nothing to compare.
  ///
  /// @param at when that was so
  public static String nothingYet(Instant at) {
    return Html.begin("Experiments")
        + Html.navigation(List.of(), at)
        + "<section>\n<h1>No experiment yet</h1>\n<p>Set ENABLE_AB_TEST=true and keys for both"
        + " providers. The comparison appears here with the first analyses.</p>\n</section>\n"
        + Html.END;
  }
}
