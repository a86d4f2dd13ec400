import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Secret } from "kubernetes-models/v1/Secret";
import { Service } from "kubernetes-models/v1/Service";
import { parse } from "yaml";
import { loadConfig } from "../../config/index.js";
import { buildChartRenderer, type ChartRenderer } from "../support/chart.js";

const folder = resolve(__dirname, "..", "..", "deploy", "helm", "deskhand");
const secrets = {
  DATABASE_URL: 'postgres://desk:p"w@db:5432/desk',
  REDIS_URL: "redis://redis:6379",
  SESSION_SECRET: "0123456789abcdef0123456789abcdef",
};
const models: Record<string, new (data: never) => { validate(): void }> = {
  ConfigMap,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  PodDisruptionBudget,
  Secret,
  Service,
};

interface Rendered extends Record<string, unknown> {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
}

let renderer: ChartRenderer;
const render = (values = {}) => renderer.render(folder, { secrets, ...values }) as Rendered[];
const kinds = (values = {}) => render(values).map(({ kind }) => kind);

/** What a cluster would say to it; `undefined` when it would take it. */
function refusalOf(resource: Rendered): string | undefined {
  const Model = models[resource.kind];
  if (Model === undefined) return `no schema for ${resource.kind}`;
  try {
    new Model(resource as never).validate();
    return undefined;
  } catch (error) {
    return `${resource.kind}: ${String(error)}`;
  }
}

function find<T>(resources: readonly Rendered[], kind: string): T {
  const found = resources.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`There is no ${kind}.`);
  return found as T;
}

interface Container {
  readonly name: string;
  readonly command?: readonly string[];
  readonly image: string;
  readonly envFrom: readonly { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  readonly readinessProbe?: { readonly httpGet: { readonly path: string } };
}
interface DeploymentLike {
  readonly spec: {
    readonly replicas?: number;
    readonly template: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: {
        readonly containers: readonly [Container];
        readonly initContainers: readonly [Container];
        readonly securityContext: Readonly<Record<string, unknown>>;
        readonly terminationGracePeriodSeconds: number;
        readonly volumes: readonly { readonly name: string }[];
      };
    };
  };
}

describe("the Helm chart (issue 7)", () => {
  beforeAll(() => {
    renderer = buildChartRenderer();
  });
  afterAll(() => renderer.discard());

  it("renders what Kubernetes takes, whatever is switched on", () => {
    const everything = {
      ingress: { enabled: true, className: "nginx", tlsSecret: "tls" },
      autoscaling: { enabled: false },
      image: { pullSecrets: [{ name: "registry" }], tag: "1.2.3" },
      podAnnotations: { team: "desk" },
      nodeSelector: { disk: "ssd" },
      tolerations: [{ key: "desk", operator: "Exists" }],
      service: { annotations: { a: "b" } },
    };

    expect([...render(), ...render(everything)].map(refusalOf).filter((one) => one !== undefined)).toEqual(
      [],
    );
    // The schemas find what is wrong, or the line above shows nothing.
    const wrong = find<Rendered & DeploymentLike>(render(), "Deployment");
    expect(refusalOf({ ...wrong, spec: { ...wrong.spec, replicas: "two" } })).toContain("replicas");
    expect(kinds().toSorted()).toEqual(
      [
        "ConfigMap",
        "Deployment",
        "HorizontalPodAutoscaler",
        "PodDisruptionBudget",
        "Secret",
        "Service",
      ].toSorted(),
    );
    expect(kinds(everything)).toContain("Ingress");
    expect(kinds(everything)).not.toContain("HorizontalPodAutoscaler");
    expect(kinds({ serviceMonitor: { enabled: true } })).toContain("ServiceMonitor");
  });

  it("gives nodes settings with which they start", () => {
    const resources = render();
    const { data } = find<{ data: Record<string, string> }>(resources, "ConfigMap");
    const { stringData } = find<{ stringData: Record<string, string> }>(resources, "Secret");

    const loaded = loadConfig({ ...data, ...stringData });

    expect(loaded).toMatchObject({ ok: true });
    expect(loaded.ok && loaded.config.secrets.databaseUrl).toBe(secrets.DATABASE_URL);
    expect(loaded.ok && loaded.config.server).toMatchObject({ drainMs: 15_000, trustedProxies: 1 });
  });

  it("asks for secrets, or takes a Secret that is there", () => {
    expect(() => renderer.render(folder)).toThrow("secrets.DATABASE_URL is needed");

    const resources = renderer.render(folder, { existingSecret: "mine" }) as Rendered[];
    const { spec } = find<DeploymentLike>(resources, "Deployment").spec.template;
    expect(resources.map(({ kind }) => kind)).not.toContain("Secret");
    for (const { envFrom } of [...spec.containers, ...spec.initContainers]) {
      expect(envFrom).toContainEqual({ secretRef: { name: "mine" } });
    }
  });

  it("runs as nobody, on a file system that is read-only, migrates first and drains in time", () => {
    const { spec } = find<DeploymentLike>(render(), "Deployment").spec.template;

    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
    for (const container of [...spec.containers, ...spec.initContainers]) {
      expect(container.securityContext).toMatchObject({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      });
      const volumes = spec.volumes.map(({ name }) => name);
      for (const { name } of container.volumeMounts) expect(volumes).toContain(name);
    }
    expect(spec.initContainers[0].command).toEqual(["node", "bin/deskhand.mjs", "migrate"]);
    expect(spec.containers[0].readinessProbe?.httpGet.path).toBe("/readyz");
    expect(spec.terminationGracePeriodSeconds).toBe(45);
  });

  it("selects its own nodes with every selector", () => {
    const resources = render();
    const { labels } = find<DeploymentLike>(resources, "Deployment").spec.template.metadata;
    const selectors = resources.flatMap(({ kind, spec }) => {
      const { selector } = (spec ?? {}) as { selector?: Record<string, unknown> };
      const wanted = (selector?.matchLabels ?? selector) as Record<string, string> | undefined;
      return wanted === undefined ? [] : [{ kind, wanted }];
    });

    expect(selectors.map(({ kind }) => kind).toSorted()).toEqual([
      "Deployment",
      "PodDisruptionBudget",
      "Service",
    ]);
    for (const { wanted } of selectors) expect(labels).toMatchObject(wanted);
  });

  it("has the desk's version", () => {
    const chart = parse(readFileSync(join(folder, "Chart.yaml"), "utf8"));
    const { version } = JSON.parse(readFileSync(resolve(__dirname, "..", "..", "package.json"), "utf8"));

    expect(chart).toMatchObject({ apiVersion: "v2", appVersion: version, version });
  });
});
