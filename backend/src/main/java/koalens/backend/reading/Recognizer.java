package koalens.backend.reading;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;

/// Recognises the words of one straightened line at a time, in certain languages. Not thread-safe.
final class Recognizer implements AutoCloseable {
  private final TessBaseAPI tesseractApi;

  /// @param data the folder with the languages' data
  /// @param languages their names joined by `+`, as Tesseract has them: `swe+eng`
  Recognizer(Path data, String languages) {
    tesseractApi = new TessBaseAPI();
    if (tesseractApi.Init(data.toString(), languages, tesseract.OEM_LSTM_ONLY) != 0) {
      tesseractApi.close();
      throw new IllegalStateException("the recogniser cannot load " + languages);
    }
    tesseractApi.SetVariable("debug_file", "/dev/null");
    // The strips are dark on white already.
    tesseractApi.SetVariable("tessedit_do_invert", "0");
    tesseractApi.SetPageSegMode(tesseract.PSM_RAW_LINE);
  }

  /// What stands in a strip.
  ///
  /// @param margin how much paper it has before and behind the text, in pixels
  StripText read(GreyImage strip, int margin) {
    try (var pixels = new BytePointer(strip.levels())) {
      tesseractApi.SetImage(pixels, strip.width(), strip.height(), 1, strip.width());
      tesseractApi.SetSourceResolution(300);
      if (tesseractApi.Recognize(null) != 0) {
        return StripText.of(List.of(), List.of(), margin, margin);
      }
      return StripText.of(words(), letters(), margin, strip.width() - margin);
    } finally {
      tesseractApi.Clear();
    }
  }

  private List<ReadWord> words() {
    var words = new ArrayList<ReadWord>();
    try (ResultIterator iterator = tesseractApi.GetIterator()) {
      if (iterator == null || iterator.isNull()) {
        return words;
      }
      do {
        add(iterator, words);
      } while (iterator.Next(tesseract.RIL_WORD));
    }
    return words;
  }

  /// Where each letter begins.
  private List<Integer> letters() {
    var letters = new ArrayList<Integer>();
    try (ResultIterator iterator = tesseractApi.GetIterator()) {
      if (iterator == null || iterator.isNull()) {
        return letters;
      }
      var left = new int[1];
      do {
        if (iterator.BoundingBox(tesseract.RIL_SYMBOL, left, new int[1], new int[1], new int[1])) {
          letters.add(left[0]);
        }
      } while (iterator.Next(tesseract.RIL_SYMBOL));
    }
    return letters;
  }

  private static void add(ResultIterator iterator, List<ReadWord> words) {
    try (BytePointer text = iterator.GetUTF8Text(tesseract.RIL_WORD)) {
      if (text == null || text.isNull()) {
        return;
      }
      String word = text.getString(StandardCharsets.UTF_8).strip();
      if (!word.isEmpty()) {
        words.add(new ReadWord(word, iterator.Confidence(tesseract.RIL_WORD)));
      }
    }
  }

  @Override
  public void close() {
    tesseractApi.End();
    tesseractApi.close();
  }
}
