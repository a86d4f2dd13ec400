import { defaultWidgetSettings, type WidgetAdmin, type WidgetSettings } from "../../contract/index.js";

type Change = Partial<Omit<WidgetSettings, "guest">> & { readonly guest?: Partial<WidgetSettings["guest"]> };
interface Admin {
  rest(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
}

/** The account of the demo desk that stands for guests in tests. */
export const guestAccountId = "01999d00-0000-7000-8000-000000000102";

export const guestsOn = { enabled: true, accountId: guestAccountId, keyword: "visitor" } as const;

/** The default settings with these in their place, saved as an admin does. */
export async function saveWidget(admin: Admin, change: Change) {
  const { version } = await readWidget(admin);
  const guest = { ...defaultWidgetSettings.guest, ...change.guest };
  const settings = { ...defaultWidgetSettings, ...change, guest };
  return admin.rest("PUT", "/api/v1/widget/settings", { settings, version });
}

export async function readWidget(admin: Admin): Promise<WidgetAdmin> {
  return (await admin.rest("GET", "/api/v1/widget/settings")).body as WidgetAdmin;
}

export async function newSecret(admin: Admin, formerForHours = 0): Promise<string> {
  const { body } = await admin.rest("POST", "/api/v1/widget/keys", { formerForHours });
  return (body as { secret: string }).secret;
}
