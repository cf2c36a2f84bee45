package koalens.backend.configure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import koalens.backend.analysis.advice.LogContent;
import koalens.backend.analysis.advice.Mode;
import koalens.backend.analysis.advice.PictureUse;
import koalens.backend.experiment.Experiment;

/// How providers are asked.
///
/// @param geminiModel the model of Google Gemini
/// @param geminiBaseUrl where Gemini is reached, when not at Google
/// @param claudeModel the model of Anthropic Claude
/// @param claudeBaseUrl where Claude is reached, when not at Anthropic
/// @param experiment the experiment that runs, when one does
/// @param mode how it runs
/// @param pictures which photos and films a provider is shown
/// @param pictureSide longest side of a picture it is shown, in pixels
/// @param budget how long providers may take together for one analysis
/// @param firstPercent how much of that the first of them has, in percent
/// @param mostIngredients how many ingredients are put into one question at most
/// @param maxOutputTokens where a model must stop
/// @param cacheEntries how many answers on ingredients are kept
/// @param cacheLife how long a kept answer is good
/// @param logContent whether the log of AI requests holds contents
/// @param logHashKey what the log's marks of users and items are keyed with, when set
/// @param logDirectory where `combined.log` is written, when it is
/// @param logFileBytes how large a log file grows before it is packed away
/// @param logTotalBytes how large all of them together may get
public record AiSettings(
    String geminiModel,
    Optional<URI> geminiBaseUrl,
    String claudeModel,
    Optional<URI> claudeBaseUrl,
    Optional<Experiment> experiment,
    Mode mode,
    PictureUse pictures,
    int pictureSide,
    Duration budget,
    int firstPercent,
    int mostIngredients,
    int maxOutputTokens,
    int cacheEntries,
    Duration cacheLife,
    LogContent logContent,
    Optional<Secret> logHashKey,
    Optional<Path> logDirectory,
    long logFileBytes,
    long logTotalBytes) {}
