package koalens.backend.analysis.advice;

import java.util.Optional;
import java.util.function.Function;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Opinions;

/// A label that advice may be needed on.
///
/// @param analysisId the analysis it belongs to
/// @param requestId the request it answers
/// @param userId who asks, when said
/// @param provider who is to answer, when the request names one: `local`, `gemini` or `claude`
/// @param language the language for reasons: `sv` or `en`
/// @param labelText the label
/// @param modality what was handed in: `text`, `image` or `video`
/// @param known what the engine alone makes of it
/// @param judging judges the label again under opinions
/// @param attendance whether whoever asked still waits
public record Inquiry(
    String analysisId,
    String requestId,
    Optional<String> userId,
    Optional<String> provider,
    String language,
    String labelText,
    String modality,
    Judgement known,
    Function<Opinions, Judgement> judging,
    Attendance attendance) {}
