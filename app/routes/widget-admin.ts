import { z } from "zod";
import { requirePrincipal, type WidgetDesk } from "../../config/index.js";
import {
  newWidgetKeySchema,
  saveWidgetSchema,
  widgetAdminSchema,
  widgetLogoSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";

/** What admins set for the widget; every change is recorded with its author. */
export function widgetAdminRoutes(widget: WidgetDesk): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/widget/settings",
      summary: "All settings of the widget, of guests and of signed identities",
      who: "admin",
      answer: widgetAdminSchema,
      handle: async () => ({ body: await widget.admin() }),
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/widget/settings",
      summary: "Save the settings of the widget; holds at once on every node",
      who: "admin",
      body: saveWidgetSchema,
      answer: widgetAdminSchema,
      handle: async ({ principal, body }) => {
        await widget.save({ ...body, by: requirePrincipal(principal).accountId });
        return { body: await widget.admin() };
      },
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/widget/logo",
      summary: "Set the widget's picture: PNG, JPEG or WebP in base64, at most 64 KB",
      who: "admin",
      body: widgetLogoSchema,
      answer: widgetAdminSchema,
      handle: async ({ principal, body }) => {
        const content = Buffer.from(body.content, "base64");
        await widget.setLogo(content, requirePrincipal(principal).accountId);
        return { body: await widget.admin() };
      },
    }),
    defineRoute({
      method: "del",
      path: "/api/v1/widget/logo",
      summary: "Take the widget's picture away",
      who: "admin",
      success: 204,
      handle: async ({ principal }) => {
        await widget.setLogo(undefined, requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/widget/keys",
      summary: "Make a key for signing identities; its secret is told this once",
      who: "admin",
      success: 201,
      tellsSecret: true,
      body: newWidgetKeySchema,
      answer: z.object({ secret: z.string() }),
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await widget.newKey(body.formerForHours, requirePrincipal(principal).accountId),
      }),
    }),
  ];
}
