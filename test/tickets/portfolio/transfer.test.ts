import { newId } from "../../../store/index.js";
import { createPortfolioAdmin, type PortfolioAdmin } from "../../../tickets/index.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";
import { openDesk, type TestDesk } from "../desk.js";

const formats = ["json", "csv"] as const;

describe.each(engines)("import and export of the portfolio on %s", (engine) => {
  let store: TestStore;
  let desk: TestDesk;
  let portfolio: PortfolioAdmin;
  beforeAll(async () => {
    store = await openTestStore(engine);
    desk = await openDesk(store);
    portfolio = createPortfolioAdmin({
      store,
      now: () => desk.clock.now,
      changed: () => desk.catalog.changed(),
    });
  });
  beforeEach(async () => {
    for (const table of [
      "ticket_event",
      "ticket",
      "permitted_group",
      "activity",
      "service",
      "catalog",
    ] as const)
      await store.db.deleteFrom(table).execute();
    await desk.reset();
  });
  afterAll(() => store.discard());

  const run = (content: string, format: "json" | "csv" = "csv", dryRun = false) =>
    portfolio.import({ content, format, dryRun }, desk.bruno.accountId);
  const table = (...lines: readonly string[]) => lines.join("\n");

  it.each(formats)("takes its own %s export back without changing anything", async (format) => {
    const before = await portfolio.read();

    const report = await run(await portfolio.export(format), format);

    expect(report).toEqual({ dryRun: false, created: 0, updated: 0, unchanged: 6, refused: [] });
    expect(await portfolio.read()).toEqual(before);
  });

  it.each(formats)("brings the whole portfolio to an empty desk by %s, with the same ids", async (format) => {
    const before = await portfolio.read();
    const file = await portfolio.export(format);
    for (const name of ["activity", "service", "catalog", "origin", "contract"] as const)
      await store.db.deleteFrom(name).execute();

    const report = await run(file, format);

    expect(report).toMatchObject({ created: 6, refused: [] });
    expect(await portfolio.read()).toEqual(before);
  });

  it("changes only what the columns of a CSV file name", async () => {
    const before = await portfolio.read();

    const report = await run(table("type,key,via_chat", `activity,${desk.ids.request},no`));

    expect(report).toMatchObject({ updated: 1, refused: [] });
    const after = await portfolio.read();
    const change = (id: string) => (id === desk.ids.request ? { viaChat: false } : {});
    expect(after.activities).toEqual(before.activities.map((one) => ({ ...one, ...change(one.id) })));
    expect(await desk.catalog.activityFor(desk.ana, desk.ids.request, "en")).toBeUndefined();
  });

  it("makes new items by their keys, finds them again by them, and doubles nothing when run again", async () => {
    const file = table(
      "type,key,parent,kind,name_en,name_pt,via_chat,samples_en,group,permitted_groups",
      'activity,camera,devices,request,Borrow a camera,Pedir uma câmera,sim,"i need a camera\nlend me a camera",service desk,',
      "service,devices,workplace,,Devices,,yes,,,Employees",
      "catalog,workplace,,,Workplace,,yes,,,Employees|Network",
    );

    const first = await run(file);
    const again = await run(file);

    expect(first).toMatchObject({ created: 3, updated: 0, refused: [] });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3, refused: [] });
    const { activities, services, catalogs } = await portfolio.read();
    const camera = activities.find(({ key }) => key === "camera");
    const devices = services.find(({ key }) => key === "devices");
    expect(camera).toMatchObject({
      name: { en: "Borrow a camera", pt: "Pedir uma câmera" },
      description: { en: "Borrow a camera" },
      status: "active",
      groupId: desk.groups.desk,
      serviceId: devices?.id,
      samples: { en: ["i need a camera", "lend me a camera"] },
    });
    expect(catalogs.find(({ key }) => key === "workplace")?.groupIds).toHaveLength(2);
  });

  it("tells which rows it refused and why, takes the others, and refuses what hangs on a refused one", async () => {
    const report = await run(
      table(
        "type,key,parent,kind,name_en,via_chat,permitted_groups,fields",
        "catalog,new,,,New,yes,,",
        "catalog,new,,,New again,yes,,",
        "catalog,mute,,,Mute,,,",
        "service,lost,nowhere,,Lost,yes,,",
        "activity,child,lost,request,Child,yes,,",
        "service,stranger,new,,Stranger,yes,Employees,",
        `activity,asks,${desk.ids.service},incident,Asks,perhaps,,not json`,
        "article,x,,,X,yes,,",
        "catalog,has space,,,Y,yes,Nobody,",
      ),
    );

    expect(report).toMatchObject({ created: 1, updated: 0 });
    const reasons = Object.fromEntries(
      report.refused.map((one) => [`${one.at} ${one.key}`, one.reasons.join(" ")]),
    );
    expect(reasons).toEqual({
      "line 3 new": "This key stands in line 2 already.",
      "line 4 mute": expect.stringContaining("viaChat"),
      "line 5 lost": 'There is no catalog with the key "nowhere".',
      "line 6 child": 'There is no service with the key "lost".',
      "line 7 stranger": expect.stringContaining("Employees"),
      "line 8 asks": expect.stringMatching(/viaChat.*fields/s),
      "line 9 x": expect.stringContaining('no type "article"'),
      "line 10 has space": expect.stringContaining("key"),
    });
  });

  it("changes nothing when only asked what would happen", async () => {
    const before = await portfolio.read();

    const report = await run(table("type,key,name_en", "origin,phone,Phone"), "csv", true);

    expect(report).toEqual({ dryRun: true, created: 1, updated: 0, unchanged: 0, refused: [] });
    expect(await portfolio.read()).toEqual(before);
  });

  it.each([
    ["csv", "kind,key\nx,y", "type"],
    ["csv", "type,key,colour\norigin,a,b", "colour"],
    ["csv", 'type,key\norigin,"a', "quotation mark"],
    ["json", "{", "not JSON"],
    ["json", '{"format":"other"}', "not a portfolio file"],
    ["json", '{"format":"deskhand-portfolio","version":1,"tickets":[]}', "tickets"],
  ] as const)("refuses a file that is none: %s %j", async (format, content, reason) => {
    await expect(run(content, format)).rejects.toMatchObject({
      code: "portfolio/refused",
      message: expect.stringContaining(reason),
    });
  });

  it("tells of every property of JSON that does not fit", async () => {
    const file = {
      format: "deskhand-portfolio",
      version: 1,
      origins: [{ key: "a", name: "A", color: "red" }, { key: "b", name: 7 }, { name: "C" }],
    };

    const report = await run(JSON.stringify(file), "json");

    expect(report.refused.map(({ at }) => at)).toEqual(["origins[0]", "origins[1]", "origins[2]"]);
    expect(report.refused[0]?.reasons.join()).toContain("color");
  });

  it("exports no cell that a spreadsheet would run (S35)", async () => {
    const id = newId();
    await portfolio.create(
      { type: "origin", id, form: { name: '=HYPERLINK("http://x")' } },
      desk.bruno.accountId,
    );

    const file = await portfolio.export("csv");

    expect(file).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(await run(file)).toMatchObject({ updated: 0, refused: [] });
    await portfolio.remove("origin", id, desk.bruno.accountId);
  });
});
