// Builds the page and the lesson into the package, with the hash of what they were built from.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));
const out = process.argv[2] ?? join(root, "../src/malaparte/web/static");

/** What the build is made from: the same list and hash as tests/unit/test_built_page.py. */
function under(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? under(path) : [path];
  });
}
const files = ["build.mjs", "index.html", "package-lock.json", "package.json", "tsconfig.json"].map((name) => join(root, name));
const names = [...files, ...under(join(root, "src"))].map((path) => relative(root, path).replaceAll("\\", "/")).sort();
const hash = createHash("sha256");
for (const name of names) hash.update(`${name}\0`).update(readFileSync(join(root, name))).update("\0");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const esbuild = { jsx: "automatic", jsxImportSource: "preact" };
const shared = { root, base: "/page/", configFile: false, logLevel: "warn", esbuild, publicDir: false };
await build({
  ...shared,
  build: {
    outDir: out, emptyOutDir: false, target: "es2022", modulePreload: false, assetsInlineLimit: 0,
    rollupOptions: { output: { entryFileNames: "page.js", chunkFileNames: "[name].js", assetFileNames: (one) =>
      one.names?.[0]?.endsWith(".woff2") ? "fonts/[name][extname]" : "page[extname]" } },
  },
});
await build({
  ...shared,
  build: {
    outDir: join(out, "lesson"), emptyOutDir: false, target: "es2022", assetsInlineLimit: 1_000_000, cssCodeSplit: false,
    lib: { entry: join(root, "src/lesson.tsx"), formats: ["iife"], name: "lesson", fileName: () => "lesson.js", cssFileName: "lesson" },
  },
  define: { "process.env.NODE_ENV": '"production"' },
});
// What others wrote travels with its licence.
const parts = ["preact", "@preact/signals", "@preact/signals-core", "@fluent/bundle", "@fontsource/oswald", "@fontsource/jost", "@fontsource/old-standard-tt"];
const licences = parts.map((name) => {
  const folder = join(root, "node_modules", name);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const { license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return `${name} (${license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}\n`;
});
writeFileSync(join(out, "licences.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
writeFileSync(join(out, "build.json"), `${JSON.stringify({ sources: hash.digest("hex"), files: names.length }, null, 2)}\n`);
