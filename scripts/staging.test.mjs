// Runs the staging scripts in a tree of their own, against stand-ins that record what they are asked.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";

const INDEX = '<script type="module" src="assets/app-NEW.js"></script>';
let tree;
let page;
let served;

beforeEach(async () => {
  tree = mkdtempSync(join(tmpdir(), "koalens-staging-"));
  cpSync(import.meta.dirname, join(tree, "scripts"), { recursive: true });
  mkdirSync(join(tree, "web/node_modules"), { recursive: true });
  mkdirSync(join(tree, "web/dist"));
  mkdirSync(join(tree, "bin"));
  writeFileSync(join(tree, "web/dist/index.html"), INDEX);
  for (const program of ["bin/npm", "bin/npx", "koalens"]) {
    writeFileSync(
      join(tree, program),
      `#!/bin/sh\necho "$(basename "$0") $* api=\${REACT_APP_API_URL:-}" >>"${tree}/record"\nexit "\${KOALENS_CODE:-0}"\n`,
    );
    chmodSync(join(tree, program), 0o755);
  }
  served = INDEX;
  page = createServer((_, answer) => answer.end(served));
  await new Promise((resolve) => page.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  page.close();
  rmSync(tree, { recursive: true, force: true });
});

function script(name, args = [], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(join(tree, "scripts", name), args, {
      cwd: tmpdir(),
      env: { PATH: `${join(tree, "bin")}${delimiter}${process.env.PATH}`, PAGE_TRIES: "2", PAGE_PAUSE: "0", ...env },
    });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("close", (code) => resolve({ code, output }));
  });
}

const asked = () => (existsSync(join(tree, "record")) ? readFileSync(join(tree, "record"), "utf8").trim().split("\n") : []);
const origin = () => `http://127.0.0.1:${page.address().port}`;
const settings = () => ({
  FIREBASE_PROJECT: "koalens",
  GOOGLE_APPLICATION_CREDENTIALS: "/nowhere/hush.json",
  STAGING_URL: "https://api.example",
  STAGING_ORIGIN: origin(),
});

test("builds the app for the server, deploys it, and asks the server for the page's origin", async () => {
  const { code, output } = await script("deploy-web-staging.sh", [], settings());
  assert.equal(code, 0, output);
  const [build, deploy, validate] = asked();
  assert.match(build, /^npm --prefix web run build api=https:\/\/api\.example$/);
  assert.match(deploy, /firebase deploy --only hosting .*--project koalens --non-interactive/);
  assert.match(validate, new RegExp(`^koalens validate https://api\\.example --environment staging --origin ${origin()}`));
});

test("is not fooled by a tool that says ok while another build answers", async () => {
  served = INDEX.replace("NEW", "OLD");
  const { code, output } = await script("deploy-web-staging.sh", [], settings());
  assert.equal(code, 1);
  assert.match(output, /does not serve assets\/app-NEW\.js: another build answers/);
});

test("names what is missing and shows no value", async () => {
  const { FIREBASE_PROJECT: _, ...rest } = settings();
  const { code, output } = await script("deploy-web-staging.sh", [], rest);
  assert.equal(code, 2);
  assert.match(output, /FIREBASE_PROJECT is not set/);
  assert.doesNotMatch(output, /hush/);
  assert.deepEqual(asked(), []);
});

test("touches nothing in a dry run", async () => {
  const { code, output } = await script("deploy-web-staging.sh", ["--dry-run"], {});
  assert.equal(code, 0, output);
  assert.match(output, /would need FIREBASE_PROJECT/);
  assert.deepEqual(asked(), []);
});

test("hands arguments and the exit code of koalens through", async () => {
  for (const code of [0, 1, 2, 3, 4]) {
    const run = await script("deploy-staging.sh", ["--dry-run", "--explain"], { KOALENS_CODE: String(code) });
    assert.equal(run.code, code);
  }
  assert.match(asked()[0], /^koalens deploy staging --dry-run --explain/);
  await script("validate-staging.sh", ["--providers"], { STAGING_URL: "https://api.example" });
  assert.match(asked().at(-1), /^koalens validate https:\/\/api\.example .*--providers/);
});
