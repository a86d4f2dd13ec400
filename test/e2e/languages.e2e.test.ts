import type { Page } from "playwright-core";
import { startEmbedded } from "./setup.js";
import { prepareStage } from "./stage.js";
import { findEnglish } from "./untranslated.js";

const languages = [
  {
    locale: "es-ES",
    short: "es",
    name: "Español",
    hello: "Hola, Rui, ¿en qué podemos ayudarle?",
    talk: /^Hablar/,
    assistant: "Asistente virtual",
    queue: "Nadie espera",
    parameters: "Parámetros",
  },
  {
    locale: "pt-BR",
    short: "pt",
    name: "Português",
    hello: "Olá, Rui, como podemos ajudar?",
    talk: /^Falar/,
    assistant: "Assistente virtual",
    queue: "Ninguém está esperando",
    parameters: "Parâmetros",
  },
] as const;

const stage = prepareStage("languages", startEmbedded);

describe.each(languages)("the pages in $name", (language) => {
  const open = async (path: string, who: string): Promise<Page> => {
    const page = await stage().browser.openPage(stage().setup.requesters, who, { locale: language.locale });
    await page.goto(path);
    return page;
  };

  it("greet in the browser's language, and leave no English behind on the portal and in the chat", async () => {
    const page = await open("/", "rui");
    await page.getByRole("heading", { name: language.hello }).waitFor();
    await page.getByRole("button", { name: language.talk }).click();
    await page.getByRole("dialog").getByText(language.assistant).first().waitFor();
    await page.getByRole("dialog").locator(".bubble").first().waitFor();
    const left = await findEnglish(page, language.short);
    for (const path of ["/services", "/tickets", "/knowledge", "/nowhere/at/all"]) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      left.push(...(await findEnglish(page, language.short)));
    }

    expect(left).toEqual([]);
  });

  it("leave no English behind in the console and in the administration", async () => {
    const page = await open("/agent", "carla");
    await page.getByText(language.queue).last().waitFor();
    const left = await findEnglish(page, language.short);
    const admin = await open("/admin/parameters", "admin");
    await admin.getByRole("heading", { name: language.parameters }).waitFor();
    await admin.getByRole("textbox").nth(2).waitFor();
    left.push(...(await findEnglish(admin, language.short)));

    expect(left).toEqual([]);
  });

  it("chatwoot#10115: leave no English behind in any part of the administration and its descriptions", async () => {
    const page = await open("/admin", "admin");
    await page.getByRole("navigation").first().waitFor();
    const paths = await page.evaluate<string[]>(
      `[...new Set([...document.querySelectorAll("nav a[href^='/admin']")].map((link) => link.getAttribute("href")))]`,
    );
    expect(paths.length).toBeGreaterThan(12);
    const left: [string, string][] = [];
    for (const path of paths) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForLoadState("networkidle");
      for (const line of await findEnglish(page, language.short)) left.push([path, line]);
    }

    expect(left).toEqual([]);
  });

  it("change by the menu at once and stay changed", async () => {
    const page = await stage().browser.openPage(stage().setup.requesters, "rui");
    await page.goto("/");
    await page.getByRole("button", { name: "Language" }).click();
    await page.getByRole("menuitem", { name: language.name }).click();
    await page.getByRole("heading", { name: language.hello }).waitFor();
    await page.getByRole("button", { name: language.talk }).waitFor();
    await page.reload();

    await page.getByRole("heading", { name: language.hello }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe(language.short);
  });
});
