// Builds the panel's bundle. `--check` builds in memory and fails when the committed bundle differs.
import { readdir, readFile, rm } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = new URL("dist/", import.meta.url);
// What everybody loads, and what is loaded when somebody plays a film.
const limits = { "mycamera-panel.js": 300 * 1024, "mycamera-cards.js": 40 * 1024 };
const partLimit = 450 * 1024;
const check = process.argv.includes("--check");

if (!check) await rm(folder, { recursive: true, force: true });
const result = await build({
  absWorkingDir: here,
  entryPoints: ["src/mycamera-panel.ts", "src/mycamera-cards.ts"],
  outdir: "dist",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  // Without subtitles, copy protection and other languages' sound, which no camera sends.
  alias: { "hls.js": "hls.js/light" },
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "eof",
  define: { "process.env.NODE_ENV": '"production"' },
  conditions: ["production"],
  logLevel: "warning",
  write: !check,
  metafile: true,
});

const names = Object.keys(result.metafile.outputs).map((path) => basename(path));
if (check) {
  const committed = await readdir(folder);
  let same = committed.length === names.length;
  for (const file of result.outputFiles) {
    const there = await readFile(new URL(basename(file.path), folder)).catch(() => Buffer.alloc(0));
    same &&= there.equals(Buffer.from(file.contents));
  }
  if (!same) {
    console.error("dist/ is not what the source builds: run scripts/build-panel and commit it");
    process.exit(1);
  }
}

for (const name of names) {
  const size = (await readFile(new URL(name, folder))).length;
  const limit = limits[name] ?? partLimit;
  if (size > limit) {
    console.error(`dist/${name} has ${size} bytes, more than ${limit}`);
    process.exit(1);
  }
  console.log(`dist/${name}: ${size} bytes`);
}
