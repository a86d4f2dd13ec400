import { findHolderName } from "../../../../web/app/console/state/holder.js";
import { tellWhyClosed } from "../../../../web/app/console/talk/tell-why-closed.js";
import { matchesSearch } from "../../../../web/app/console/work/matches-search.js";
import { consoleTexts } from "../../../../web/texts/console.js";
import { createTranslate } from "../../../../web/texts/index.js";
import { createAttendance } from "./desk-fixture.js";

describe("the search in the own work (S2-49)", () => {
  const attendance = createAttendance({
    id: "a",
    ticketNumber: "T004712",
    requester: { id: "l", name: "Lucía Núñez" },
  });

  it.each(["4712", "t0047", "nunez", "print", " "])("finds by %p", (search) => {
    expect(matchesSearch(attendance, search)).toBe(true);
  });

  it("leaves out what does not match", () => {
    expect(matchesSearch(attendance, "4713")).toBe(false);
  });
});

describe("the name of who was faster", () => {
  it.each([
    [{ holder: { id: "c", name: "Carla" } }, "Carla"],
    [{ holder: "Carla" }, "Carla"],
    [{ holder: { id: "c" } }, undefined],
    [undefined, undefined],
    ["Carla", undefined],
  ])("is read out of %p", (details, name) => {
    expect(findHolderName(details)).toBe(name);
  });
});

describe("a talk one cannot write to", () => {
  const t = createTranslate(consoleTexts, "en");

  it("tells who has it", () => {
    expect(tellWhyClosed({ kind: "agent", id: "c", name: "Carla" }, t)).toContain("Carla");
    expect(tellWhyClosed({ kind: "queue" }, t)).toContain("queue");
    expect(tellWhyClosed({ kind: "none" }, t)).toContain("ended");
  });
});
