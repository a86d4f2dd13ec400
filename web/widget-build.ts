import { fileURLToPath } from "node:url";
import { minify } from "terser";
import type { Plugin, UserConfig } from "vite";
import { slimSocket } from "./slim-socket.js";

/** How every script of the widget is built: beside the pages of the desk, under a name without a hash. */
export function widgetBuild(
  entry: string,
  output: { readonly name: string; readonly format: "iife" | "es" },
) {
  return {
    root: fileURLToPath(new URL("./widget", import.meta.url)),
    publicDir: false,
    plugins: [slimSocket(), smallest(), asciiOnly()],
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: fileURLToPath(new URL("../dist/web", import.meta.url)),
      // The pages of the desk are built into the same folder.
      emptyOutDir: false,
      target: "es2022",
      rolldownOptions: {
        input: fileURLToPath(new URL(`./widget/${entry}`, import.meta.url)),
        preserveEntrySignatures: "strict",
        // These packages do not say so themselves: a file of theirs that nothing uses is left out.
        treeshake: {
          moduleSideEffects: [{ test: /\/node_modules\/(engine|socket)\.io-/, sideEffects: false }],
        },
        output: { format: output.format, entryFileNames: output.name },
      },
    },
  } satisfies UserConfig;
}

/** What Vite has made small already becomes a kilobyte smaller; names with one underscore are the packages' own. */
function smallest(): Plugin {
  const compress = {
    ecma: 2020,
    passes: 3,
    pure_getters: true,
    unsafe_arrows: true,
    keep_fargs: false,
  } as const;
  const mangle = { properties: { regex: /^_[a-z]/i } };
  return {
    name: "smallest",
    enforce: "post",
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        chunk.code = (await minify(chunk.code, { compress, mangle, toplevel: true })).code ?? chunk.code;
      }
    },
  };
}

/** A page in another encoding reads the script in that encoding; escapes mean the same in all of them. */
function asciiOnly(): Plugin {
  const toEscape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return {
    name: "ascii-only",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk") chunk.code = chunk.code.replace(/[\u0080-\uffff]/g, toEscape);
      }
    },
  };
}
