import type { DeskhandApi } from "../../widget/api.js";
import { ownScript } from "./trusted-types.js";

const address = "/widget.js";

/** Loads the same script that other pages embed; its api is there once the answer resolves. */
export function loadChat(): Promise<DeskhandApi> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      if (window.Deskhand) resolve(window.Deskhand);
      else reject(new Error("The chat script brought no chat."));
    };
    if (window.Deskhand) return settle();
    const script = findScript() ?? addScript();
    script.addEventListener("load", settle, { once: true });
    script.addEventListener("error", () => reject(new Error("The chat script did not load.")), {
      once: true,
    });
  });
}

function findScript(): HTMLScriptElement | null {
  return document.querySelector(`script[src="${address}"]`);
}

function addScript(): HTMLScriptElement {
  const script = document.createElement("script");
  script.src = ownScript(address);
  script.async = true;
  script.dataset.manual = "";
  document.head.append(script);
  return script;
}
