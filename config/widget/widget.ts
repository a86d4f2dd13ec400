import {
  AppError,
  defaultWidgetSettings,
  textColorOn,
  type WidgetAdmin,
  type WidgetLook,
  type WidgetSettings,
} from "../../contract/index.js";
import type { Bell, Store } from "../../store/index.js";
import type { Seal } from "../seal.js";
import { isAnotherImage, type Logo, readLogo, writeLogo } from "./logo.js";
import { createPortalKeys, type PortalKeys } from "./portal-keys.js";
import { readWidget, writeWidget } from "./widget-rows.js";

/** What admins set for the widget and for guests. Reading it reads memory only. */
export interface WidgetDesk {
  settings(): WidgetSettings;
  /** What anybody may see before they log in. */
  look(): WidgetLook;
  /** Origins of the environment and of the settings together. */
  allowedOrigins(): readonly string[];
  admin(): Promise<WidgetAdmin>;
  /**
   * Saves all settings at once and records what differs. Throws `widget/changed` when somebody saved since `version`,
   * `widget/refused` for groups and accounts that cannot be. Holds at once here, on other nodes within a second.
   */
  save(change: {
    readonly settings: WidgetSettings;
    readonly version: number;
    readonly by: string;
  }): Promise<void>;
  logo(): Promise<Logo | undefined>;
  /** Without content it is taken away; throws `widget/refused` for what is no picture. */
  setLogo(content: Buffer | undefined, by: string): Promise<void>;
  /** Makes a key and tells its secret, this once; the former one counts on for some hours. */
  newKey(formerForHours: number, by: string): Promise<{ readonly secret: string }>;
  /** The secrets that count now, the present one first. */
  secrets(): Promise<readonly string[]>;
  /** Reads what other nodes have changed. */
  refresh(): Promise<void>;
}

export interface WidgetDeskOptions {
  readonly store: Store;
  readonly seal: Seal;
  readonly now: () => number;
  readonly bell: Bell;
  readonly environmentOrigins: readonly string[];
  /** Told before the save returns when guests of before may not go on. */
  readonly endGuests: () => Promise<void>;
  readonly failed: (error: unknown) => void;
}

const topic = "widget-changed";

export function createWidgetDesk(options: WidgetDeskOptions): WidgetDesk {
  const { store, now, bell, environmentOrigins } = options;
  const keys: PortalKeys = createPortalKeys(store.db, now, options.seal);
  let known = { settings: defaultWidgetSettings, version: 0, logoHash: undefined as string | undefined };
  let origins: readonly string[] = environmentOrigins;
  bell.on(topic, () => void refresh().catch(options.failed));

  async function refresh(): Promise<void> {
    const read = await readWidget(store.db);
    if (read.version < known.version) return;
    known = read;
    origins = [...new Set([...environmentOrigins, ...read.settings.allowedOrigins])];
  }

  async function changed(): Promise<void> {
    await refresh();
    bell.ring(topic, "");
  }

  const logoUrl = () =>
    known.logoHash === undefined ? undefined : `/api/v1/widget/logo?v=${known.logoHash}`;

  return {
    settings: () => known.settings,
    look: () => toLook(known.settings, logoUrl()),
    allowedOrigins: () => origins,
    refresh,
    admin: async () => {
      await refresh();
      const { settings, version } = known;
      return {
        settings,
        version,
        ...withLogo(logoUrl()),
        ...(await guestAccountOf(store.db, settings)),
        keys: await keys.list(),
        environmentOrigins: [...environmentOrigins],
      };
    },
    save: async ({ settings, version, by }) => {
      const { before } = await writeWidget(store, { settings, version, by, at: now() });
      await changed();
      if (isAnotherGuestMode(before.guest, settings.guest)) await options.endGuests();
    },
    logo: () => readLogo(store.db),
    setLogo: async (content, by) => {
      if (content !== undefined && isAnotherImage(content)) {
        throw new AppError("widget/refused", "A logo is a PNG, JPEG or WebP picture of at most 64 KB.");
      }
      await writeLogo(store, { content, by, at: now() });
      await changed();
    },
    newKey: (formerForHours, by) => keys.make({ formerForMs: formerForHours * 3600_000, by }),
    secrets: keys.secrets,
  };
}

function toLook(settings: WidgetSettings, logoUrl: string | undefined): WidgetLook {
  const { title, greeting, button, accent, position, offset, startsOpened, languages, guest } = settings;
  const { startsOpened: guestOpened, reachesPeople } = guest;
  return {
    title,
    greeting,
    button,
    accent,
    position,
    offset,
    startsOpened,
    languages,
    onAccent: textColorOn(accent),
    ...withLogo(logoUrl),
    ...(guest.enabled ? { guest: { startsOpened: guestOpened, reachesPeople } } : {}),
  };
}

async function guestAccountOf(db: Store["db"], { guest }: WidgetSettings) {
  if (guest.accountId === undefined) return {};
  const row = await db
    .selectFrom("account")
    .select("name")
    .where("id", "=", guest.accountId)
    .executeTakeFirst();
  return row === undefined ? {} : { guestAccountName: row.name };
}

function withLogo(logoUrl: string | undefined): { logoUrl?: string } {
  return logoUrl === undefined ? {} : { logoUrl };
}

/** Whoever came in as a guest under another word, for another account or in another time begins anew. */
function isAnotherGuestMode(before: WidgetSettings["guest"], after: WidgetSettings["guest"]): boolean {
  return (
    before.enabled &&
    (!after.enabled || before.accountId !== after.accountId || before.keyword !== after.keyword)
  );
}
