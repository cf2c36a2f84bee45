package koalens.cli;

import java.io.PrintWriter;
import java.util.Locale;
import koalens.backend.analysis.advice.Conclusion;
import koalens.backend.analysis.advice.ConsultationListener;
import koalens.backend.analysis.advice.Spent;

/// Says for people at a terminal what asking providers came to, beside the answer.
final class SpentText implements ConsultationListener {
  private final PrintWriter out;

  SpentText(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void concluded(Conclusion conclusion) {
    conclusion.asked().ifPresent(asked -> print(asked.spent()));
  }

  private void print(Spent spent) {
    out.printf(
        Locale.ROOT,
        "%d calls, %d tokens read, %d written, %.6f USD at list prices%n",
        spent.attempts(),
        spent.inputTokens(),
        spent.outputTokens(),
        spent.costMicros() / 1e6);
    out.flush();
  }
}
