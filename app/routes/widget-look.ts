import type { WidgetDesk } from "../../config/index.js";
import { AppError, widgetLookSchema } from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";

/** What the widget loads before it knows who is there. */
export function widgetLookRoutes(widget: WidgetDesk): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/widget",
      summary: "How the widget looks, and whether guests are admitted",
      who: "anyone",
      answer: widgetLookSchema,
      // Caches on the way may keep it for a moment; the widget itself asks anew whenever a page loads.
      handle: async () => ({
        body: widget.look(),
        headers: { "Cache-Control": "public, max-age=10", Vary: "Origin" },
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/widget/logo",
      summary: "The widget's picture; its address changes with it",
      who: "anyone",
      sends: ["image/*"],
      handle: async () => {
        const logo = await widget.logo();
        if (logo === undefined) throw new AppError("request/not-found", "The widget has no picture.");
        return {
          text: { type: logo.type, content: logo.content },
          headers: { "Cache-Control": "public, max-age=31536000, immutable" },
        };
      },
    }),
  ];
}
