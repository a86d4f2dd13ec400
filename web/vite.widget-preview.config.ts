import { defineConfig } from "vite";
import { widgetBuild } from "./widget-build.js";

/** The widget as the admin sees it while changing it: a module that only that page loads. */
export default defineConfig(widgetBuild("preview.tsx", { name: "widget-preview.js", format: "es" }));
