import { groupIds } from "../../../config/demo/people.js";
import { emailService, networkService } from "../../../config/demo/services/index.js";
import type { AgreementForm, AgreementRule, OfferingForm, Ticket } from "../../../contract/index.js";
import { createTranslate } from "../../../web/texts/index.js";
import { recordsTexts } from "../../../web/texts/records/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";

const activityId = "01999d00-0000-7000-8000-000000000713";
const say = createTranslate(recordsTexts, "en");
const off = { chat: "no-agreement", why: "Off: no agreement of this ticket includes the chat." };

/** What an admin sets, what it makes of a new ticket, and what staff read there about it. */
describe("the chat of a request", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  let ana: DeskClient;
  let made = 0;
  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.connect("admin");
    ana = await desk.connect("ana");
    await rule();
    for (const { id } of await list("offerings")) await remove("offerings", id);
    await makeOther();
  });
  afterAll(() => desk.stop());
  beforeEach(async () => {
    await rule();
    for (const { id, activityId: of } of await list("offerings"))
      if (of === activityId) await remove("offerings", id);
    for (const { id, name } of await list("agreements")) if (name !== "Other") await remove("agreements", id);
  });

  async function list(what: string): Promise<{ id: string; name: string; activityId?: string }[]> {
    const { body } = await admin.rest("GET", `/api/v1/${what}`);
    return (body as { items: { id: string; name: string; activityId?: string }[] }).items;
  }
  async function remove(what: string, id: string): Promise<void> {
    // Tickets of the demo desk keep what they fall under: it is switched off then.
    const { status } = await admin.rest("DELETE", `/api/v1/${what}/${id}`);
    if (status === 204) return;
    await admin.rest("PUT", `/api/v1/${what}/${id}`, { ...form({ name: `Past ${id}` }), isActive: false });
  }
  const form = (part: Partial<AgreementForm>): AgreementForm => ({
    name: "Gold",
    isActive: true,
    isChatEnabled: true,
    serviceIds: [],
    targets: {},
    ...part,
  });
  async function agreement(part: Partial<AgreementForm> = {}): Promise<string> {
    const { status, body } = await admin.rest("POST", "/api/v1/agreements", form(part));
    expect(status).toBe(201);
    return (body as { id: string }).id;
  }
  /** The desk has agreements in every test, or it would be governed by none. */
  const makeOther = () => agreement({ name: "Other", serviceIds: [networkService.id] });
  async function offering(part: Partial<OfferingForm>): Promise<string> {
    const { status, body } = await admin.rest("POST", "/api/v1/offerings", { activityId, ...part });
    expect(status).toBe(201);
    return (body as { id: string }).id;
  }
  async function rule(...rules: AgreementRule[]): Promise<void> {
    const { version } = (await admin.rest("GET", "/api/v1/agreement-rules")).body as { version: number };
    expect((await admin.rest("PUT", "/api/v1/agreement-rules", { version, rules })).status).toBe(200);
  }
  const ofService = (agreementId: string, name = "Mail is down"): AgreementRule => ({
    name,
    agreementId,
    conditions: [
      { field: "service", operator: "is", values: [emailService.id] },
      { field: "requester-group", operator: "is", values: [groupIds.employees] },
    ],
  });

  /** A new ticket of Ana about her mail: whether she may chat about it, and the reason as staff read it. */
  async function opened(): Promise<{ chat: string; why: string }> {
    made += 1;
    const request = { activityId, description: `No mail ${made}`, fields: { since: "today" } };
    const { status, body } = await ana.rest("POST", "/api/v1/tickets", request);
    expect({ status, body }).toMatchObject({ status: 201 });
    const { number, chat } = body as Ticket;
    const seen = (await admin.rest("GET", `/api/v1/tickets/${number}?locale=en`)).body as Ticket;
    const level = seen.serviceLevel?.chat;
    if (level === undefined) throw new Error("Staff are told nothing about the chat.");
    const names = { agreement: level.agreement ?? "", by: level.by ?? "" };
    const isOn = level.isEnabled && level.via !== "none";
    return { chat, why: isOn ? say(`chat.on.${level.via as "rule"}`, names) : say("chat.off") };
  }
  const on = (why: string) => ({ chat: "open", why: `On: ${why}` });

  it("is on by an agreement that its offering brings, whatever services it covers (S3-3)", async () => {
    const id = await agreement();
    expect(await opened()).toEqual(off);

    await offering({ agreementIds: [id] });

    expect(await opened()).toEqual(on("the offering comes with “Gold”."));
  });

  it("is on by an agreement that a business rule brings; the first rule that holds is named (S3-3, S3-9)", async () => {
    const id = await agreement();
    const never = {
      ...ofService(id, "Requests"),
      conditions: [{ field: "kind", operator: "is", values: ["request"] }],
    };
    await rule(never as AgreementRule, ofService(id), ofService(id, "Later"));

    expect(await opened()).toEqual(on("the rule “Mail is down” brings “Gold”."));

    await rule(never as AgreementRule);
    expect(await opened()).toEqual(off);
  });

  it("asks for the actual service only where nothing direct has the chat, and falls through a direct one without it (S3-4)", async () => {
    const [direct, quiet] = [await agreement(), await agreement({ name: "Quiet", isChatEnabled: false })];
    await agreement({ name: "Mail", serviceIds: [emailService.id] });
    const id = await offering({ agreementIds: [direct], defaultServiceId: emailService.id });
    expect(await opened()).toEqual(on("the offering comes with “Gold”."));

    const form = { activityId, agreementIds: [quiet], defaultServiceId: emailService.id };
    expect((await admin.rest("PUT", `/api/v1/offerings/${id}`, form)).status).toBe(200);

    expect(await opened()).toEqual(on("“Mail” covers the service “E-mail, calendar and calls”."));
  });

  it("is off where neither a direct agreement nor one of its service has it (S3-4)", async () => {
    const quiet = await agreement({ name: "Quiet", isChatEnabled: false, serviceIds: [emailService.id] });
    await offering({ agreementIds: [quiet], defaultServiceId: emailService.id });

    expect(await opened()).toEqual(off);
  });

  it("follows the switch of the agreement, for what is opened from then on (S3-5)", async () => {
    const id = await agreement({ serviceIds: [emailService.id], isChatEnabled: false });
    const turn = (isChatEnabled: boolean) =>
      admin.rest("PUT", `/api/v1/agreements/${id}`, form({ serviceIds: [emailService.id], isChatEnabled }));
    expect(await opened()).toEqual(off);

    await turn(true);
    expect(await opened()).toEqual(on("“Gold” covers the service “E-mail, calendar and calls”."));
    await turn(false);
    expect(await opened()).toEqual(off);
  });

  it("hangs on every link from request to offering, service, agreement and capability (S3-6)", async () => {
    const covering = form({ serviceIds: [emailService.id] });
    const id = await agreement(covering);
    const offeringId = await offering({ defaultServiceId: emailService.id });
    const save = (what: string, of: string, body: object) => admin.rest("PUT", `/api/v1/${what}/${of}`, body);
    const links = [
      [
        () => save("agreements", id, { ...covering, isChatEnabled: false }),
        () => save("agreements", id, covering),
      ],
      [() => save("agreements", id, { ...covering, serviceIds: [] }), () => save("agreements", id, covering)],
      [
        () => save("offerings", offeringId, { activityId }),
        () => save("offerings", offeringId, { activityId, defaultServiceId: emailService.id }),
      ],
    ] as const;
    for (const [cut, mend] of links) {
      expect((await cut()).status).toBe(200);
      expect(await opened()).toEqual(off);
      expect((await mend()).status).toBe(200);
      expect(await opened()).toMatchObject({ chat: "open" });
    }
  });

  it("needs the service of the request to be part of the agreement (S3-7)", async () => {
    const id = await agreement({ serviceIds: [networkService.id] });
    expect(await opened()).toEqual(off);

    const both = form({ serviceIds: [networkService.id, emailService.id] });
    await admin.rest("PUT", `/api/v1/agreements/${id}`, both);

    expect(await opened()).toEqual(on("“Gold” covers the service “E-mail, calendar and calls”."));
  });

  it("needs that service to be the default one of the offering, where there is an offering (S3-8)", async () => {
    await agreement({ serviceIds: [emailService.id] });
    expect(await opened()).toMatchObject({ chat: "open" });

    const id = await offering({});
    expect(await opened()).toEqual(off);
    await admin.rest("PUT", `/api/v1/offerings/${id}`, { activityId, defaultServiceId: emailService.id });
    expect(await opened()).toMatchObject({ chat: "open" });

    // What the request is really about is the service its offering names.
    await admin.rest("PUT", `/api/v1/offerings/${id}`, { activityId, defaultServiceId: networkService.id });

    expect(await opened()).toEqual(on("“Other” covers the service “Network and remote work”."));
  });

  it("names the offering before the rule where both bring an agreement, and needs only one of them (S3-9)", async () => {
    const [byOffering, byRule] = [await agreement(), await agreement({ name: "Silver" })];
    const id = await offering({ agreementIds: [byOffering] });
    await rule(ofService(byRule));
    expect(await opened()).toEqual(on("the offering comes with “Gold”."));

    await admin.rest("PUT", `/api/v1/offerings/${id}`, { activityId });

    expect(await opened()).toEqual(on("the rule “Mail is down” brings “Silver”."));
  });

  it("does not come from an agreement that is inactive, has not begun or is over (S3-4)", async () => {
    const day = 24 * 3_600_000;
    const id = await agreement({ serviceIds: [emailService.id] });
    const put = (part: Partial<AgreementForm>) =>
      admin.rest("PUT", `/api/v1/agreements/${id}`, form({ serviceIds: [emailService.id], ...part }));

    for (const part of [
      { isActive: false },
      { activeFrom: Date.now() + day },
      { activeFrom: Date.now() - 2 * day, activeTo: Date.now() - day },
    ]) {
      expect((await put(part)).status).toBe(200);
      expect(await opened()).toEqual(off);
    }
    await put({ activeFrom: Date.now() - day, activeTo: Date.now() + day });
    expect(await opened()).toMatchObject({ chat: "open" });
  });
});
