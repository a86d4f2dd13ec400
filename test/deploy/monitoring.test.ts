import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import { parse } from "yaml";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { Talk } from "../support/desk-client.js";

const deploy = resolve(__dirname, "..", "..", "deploy");
const read = (path: string) => readFileSync(join(deploy, path), "utf8");

interface Panel {
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string }[];
}

const { panels }: { panels: Panel[] } = JSON.parse(read("grafana/deskhand.json"));
const {
  groups,
}: { groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[] } = parse(
  read("prometheus/alerts.yml"),
);
const alerts = groups.flatMap(({ rules }) => rules);
const expressions = [
  ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
  ...alerts.map(({ expr }) => expr),
];

/** Series and labels an expression asks for, and the places where it is no PromQL. */
function readQuery(expression: string) {
  const names: string[] = [];
  const labels: string[] = [];
  const faults: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ name, from, to, type, node }) => {
      const text = expression.slice(from, to);
      if (type.isError) faults.push(`${expression} at ${from}`);
      if (name === "Identifier" && node.parent?.name === "VectorSelector") names.push(text);
      if (name === "LabelName") labels.push(text);
    },
  });
  return { names, labels, faults };
}

describe("the dashboard and the alerts (issue 7)", () => {
  let desk: RunningDesk;
  let scraped: string;

  beforeAll(async () => {
    desk = await startDesk();
    const ana = await desk.connect("ana");
    await (await Talk.begin(ana)).say("Hello");
    await (await fetch(`${desk.url}/healthz`)).text();
    scraped = await (await fetch(`${desk.url}/metrics`)).text();
  });
  afterAll(() => desk.stop());

  it("ask in PromQL, and find every fault in it", () => {
    expect(expressions.length).toBeGreaterThan(30);
    expect(expressions.flatMap((one) => readQuery(one).faults)).toEqual([]);
    expect(readQuery("sum(rate(x[5m])").faults).not.toEqual([]);
  });

  it("name only series and labels that a desk serves", () => {
    const served = new Set(scraped.match(/^[a-z_:0-9]+(?=[{ ])/gim));
    // Made by Prometheus itself, or by the sample's own values.
    const ofPrometheus = ["up", "instance", "job", "le"];
    const labels = new Set([...scraped.matchAll(/[{,]([a-z_]+)="/g)].map(([, label]) => label));
    // These have a line only where there is something to count.
    const seldom = ["deskhand_deflection_ratio", "deskhand_agreement_breaches"];
    const declared = new Set([...scraped.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));

    const asked = expressions.map(readQuery);
    const unknown = asked.flatMap(({ names }) =>
      names.filter((name) => !served.has(name) && !ofPrometheus.includes(name) && !seldom.includes(name)),
    );
    const unknownLabels = asked.flatMap((one) =>
      one.labels.filter((label) => !labels.has(label) && !ofPrometheus.includes(label)),
    );

    expect(unknown).toEqual([]);
    expect(unknownLabels).toEqual([]);
    expect(seldom.filter((name) => !declared.has(name))).toEqual([]);
  });

  it("show what issue 7 asks for: queue, waits, reasons, deflection, turns, acks, lag", () => {
    const shown = new Set(
      panels.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => readQuery(expr).names)),
    );

    for (const name of [
      "deskhand_queue_depth",
      "deskhand_oldest_wait_seconds",
      "deskhand_hand_overs",
      "deskhand_deflection_ratio",
      "deskhand_turn_seconds_bucket",
      "deskhand_socket_request_seconds_bucket",
      "deskhand_nodejs_eventloop_lag_p99_seconds",
    ])
      expect(shown).toContain(name);
  });

  it("lay no panel over another, and say in every alert what happened", () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)}:${y + Math.floor(at / w)}`),
    );

    expect(new Set(cells).size).toBe(cells.length);
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
    for (const { annotations } of alerts) expect(annotations.summary).toMatch(/\.$/);
  });
});
