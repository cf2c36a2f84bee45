/// Asks a running server what a shopper and an operator would ask, and says whether each answer is
/// right. Start at [koalens.operations.validation.Validation].
///
/// The questions are data (`steps.yaml`): one request and what its answer must be. In:
/// `https://koalens-backend-staging.fly.dev`. Out: `24 passed, 0 failed, 3 skipped`, and for what
/// failed the request as a curl line with the answer.
@org.jspecify.annotations.NullMarked
package koalens.operations.validation;
