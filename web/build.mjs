// Builds the app: bundles, names files by their content, writes what depends on the names, and
// compresses. `--into DIR` says where to (dist), `--check DIR` compares with what is there.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseArgs, parseEnv } from "node:util";
import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzipSync,
} from "node:zlib";
import { build } from "esbuild";

const here = import.meta.dirname;
const { values: options } = parseArgs({
  options: { into: { type: "string", default: "dist" }, check: { type: "string" } },
});

function environment() {
  const name = process.env.ENVIRONMENT ?? "";
  const file = join(here, `.env.${name}`);
  if (name !== "" && !existsSync(file)) {
    throw new Error(
      `ENVIRONMENT is ${name}, but there is no web/.env.${name}: see web/.env.example`,
    );
  }
  const fromFile = name === "" ? {} : parseEnv(readFileSync(file, "utf8"));
  const apiUrl = (process.env.REACT_APP_API_URL ?? fromFile.REACT_APP_API_URL ?? "").replace(
    /\/+$/,
    "",
  );
  if (apiUrl !== "" && !/^https?:\/\/[^\s"';/]+$/.test(apiUrl)) {
    throw new Error("REACT_APP_API_URL must be like https://api.example.com, without a path");
  }
  return {
    apiUrl,
    environment: process.env.REACT_APP_ENVIRONMENT ?? fromFile.REACT_APP_ENVIRONMENT ?? name,
  };
}

const { apiUrl, environment: environmentName } = environment();

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: ["es2022", "safari16.4"],
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  logLevel: "warning",
  charset: "utf8",
  define: { API_URL: JSON.stringify(apiUrl), ENVIRONMENT: JSON.stringify(environmentName) },
};

/** Files by their path in the result. */
const files = new Map();

