import { readPerson } from "../../../config/sign-on/claims.js";

const names = { name: "name", email: "email", groups: "groups", externalId: "sub" };
const own = { iss: "https://login.example", sub: "u1", iat: 1_700_000_000 };
const read = (
  claims: Record<string, unknown>,
  userInfo: Record<string, unknown> = {},
  options: Partial<Parameters<typeof readPerson>[1]> = {},
) =>
  readPerson(
    { claims: { ...own, ...claims }, userInfo },
    { names, isEmailAlwaysVerified: false, ...options },
  );

describe("what a provider says of a person", () => {
  it("takes an address only with the promise that it is theirs", () => {
    const email = "Ana@Example.com";
    expect(read({ email, email_verified: true }).email).toBe("ana@example.com");
    expect(read({ email, email_verified: "true" }).email).toBe("ana@example.com");
    for (const promise of [false, "false", 1, undefined, null, {}]) {
      expect(read({ email, email_verified: promise }).email).toBeUndefined();
    }
    expect(read({ email }, {}, { isEmailAlwaysVerified: true }).email).toBe("ana@example.com");
    expect(read({ email: "not an address", email_verified: true }).email).toBeUndefined();
  });

  it("never joins the promise of one answer with the address of another", () => {
    const joined = read({ email: "boss@example.com" }, { email: "me@example.com", email_verified: true });
    expect(joined.email).toBe("me@example.com");
    expect(read({ email: "boss@example.com" }, { email_verified: true }).email).toBeUndefined();
  });

  it("finds words deep in objects, under names with dots, as a list or alone", () => {
    const deep = { realm_access: { roles: ["a", "b", "a", 7, ""] } };
    const by = (groups: string) => ({ names: { ...names, groups } });
    expect(read(deep, {}, by("realm_access.roles")).words).toEqual(["a", "b"]);
    expect(read({ "https://x.example/groups": ["c"] }, {}, by("https://x.example/groups")).words).toEqual([
      "c",
    ]);
    expect(read({ groups: "solo" }).words).toEqual(["solo"]);
    expect(read({}, { groups: ["d"] }).words).toEqual(["d"]);
    expect(read({}).words).toEqual([]);
    expect(read({}, {}, by("__proto__.constructor")).words).toEqual([]);
  });

  it("tells no groups from groups that could not be said", () => {
    expect(read({ hasgroups: true }).words).toBeUndefined();
    expect(read({ _claim_names: { groups: "src1" }, _claim_sources: { src1: {} } }).words).toBeUndefined();
    expect(read({ _claim_names: { roles: "src1" } }).words).toEqual([]);
  });

  it("always finds a name to show, without signs that turn text around", () => {
    expect(read({ name: "A\u202Ena\u0000" }).name).toBe("Ana");
    expect(read({ given_name: "Ana", family_name: "Dias" }).name).toBe("Ana Dias");
    expect(read({ name: "  ", preferred_username: "adias" }).name).toBe("adias");
    expect(read({ name: 7 }).name).toBe("?");
  });

  it("refuses who has no subject or no issuer", () => {
    for (const broken of [
      { sub: "" },
      { sub: undefined },
      { sub: 7 },
      { sub: "x".repeat(301) },
      { iss: "" },
    ]) {
      expect(() => read(broken)).toThrow();
    }
  });
});
