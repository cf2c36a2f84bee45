/// Finds by itself what the runbook's troubles can be found by. Start at
/// [koalens.operations.diagnosis.Diagnosis].
///
/// In: `https://koalens-backend-staging.fly.dev` and the page's origin. Out: for each trouble of
/// the runbook whether it is there, what shows it, and the command that shows it to a person.
@org.jspecify.annotations.NullMarked
package koalens.operations.diagnosis;
