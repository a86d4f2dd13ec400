import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const backend = "http://127.0.0.1:3978";

export default defineConfig({
  root: fileURLToPath(new URL("./app", import.meta.url)),
  base: "/",
  build: {
    outDir: fileURLToPath(new URL("../dist/web", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Mantine marks its files "use client" for server rendering; here that says nothing.
      onLog: (level, log, next) => (log.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : next(level, log)),
    },
  },
  // The server puts a fresh value in place of this mark in every page it sends.
  html: { cspNonce: "%CSP_NONCE%" },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: {
      "/api": backend,
      "/readyz": backend,
      "/widget": backend,
      "/socket.io": { target: backend, ws: true },
    },
  },
});
