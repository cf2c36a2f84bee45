// Bundles each test, because node 20 reads no TypeScript, and runs it.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const out = mkdtempSync(join(tmpdir(), "koalens-web-"));
try {
  await build({
    absWorkingDir: here,
    entryPoints: readdirSync(here).filter((name) => name.endsWith(".test.ts")),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { API_URL: '""', ENVIRONMENT: '""' },
    logLevel: "warning",
  });
  const tests = readdirSync(out).map((name) => join(out, name));
  const run = spawnSync(process.execPath, ["--test", ...tests], { stdio: "inherit" });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
