package koalens.backend.analysis.advice;

import java.util.Optional;
import java.util.function.Supplier;

/// A label that advice may be needed on.
///
/// @param analysisId the analysis it belongs to
/// @param requestId the request it answers
/// @param userId who asks, when said
/// @param person the id of the person who proved to be asking
/// @param provider who is to answer, when the request names one: `local`, `gemini` or `claude`
/// @param language the language for reasons: `sv`, `en`, or `und` for that of the label
/// @param item what tells the label from others: its text, or the mark of the photo or film
/// @param modality what was handed in: `text`, `image` or `video`
/// @param label the label
/// @param pictures makes the photo or film ready to be shown, when it is one
/// @param attendance whether whoever asked still waits
public record Inquiry(
    String analysisId,
    String requestId,
    Optional<String> userId,
    Optional<String> person,
    Optional<String> provider,
    String language,
    String item,
    String modality,
    Label label,
    Optional<Supplier<Pictures>> pictures,
    Attendance attendance) {}
