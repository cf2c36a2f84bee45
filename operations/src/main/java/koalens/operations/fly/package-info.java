/// Fly.io as this machine sees it: fly.toml, checked offline against flyctl's own keys, and the
/// `fly` command, run as a child process. Start at [koalens.operations.fly.FlyConfig] and
/// [koalens.operations.fly.Fly].
///
/// In: a fly.toml with `[http_servce]`. Out: `fly.staging.toml:23: there is no key http_servce; did
/// you mean http_service?`.
@org.jspecify.annotations.NullMarked
package koalens.operations.fly;
