// Runs the scripts for the mobile channels against stand-ins that record what they are asked.
// REAL_FIREBASE=1 runs the real firebase CLI, which is fetched, against a loopback stand-in of its API.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";

const scripts = import.meta.dirname;
let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "koalens-scripts-"));
  writeFileSync(join(folder, "fetched.apk"), "PK made up");
  writeFileSync(join(folder, "key.p8"), "made up");
});
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** An npx that writes down its arguments and answers as told. */
function standIn(answers) {
  const record = join(folder, "record");
  rmSync(record, { force: true });
  writeFileSync(
    join(folder, "npx"),
    `#!/usr/bin/env node
const { appendFileSync } = require("node:fs");
const args = process.argv.slice(2);
appendFileSync(${JSON.stringify(record)}, JSON.stringify(args) + "\\n");
const answers = ${JSON.stringify(answers)};
const [, answer] = Object.entries(answers).find(([word]) => args.includes(word)) ?? [];
if (answer === undefined) process.exit(7);
console.log(JSON.stringify(answer));`,
  );
  chmodSync(join(folder, "npx"), 0o755);
  return () => (existsSync(record) ? readFileSync(record, "utf8").trim().split("\n").map((line) => JSON.parse(line)) : []);
}

function script(name, args, env, real = false) {
  return new Promise((resolve) => {
    const path = real ? process.env.PATH : `${folder}${delimiter}${process.env.PATH}`;
    const child = spawn(join(scripts, name), args, { env: { HOME: process.env.HOME, PATH: path, ...env } });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("close", (code) => resolve({ code, output }));
  });
}

test("builds the APK and fetches it", async () => {
  const asked = standIn({ build: [{ id: "b-1", status: "FINISHED" }], "build:download": { path: join(folder, "fetched.apk") } });
  const { code, output } = await script("build-mobile-staging.sh", ["android"], { EXPO_TOKEN: "t", MOBILE_BUILD_DIR: join(folder, "build") });
  assert.equal(code, 0, output);
  assert.deepEqual(
    asked().map((args) => args.slice(3).join(" ")),
    [
      "eas build --platform android --profile staging --non-interactive --json --wait",
      "eas build:download --build-id b-1 --non-interactive --json",
    ],
  );
  assert.equal(readFileSync(join(folder, "build/koalens-staging.apk"), "utf8"), "PK made up");
});

test("builds for the store where TestFlight is the way", async () => {
  const asked = standIn({ build: [{ id: "b-2", status: "FINISHED" }] });
  const { code } = await script("build-mobile-staging.sh", ["ios"], { EXPO_TOKEN: "t" });
  assert.equal(code, 0);
  assert.ok(asked()[0].includes("staging-testflight"));
});

test("believes no build that is not finished", async () => {
  for (const answer of [[{ id: "b-3", status: "ERRORED" }], []]) {
    standIn({ build: answer });
    const { code, output } = await script("build-mobile-staging.sh", ["android"], { EXPO_TOKEN: "t" });
    assert.equal(code, 1);
    assert.match(output, /did not say that the build is finished/);
  }
});

test("submits the latest store build", async () => {
  const asked = standIn({ submit: {} });
  const env = { EXPO_TOKEN: "t", EXPO_ASC_API_KEY_PATH: join(folder, "key.p8"), EXPO_ASC_KEY_ID: "k", EXPO_ASC_ISSUER_ID: "i" };
  const { code, output } = await script("submit-testflight-staging.sh", ["Try the camera"], env);
  assert.equal(code, 0, output);
  assert.deepEqual(asked()[0].slice(3), [
    "eas", "submit", "--platform", "ios", "--profile", "staging-testflight", "--latest",
    "--what-to-test", "Try the camera", "--non-interactive",
  ]);
});

test("names what is missing, and says no value of it", async () => {
  standIn({});
  for (const [name, args, missing] of [
    ["build-mobile-staging.sh", ["android"], "EXPO_TOKEN"],
    ["submit-testflight-staging.sh", [], "EXPO_TOKEN"],
    ["distribute-firebase-staging.sh", [], "FIREBASE_APP_ID"],
  ]) {
    const { code, output } = await script(name, args, {});
    assert.equal(code, 2);
    assert.match(output, new RegExp(`${missing} is not set`));
  }
  const { output } = await script("build-mobile-staging.sh", ["web"], { EXPO_TOKEN: "hush" });
  assert.doesNotMatch(output, /hush/);
});

test("touches nothing in a dry run", async () => {
  const asked = standIn({});
  for (const [name, args] of [
    ["build-mobile-staging.sh", ["--dry-run", "android"]],
    ["submit-testflight-staging.sh", ["--dry-run"]],
    ["distribute-firebase-staging.sh", ["--dry-run"]],
  ]) {
    const env = name.startsWith("distribute") ? { FIREBASE_APP_ID: "1:1:android:a" } : {};
    const { code, output } = await script(name, args, env);
    assert.equal(code, 0, output);
    assert.match(output, /^\+ npx/m);
  }
  assert.deepEqual(asked(), []);
});

test("distributes an APK, and nothing that is none", async () => {
  const asked = standIn({ "appdistribution:distribute": {} });
  const env = { FIREBASE_APP_ID: "1:123:android:ab12", GOOGLE_APPLICATION_CREDENTIALS: join(folder, "key.p8") };
  const wrong = await script("distribute-firebase-staging.sh", [join(folder, "key.p8")], env);
  assert.equal(wrong.code, 2);
  assert.deepEqual(asked(), []);
  const { code, output } = await script("distribute-firebase-staging.sh", [join(folder, "fetched.apk")], env);
  assert.equal(code, 0, output);
  assert.ok(asked()[0].includes("1:123:android:ab12"));
});

test("uploads through the real firebase CLI", { skip: process.env.REAL_FIREBASE !== "1" }, async () => {
  const calls = [];
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      calls.push(`${request.method} ${request.url}`);
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(answer(request.url)));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const env = {
    FIREBASE_APP_ID: "1:123:android:ab12",
    FIREBASE_TOKEN: "made-up",
    FIREBASE_APP_DISTRIBUTION_URL: url,
    FIREBASE_TOKEN_URL: url,
  };
  const { code, output } = await script("distribute-firebase-staging.sh", [join(folder, "fetched.apk")], env, true);
  server.close();
  assert.equal(code, 0, `${output}\n${calls.join("\n")}`);
  assert.ok(calls.some((call) => call.includes(":upload")), calls.join("\n"));
  assert.ok(calls.some((call) => call.includes(":distribute")), calls.join("\n"));
});

function answer(url) {
  const release = { name: "projects/123/apps/1:123:android:ab12/releases/r1", displayVersion: "0.1.0", buildVersion: "1" };
  if (url.includes("token")) {
    return { access_token: "made-up", expires_in: 3600 };
  }
  if (url.includes(":upload")) {
    return { name: "projects/123/apps/1:123:android:ab12/releases/-/operations/o1" };
  }
  if (url.includes("operations")) {
    return { done: true, response: { result: "RELEASE_CREATED", release } };
  }
  return url.includes("aabInfo") ? {} : release;
}
