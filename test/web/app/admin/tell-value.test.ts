import { tellValue } from "../../../../web/app/admin/tell-value.js";

describe("a value in a history (S0-24)", () => {
  const names = { "01a2": "Lisbon", "01b3": "Bruno" };

  it.each([
    ["01a2", "Lisbon"],
    ["a word", "a word"],
    [["01b3", "somebody"], "Bruno, somebody"],
    [{ primary: "01b3", backups: [] }, "primary: Bruno; backups: –"],
    [{ "01b3": { chats: 3, away: false } }, "Bruno: chats: 3; away: false"],
    [0, "0"],
    [[], "–"],
    ["", "–"],
    [undefined, "–"],
    [null, "–"],
  ])("%j is told as %s", (value, text) => {
    expect(tellValue(value, names)).toBe(text);
  });
});
