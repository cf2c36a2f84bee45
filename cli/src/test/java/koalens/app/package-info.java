/// The app in a real browser.
///
/// Start at [koalens.app.Browsing]: a server, a Chromium and a phone-sized page become one object
/// that a test taps and reads.
@NullMarked
package koalens.app;

import org.jspecify.annotations.NullMarked;