function hashed(name, contents) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 8);
  const dot = name.lastIndexOf(".");
  return `assets/${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
}

function fill(text, values) {
  return text.replace(/\{\{([^}]+)\}\}/g, (whole, key) => {
    if (!(key in values)) {
      throw new Error(`nothing to put at ${whole}`);
    }
    return values[key];
  });
}

/** The mark of everything the result is made from: tells without node whether it is of today. */
function sourcesMark() {
  const inputs = readdirSync(join(here, "src"), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(here, join(one.parentPath, one.name)).replaceAll("\\", "/"));
  const mark = createHash("sha256");
  for (const name of ["build.mjs", "package-lock.json", ...inputs].sort()) {
    mark.update(`${name}\n`).update(readFileSync(join(here, name)));
  }
  return mark.digest("hex");
}

const source = (path) => readFileSync(join(here, "src", path), "utf8");

function assetOf(path) {
  return `assets/${path.split("/").at(-1)}`;
}

async function bundle() {
  const built = await build({
    ...common,
    entryPoints: { app: "src/main.tsx", style: "src/style/app.css" },
    outdir: "out",
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    splitting: true,
    metafile: true,
  });
  for (const file of built.outputFiles.filter((one) => one.path.endsWith(".js"))) {
    files.set(assetOf(file.path), Buffer.from(file.contents));
  }
  const output = (name) =>
    Object.entries(built.metafile.outputs).find(([path]) => path.includes(`/${name}-`));
  const [script, { imports }] = output("app");
  const atOnce = imports.filter((one) => one.kind === "import-statement").map((one) => one.path);
  return {
    script: assetOf(script),
    style: built.outputFiles.find((one) => one.path.endsWith(".css")).text.trim(),
    // Named in the page, or the browser would only see them when it has the script.
    parts: atOnce
      .map((path) => `<link rel="modulepreload" href="${assetOf(path)}">`)
      .join("\n    "),
  };
}

/** What runs in the page itself, before the app's code has come. */
async function early() {
  const built = await build({ ...common, entryPoints: ["src/first/early.ts"], format: "iife" });
  return built.outputFiles[0].text.trim();
}

/** The first screen as HTML, drawn here by the app's own code. */
async function prerendered() {
  const built = await build({
    ...common,
    entryPoints: ["src/first/prerender.tsx"],
    platform: "node",
    banner: { js: "const location = { hash: '' }, addEventListener = () => {};" },
  });
  const code = Buffer.from(built.outputFiles[0].contents).toString("base64");
  return (await import(`data:text/javascript;base64,${code}`)).first;
}

function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function icons() {
  const names = {};
  for (const name of readdirSync(join(here, "src/icons"))) {
    const contents = readFileSync(join(here, "src/icons", name));
    names[name] = hashed(name, contents);
    files.set(names[name], contents);
  }
  return names;
}

async function worker() {
  const names = [
    "./",
    "manifest.webmanifest",
    ...[...files.keys()].filter((f) => f.startsWith("assets/")),
  ];
  const mark = createHash("sha256");
  for (const [name, contents] of files) {
    mark.update(name).update(contents);
  }
  const built = await build({
    ...common,
    entryPoints: ["src/service-worker.ts"],
    outdir: "out",
    format: "iife",
    define: {
      FILES: JSON.stringify(names.sort()),
      BUILD: JSON.stringify(mark.digest("hex").slice(0, 12)),
    },
  });
  files.set("service-worker.js", Buffer.from(built.outputFiles[0].contents));
}

const names = {
  ...(await bundle()),
  ...icons(),
  early: await early(),
  first: await prerendered(),
};
const policy =
  `default-src 'none'; script-src 'self' ${hashOf(names.early)}; style-src ${hashOf(names.style)};` +
  " img-src 'self' blob:; media-src 'self' blob:;" +
  ` connect-src 'self'${apiUrl === "" ? "" : ` ${apiUrl}`}; manifest-src 'self'; worker-src 'self';` +
  " base-uri 'none'; form-action 'self'";
const page = fill(source("index.html"), {
  ...names,
  policy,
  "style-element": `<style>${names.style}</style>`,
  "early-element": `<script>${names.early}</script>`,
});
files.set("index.html", Buffer.from(page));
files.set("manifest.webmanifest", Buffer.from(fill(source("manifest.json"), names)));
await worker();
files.set("files.txt", Buffer.from(`${[...files.keys()].sort().join("\n")}\n`));
files.set("sources.sha256", Buffer.from(`${sourcesMark()}\n`));

const COMPRESSED = /\.(html|js|css|svg|webmanifest)$/;
const compress = {
  ".br": (contents) =>
    brotliCompressSync(contents, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: contents.length },
    }),
  ".gz": (contents) => gzipSync(contents, { level: 9 }),
};
const expand = { ".br": brotliDecompressSync, ".gz": gunzipSync };

function write(directory) {
  rmSync(directory, { recursive: true, force: true });
  for (const [name, contents] of files) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
    if (COMPRESSED.test(name)) {
      for (const [ending, one] of Object.entries(compress)) {
        writeFileSync(path + ending, one(contents));
      }
    }
  }
}

/** What differs; compressed files may differ from machine to machine, what is in them may not. */
function differences(directory) {
  const expected = new Map();
  for (const [name, contents] of files) {
    expected.set(name, [contents, (found) => found]);
    if (COMPRESSED.test(name)) {
      for (const [ending, one] of Object.entries(expand)) {
        expected.set(name + ending, [contents, one]);
      }
    }
  }
  const there = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(join(directory, "/").length));
  const surplus = there.filter((name) => !expected.has(name));
  const wrong = [...expected]
    .filter(
      ([name, [contents, one]]) =>
        !there.includes(name) || !one(readFileSync(join(directory, name))).equals(contents),
    )
    .map(([name]) => name);
  return [...surplus, ...wrong];
}

if (options.check !== undefined) {
  const found = differences(join(here, options.check));
  if (found.length > 0) {
    console.error(
      `the built app is not what its sources give: ${found.join(", ")}\nmend: npm run bundle`,
    );
    process.exit(1);
  }
  console.log("the built app is what its sources give");
} else {
  write(join(here, options.into));
  const parts = [...names.parts.matchAll(/href="([^"]+)"/g)].map((found) => found[1]);
  const first = ["index.html", names.script, ...parts].map((name) => files.get(name));
  const bytes = first.map((contents) => compress[".br"](contents).length);
  console.log(
    `${options.into}: first load ${bytes.reduce((a, b) => a + b)} bytes compressed (${bytes.join(" + ")})`,
  );
}
