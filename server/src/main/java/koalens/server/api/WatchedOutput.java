package koalens.server.api;

import java.io.IOException;
import java.io.OutputStream;

/// What a caller takes bit by bit, ended when it does not take the next one in time. For one
/// thread.
final class WatchedOutput extends OutputStream {
  private final OutputStream out;
  private final TransferWatch watch;

  /// @param watch ends writes that take too long
  WatchedOutput(OutputStream out, TransferWatch watch) {
    this.out = out;
    this.watch = watch;
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void watched(Writing writing) throws IOException {
    watch.begin();
    try {
      writing.run();
    } finally {
      watch.end();
    }
  }

  @Override
  public void write(int b) throws IOException {
    watched(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    watched(() -> out.write(bytes, from, length));
  }

  @Override
  public void flush() throws IOException {
    watched(out::flush);
  }

  @Override
  public void close() throws IOException {
    watched(out::close);
  }
}
