import { defineConfig } from "vite";
import { widgetBuild } from "./widget-build.js";

/** One classic script that a page loads by one tag. */
export default defineConfig(widgetBuild("main.tsx", { name: "widget.js", format: "iife" }));
