package koalens.backend.analysis.advice;

import java.time.Duration;
import java.util.Optional;
import koalens.backend.experiment.Assignment;

/// One analysis on its way to a provider: what stands on each of its lines in the log. Holds
/// nothing a person typed.
///
/// @param analysisId the analysis
/// @param person the id of the person whose it is, which stands on no line
/// @param requestId the request it answers
/// @param assignment which provider was decided on, and how
/// @param mode how the experiment runs; empty outside experiments
/// @param unitHash keyed mark of the user, or of the request when it names none
/// @param itemHash keyed mark of the normalised label
/// @param modality what was handed in
/// @param scope what the provider is asked about
/// @param budget how long providers may take together
public record Consultation(
    String analysisId,
    Optional<String> person,
    String requestId,
    Assignment assignment,
    Optional<Mode> mode,
    String unitHash,
    String itemHash,
    String modality,
    Scope scope,
    Duration budget) {}
