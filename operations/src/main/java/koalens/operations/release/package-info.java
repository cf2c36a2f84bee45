/// Takes a version to an environment and says what became of it. Start at
/// [koalens.operations.release.Deployment].
///
/// Preflight, lock, deploy, identity, validation, and then the release is kept or the last
/// validated image is put back. In: a clean tree at commit `4f2c…`. Out: a record that says `KEPT`,
/// `ROLLED_BACK` or why neither, and an exit code for scripts.
@org.jspecify.annotations.NullMarked
package koalens.operations.release;
