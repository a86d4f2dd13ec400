/**
 * The pages take no text for markup or for a script's address: the browser refuses it wherever it comes from
 * (`require-trusted-types-for` in http/security.ts). What is left is made here, and in the sanitizer of articles.
 */
interface Policies {
  createPolicy(name: string, rules: Rules): Rules;
}
interface Rules {
  /** `null` refuses. */
  createHTML?(text: string): string | null;
  createScriptURL?(text: string): string | null;
}

/** The desk's own scripts that its pages add themselves. */
const ownScripts: readonly string[] = ["/widget.js", "/sw.js"];

const policies: Policies | undefined = Reflect.get(globalThis, "trustedTypes");

const deskhand = policies?.createPolicy("deskhand", {
  createScriptURL: (address) => (ownScripts.includes(address) ? address : null),
});

/** The address of one of the desk's own scripts, as the browser wants it. */
export function ownScript(address: "/widget.js" | "/sw.js"): string {
  return deskhand?.createScriptURL?.(address) ?? address;
}

/** Mantine writes its style sheets as text into `style` elements. That much passes, and nothing that could be an element. */
export function admitStyleTexts(): void {
  policies?.createPolicy("default", { createHTML: (text) => (text.includes("<") ? null : text) });
}
