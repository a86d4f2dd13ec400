import type { Locale } from "../../../contract/locale.js";
import type { TeamApi } from "../shared/team-api.js";
import { ownScript } from "../shared/trusted-types.js";

export type ConsentOutcome = "on" | "open-only" | "blocked";

/** Per person and browser (S3-14): another browser, or another person here, has to say so again. */
export function consentKey(accountId: string): string {
  return `deskhand.notify.${accountId}`;
}

export function canNotify(): boolean {
  return "Notification" in window && "serviceWorker" in navigator;
}

/** Asks the browser, and where there is a push service tells the desk where to reach it. */
export async function turnOn(api: TeamApi, locale: Locale): Promise<ConsentOutcome> {
  if ((await Notification.requestPermission()) !== "granted") return "blocked";
  const registration = await navigator.serviceWorker.register(ownScript("/sw.js"));
  await navigator.serviceWorker.ready;
  try {
    const { key } = await api.readPushKey();
    const options = { userVisibleOnly: true, applicationServerKey: toBytes(key) };
    const { endpoint, keys } = (await registration.pushManager.subscribe(options)).toJSON();
    const { p256dh = "", auth = "" } = keys ?? {};
    if (!endpoint) return "open-only";
    await api.subscribe({ endpoint, keys: { p256dh, auth }, locale });
    return "on";
  } catch {
    // A browser without a push service, or one the desk does not send to, still shows what an open page hears.
    return "open-only";
  }
}

export async function turnOff(api: TeamApi): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration("/sw.js");
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return;
  const { endpoint } = subscription;
  await subscription.unsubscribe();
  await api.unsubscribe(endpoint);
}

function toBytes(base64Url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64Url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
