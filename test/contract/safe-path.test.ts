import { findHome } from "../../contract/find-home.js";
import { toSafePath } from "../../contract/safe-path.js";

describe("the way on after logging in", () => {
  it("leads each role to where it works", () => {
    expect((["requester", "agent", "supervisor", "admin"] as const).map(findHome)).toEqual([
      "/",
      "/agent",
      "/agent",
      "/admin",
    ]);
  });

  it("goes back to a page of this site with what stood in its address", () => {
    expect(toSafePath("/articles/7?q=vpn")).toBe("/articles/7?q=vpn");
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "",
    null,
  ])("never leads elsewhere: %p", (next) => {
    expect(toSafePath(next) ?? "").not.toMatch(/evil|javascript/);
  });

  it("does not turn in circles", () => {
    expect(toSafePath("/login?next=/login")).toBeUndefined();
    expect(toSafePath("/api/v1/session/oidc")).toBeUndefined();
    expect(toSafePath("/api")).toBe("/api");
  });
});
