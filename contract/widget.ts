import { z } from "zod";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";

/** A text that may be left out in any language; the product's own words stand in for it then. */
const optionalTexts = (maxChars: number) => {
  const text = z.string().trim().max(maxChars).optional();
  return z.strictObject({ en: text, es: text, pt: text });
};
export type OptionalTexts = z.infer<ReturnType<typeof optionalTexts>>;

/** Under which the changes of the widget are recorded; there is one. */
export const widgetObjectId = "01999d00-0000-7000-8000-0000000000f1";

/** What the assistant does by itself when a talk begins. */
export const initialActionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("menu") }),
  z.strictObject({ kind: z.literal("open-activity"), activityId: idSchema }),
  z.strictObject({ kind: z.literal("search"), text: z.string().trim().min(1).max(200) }),
]);
export type InitialAction = z.infer<typeof initialActionSchema>;

const originSchema = z
  .string()
  .trim()
  .max(300)
  .transform((text) => text.replace(/\/$/, "").toLowerCase())
  .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text, {
    error: "must be an origin such as https://portal.example.com, without a path",
  });

const guestSettingsSchema = z
  .strictObject({
    enabled: z.boolean(),
    /** The account whose groups and profile limit every guest. */
    accountId: idSchema.optional(),
    /** Tells that one talks to a guest; another word ends the guests' sessions. */
    keyword: z.string().trim().max(80),
    welcome: optionalTexts(1000),
    startsOpened: z.boolean(),
    initialAction: initialActionSchema,
    /** Guests may also be handed over to people; off, they talk to the assistant alone. */
    reachesPeople: z.boolean(),
  })
  .superRefine((guest, context) => {
    if (!guest.enabled) return;
    if (guest.accountId === undefined)
      context.addIssue({ code: "custom", path: ["accountId"], message: "is required for guest mode" });
    if (guest.keyword === "")
      context.addIssue({ code: "custom", path: ["keyword"], message: "is required for guest mode" });
  });

export const widgetSettingsSchema = z.strictObject({
  title: optionalTexts(60),
  greeting: optionalTexts(120),
  button: optionalTexts(30),
  welcome: optionalTexts(1000),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .transform((color) => color.toLowerCase()),
  position: z.enum(["left", "right"]),
  /** Distance of the button from the edges of the window, CSS pixels. */
  offset: z.strictObject({ side: z.int().min(0).max(200), bottom: z.int().min(0).max(200) }),
  startsOpened: z.boolean(),
  initialAction: initialActionSchema,
  languages: z.array(localeSchema).min(1).max(3),
  allowedOrigins: z.array(originSchema).max(50),
  /** Groups that the portal's tokens may put a person into, by the word they use for it. */
  groups: z.array(z.strictObject({ claim: z.string().trim().min(1).max(100), groupId: idSchema })).max(50),
  guest: guestSettingsSchema,
});
export type WidgetSettings = z.infer<typeof widgetSettingsSchema>;

/** As a desk begins; people who run one have nothing to set before they see the widget. */
export const defaultWidgetSettings: WidgetSettings = {
  title: {},
  greeting: {},
  button: {},
  welcome: {},
  accent: "#4263eb",
  position: "right",
  offset: { side: 20, bottom: 20 },
  startsOpened: false,
  initialAction: { kind: "none" },
  languages: ["en", "es", "pt"],
  allowedOrigins: [],
  groups: [],
  guest: {
    enabled: false,
    keyword: "",
    welcome: {},
    startsOpened: false,
    initialAction: { kind: "none" },
    reachesPeople: false,
  },
};

/** What anybody may know of the widget before they log in. */
export const widgetLookSchema = widgetSettingsSchema
  .pick({
    title: true,
    greeting: true,
    button: true,
    accent: true,
    position: true,
    offset: true,
    startsOpened: true,
    languages: true,
  })
  .extend({
    /** Can be read on the accent. */
    onAccent: z.enum(["#ffffff", "#000000"]),
    logoUrl: z.string().optional(),
    guest: z.strictObject({ startsOpened: z.boolean(), reachesPeople: z.boolean() }).optional(),
  });
export type WidgetLook = z.infer<typeof widgetLookSchema>;
/** With what the assistant says first, which visitors get from the assistant itself. */
export type PreviewLook = WidgetLook & Pick<WidgetSettings, "welcome">;

/** A key portals sign with; its secret is told once, when it is made. */
export const widgetKeySchema = z.strictObject({
  id: idSchema,
  createdAt: z.number(),
  /** The last moment at which it counts; a key without one is the present key. */
  endsAt: z.number().optional(),
});
export type WidgetKeyEntry = z.infer<typeof widgetKeySchema>;

export const widgetAdminSchema = z.strictObject({
  settings: widgetSettingsSchema,
  /** Grows with every change; a save of an older one is refused. */
  version: z.int(),
  logoUrl: z.string().optional(),
  guestAccountName: z.string().optional(),
  keys: z.array(widgetKeySchema),
  /** Allowed by the environment, whatever the settings say. */
  environmentOrigins: z.array(z.string()),
});
export type WidgetAdmin = z.infer<typeof widgetAdminSchema>;

export const saveWidgetSchema = z.strictObject({ settings: widgetSettingsSchema, version: z.int().min(0) });
export const newWidgetKeySchema = z.strictObject({
  /** How long the former key goes on to count. */
  formerForHours: z
    .int()
    .min(0)
    .max(24 * 30),
});
/** Bytes of a logo, before base64. */
export const maxLogoBytes = 64 * 1024;
export const widgetLogoSchema = z.strictObject({
  content: z
    .base64()
    .max(Math.ceil(maxLogoBytes / 3) * 4)
    .min(1),
});

export const identityLogInSchema = z.strictObject({ token: z.string().min(1).max(4000) });
export const guestLogInSchema = z.strictObject({ locale: localeSchema });
export const claimTalkSchema = z.strictObject({ guestToken: z.string().min(1).max(200) });
