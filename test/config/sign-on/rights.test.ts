import { applyRights, claimRights } from "../../../config/sign-on/rights.js";

const [desk, net] = ["01999d00-0000-7000-8000-000000000201", "01999d00-0000-7000-8000-000000000202"];
const rules = {
  onlyMapped: false,
  rules: [
    { claim: "it", role: "agent" as const, groupIds: [desk] },
    { claim: "leads", role: "supervisor" as const, groupIds: [] },
    { claim: "network", groupIds: [net, desk] },
  ],
};

describe("what the words of a provider give", () => {
  it("is the highest role and every group of the rules that fit, whatever their order", () => {
    expect(claimRights(rules, ["leads", "it", "unknown"])).toEqual({
      role: "supervisor",
      groupIds: [desk],
      isMapped: true,
    });
    expect(claimRights(rules, ["network"])).toEqual({
      role: undefined,
      groupIds: [net, desk],
      isMapped: true,
    });
    expect(claimRights(rules, [])).toEqual({ role: undefined, groupIds: [], isMapped: false });
  });

  it("fits whole words only", () => {
    expect(claimRights(rules, ["IT", "it ", "i", "its"]).isMapped).toBe(false);
  });

  const nothing = { role: undefined, groupIds: [] };

  it("goes when the provider takes it away", () => {
    const had = { role: "agent" as const, groupIds: [desk, net] };
    expect(applyRights(had, { role: "agent", groupIds: [desk] }, nothing)).toEqual({
      role: "requester",
      groupIds: [net],
    });
  });

  it("leaves alone what was given by hand", () => {
    const had = { role: "supervisor" as const, groupIds: [net] };
    expect(applyRights(had, nothing, nothing)).toEqual(had);
    expect(applyRights(had, nothing, { role: undefined, groupIds: [desk] })).toEqual({
      role: "supervisor",
      groupIds: [desk, net],
    });
  });

  it("is the provider's from the day it names it, also what somebody had before", () => {
    const had = { role: "admin" as const, groupIds: [desk] };
    const claimed = claimRights(rules, ["it"]);
    const has = applyRights(had, nothing, claimed);
    expect(has).toEqual({ role: "agent", groupIds: [desk] });
    expect(applyRights(has, claimed, nothing)).toEqual({ role: "requester", groupIds: [] });
  });
});
