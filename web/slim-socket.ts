import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const packages = dirname(dirname(createRequire(import.meta.url).resolve("engine.io-client/package.json")));

/** Files of the socket's packages that do more than the chat needs, and what stands in their place. */
const replaced: Readonly<Record<string, string>> = {
  "engine.io-client/build/esm/transports/index": "transports",
  "engine.io-client/build/esm/contrib/parseuri": "parse-address",
  "engine.io-parser/build/esm/encodePacket": "encode-packet",
  "engine.io-parser/build/esm/decodePacket": "decode-packet",
  "socket.io-parser/build/esm/binary": "no-binary",
  "socket.io-parser/build/esm/is-binary": "no-binary",
};

/** Leaves out of the socket what is for other programs than a browser, and what is for anything but text. */
export function slimSocket(): Plugin {
  return {
    name: "slim-socket",
    enforce: "pre",
    resolveId(id, importer = "") {
      if (/^engine\.io-\w+\/build\//.test(id)) return join(packages, id);
      if (!id.startsWith("./") || !importer.startsWith(packages)) return undefined;
      const path = join(dirname(importer), id).slice(packages.length + 1);
      const ours = replaced[path.replaceAll("\\", "/").replace(/\.js$/, "")];
      return ours && fileURLToPath(new URL(`./widget/socket/${ours}.ts`, import.meta.url));
    },
  };
}
