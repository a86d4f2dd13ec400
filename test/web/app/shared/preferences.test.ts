import { createPreferences } from "../../../../web/app/shared/preferences.js";
import { keepInMemory } from "../../../../web/chat/keeping.js";

describe("preferences", () => {
  it("takes the first language of the browser that the desk speaks", () => {
    expect(createPreferences(["fr-CH", "pt-BR", "en"], keepInMemory()).getState().locale).toBe("pt");
  });

  it("falls back to English", () => {
    expect(createPreferences(["fr", "de"], keepInMemory()).getState().locale).toBe("en");
  });

  it("remembers what the person chose over what the browser wishes", () => {
    const keeping = keepInMemory();
    createPreferences(["en"], keeping).setLocale("es");

    expect(createPreferences(["pt"], keeping).getState().locale).toBe("es");
  });

  it("is not confused by what somebody else kept there", () => {
    const keeping = keepInMemory();
    keeping.write("deskhand.locale", "klingon");

    expect(createPreferences(["pt"], keeping).getState().locale).toBe("pt");
  });
});
