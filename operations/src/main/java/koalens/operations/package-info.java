/// Staging as seen from outside the server: what a team does with a version on its way to shoppers.
///
/// `validation` asks a running server and says whether it is good; `fly` knows fly.toml and the
/// `fly` command; `alerting` turns one readable file into rules for Prometheus, Alertmanager and
/// Datadog; `diagnosis` finds the runbook's troubles; `release` deploys, validates, keeps or rolls
/// back. Nothing here knows the server's own code: what counts is what the wire says.
@org.jspecify.annotations.NullMarked
package koalens.operations;
