// Builds the panel's bundle. `--check` builds in memory and fails when the committed bundle differs.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const bundle = "dist/mycamera-panel.js";
const limit = 300 * 1024;
const check = process.argv.includes("--check");

const result = await build({
  absWorkingDir: here,
  entryPoints: ["src/mycamera-panel.ts"],
  outfile: bundle,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "eof",
  define: { "process.env.NODE_ENV": '"production"' },
  conditions: ["production"],
  logLevel: "warning",
  write: !check,
});

if (check) {
  const built = Buffer.from(result.outputFiles[0].contents);
  const committed = await readFile(new URL(bundle, import.meta.url)).catch(() => Buffer.alloc(0));
  if (!built.equals(committed)) {
    console.error(`${bundle} is not what the source builds: run scripts/build-panel and commit it`);
    process.exit(1);
  }
}

const size = (await readFile(new URL(bundle, import.meta.url))).length;
if (size > limit) {
  console.error(`${bundle} has ${size} bytes, more than ${limit}`);
  process.exit(1);
}
console.log(`${bundle}: ${size} bytes`);
