package koalens.app;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// Answers for the media routes where a test is about the app alone: what the label is known to say
/// is judged by the real server, the bytes that were sent are kept for the test to look at.
final class MediaStandIn {
  private final Browsing browsing;
  private final String labelText;
  private final boolean complete;
  private final AtomicReference<byte[]> sent = new AtomicReference<>(new byte[0]);

  MediaStandIn(Browsing browsing, String labelText) {
    this(browsing, labelText, true);
  }

  /// @param complete whether the picture shows the whole list
  MediaStandIn(Browsing browsing, String labelText, boolean complete) {
    this.browsing = browsing;
    this.labelText = labelText;
    this.complete = complete;
  }

  void standIn(Page page, String path) {
    page.route("**" + path, route -> answer(page, route));
  }

  private void answer(Page page, Route route) {
    sent.set(route.request().postDataBuffer());
    APIResponse judged =
        page.request()
            .post(
                browsing.address() + "analyze-text",
                RequestOptions.create().setData(Map.of("text", labelText, "complete", complete)));
    String read = "\"readText\":\"" + labelText + "\",\"framesUsed\":5,";
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setBody(
                judged
                    .text()
                    .replace(
                        "\"imageQualityIssues\":[]", read + "\"imageQualityIssues\":[\"GLARE\"]")));
  }

  /// The file within the form that was sent last.
  byte[] sentFile() {
    byte[] bytes = sent.get();
    String form = new String(bytes, StandardCharsets.ISO_8859_1);
    int file = form.indexOf("filename=");
    int start = form.indexOf("\r\n\r\n", file) + 4;
    int end = form.lastIndexOf("\r\n--");
    return file < 0 ? new byte[0] : Arrays.copyOfRange(bytes, start, end);
  }
}
