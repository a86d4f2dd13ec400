import type { PreviewWidget } from "../../../widget/api.js";

const address = "/widget-preview.js";

/** A script of its own: the widget is drawn by another library than the pages, and pages need no preview. */
export async function loadPreview(): Promise<PreviewWidget> {
  const { previewWidget } = await import(/* @vite-ignore */ address);
  return previewWidget;
}
