import { defineConfig } from "vite";
import { emitTexts } from "./emit-texts.js";
import { widgetBuild } from "./widget-build.js";

const build = widgetBuild("main.tsx", { name: "widget.js", format: "iife" });

/** One classic script that a page loads by one tag, and the texts of each language for it to fetch. */
export default defineConfig({ ...build, plugins: [...build.plugins, emitTexts()] });
