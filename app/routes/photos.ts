import { type Directory, requirePrincipal } from "../../config/index.js";
import { AppError, idSchema, listedPersonSchema, photoSchema } from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";

/** The photos of people, as admins set them and everybody sees them (S1-9, S1-21). */
export function photoRoutes(directory: Directory): Route[] {
  const set = async (id: string | undefined, content: Buffer | undefined, by: string) => {
    const account = idSchema.safeParse(id);
    if (!account.success) throw new AppError("account/not-found", "There is no such account.");
    return directory.setPhoto(account.data, content, by);
  };
  return [
    defineRoute({
      method: "put",
      path: "/api/v1/accounts/:id/photo",
      summary: "Set a person's photo: PNG, JPEG or WebP in base64, at most 64 KB",
      who: "admin",
      body: photoSchema,
      answer: listedPersonSchema,
      handle: async ({ principal, params, body }) => ({
        body: await set(
          params.id,
          Buffer.from(body.content, "base64"),
          requirePrincipal(principal).accountId,
        ),
      }),
    }),
    defineRoute({
      method: "del",
      path: "/api/v1/accounts/:id/photo",
      summary: "Take a person's photo away",
      who: "admin",
      answer: listedPersonSchema,
      handle: async ({ principal, params }) => ({
        body: await set(params.id, undefined, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/photos/:name",
      summary: "A photo by its name, which nobody can guess and which changes with it",
      who: "anyone",
      sends: ["image/*"],
      handle: async ({ params }) => {
        const photo = await directory.photo(params.name ?? "");
        if (photo === undefined) throw new AppError("request/not-found", "There is no such photo.");
        return {
          text: { type: photo.type, content: photo.content },
          headers: { "Cache-Control": "public, max-age=31536000, immutable" },
        };
      },
    }),
  ];
}
