import type { WidgetLook } from "../../contract/widget.js";

/** How the widget looks by itself, also while the desk cannot be asked. */
export const plainLook: WidgetLook = {
  title: {},
  greeting: {},
  button: {},
  accent: "",
  onAccent: "#ffffff",
  position: "right",
  offset: { side: 20, bottom: 20 },
  startsOpened: false,
  languages: ["en", "es", "pt"],
};

/** Asks the desk anew on every page, so that what an admin changes is seen at the next one. */
export async function loadLook(url: string): Promise<WidgetLook> {
  try {
    const response = await fetch(`${url}/api/v1/widget`, { cache: "no-cache", credentials: "omit" });
    return response.ok ? { ...plainLook, ...(await response.json()) } : plainLook;
  } catch {
    return plainLook;
  }
}
