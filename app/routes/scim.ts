import { z } from "zod";
import type { Provisioning } from "../../config/index.js";
import { type Answer, type Call, defineRoute, type Route } from "../../http/route.js";
import {
  groupsWhere,
  isWanted,
  pageOf,
  patchUser,
  personsWhere,
  pick,
  readGroup,
  readPatch,
  readUser,
  resourceTypes,
  type Scim,
  ScimRefusal,
  schemas,
  scimAnswerSchema,
  scimPath,
  scimQuerySchema,
  serviceProviderConfig,
  toAnswer,
  toGroup,
  toGroupChange,
  toList,
  toOne,
  toReplacement,
  toUser,
  versionOf,
} from "../scim/index.js";

export interface ScimRouteParts {
  readonly scim: Scim;
}

type Query = z.infer<typeof scimQuerySchema>;
type ReadCall = Call<Query, unknown>;

/** Directories send groups with all of their members. */
const maxBodyBytes = 2 * 1024 * 1024;

/** SCIM 2.0 (RFC 7643, 7644): a company's directory keeps its people and groups here; programs of the scope `scim`. */
export function scimRoutes({ scim }: ScimRouteParts): Route[] {
  return [...discoveryRoutes(scim), ...userRoutes(scim), ...groupRoutes(scim)];
}

function discoveryRoutes(scim: Scim): Route[] {
  return [
    reading(scim, "/ServiceProviderConfig", "SCIM: what the desk does of it", async () =>
      toAnswer(200, serviceProviderConfig(scim.baseUrl())),
    ),
    ...listed(scim, "/ResourceTypes", "SCIM: kinds of things", resourceTypes),
    ...listed(scim, "/Schemas", "SCIM: the attributes that are kept", schemas),
  ];
}

function listed(
  scim: Scim,
  path: string,
  summary: string,
  all: (baseUrl: string) => readonly { readonly id: string }[],
): Route[] {
  return [
    reading(scim, path, summary, async () => {
      const items = all(scim.baseUrl());
      return toList({ items, total: items.length });
    }),
    reading(scim, `${path}/:id`, `${summary}, one of them`, async ({ params }) => {
      const found = all(scim.baseUrl()).find(({ id }) => id === params.id);
      if (found === undefined) throw new ScimRefusal(404, undefined, `There is no ${params.id}.`);
      return toAnswer(200, found);
    }),
  ];
}

function userRoutes(scim: Scim): Route[] {
  const { provisioning } = scim;
  const show = (person: Awaited<ReturnType<Provisioning["person"]>>) => toUser(person, scim.baseUrl());
  return [
    reading(scim, "/Users", "SCIM: people whom the directory keeps here", async ({ query }) => {
      const page = pageOf(query);
      const { items, total } = await provisioning.people(personsWhere(query.filter), page);
      return toList({ items: items.map((one) => pick(show(one), query)), total }, page.skip);
    }),
    writing(scim, "post", "/Users", "SCIM: take a person in", async ({ body }, by) => {
      const person = await provisioning.addPerson(readUser(body), by);
      return toOne(show(person), { version: person.version, status: 201 });
    }),
    reading(scim, "/Users/:id", "SCIM: one person", async ({ params, query, headers }) => {
      const person = await provisioning.person(idOf(params));
      return toOne(show(person), { version: person.version, wanted: query, headers });
    }),
    writing(scim, "put", "/Users/:id", "SCIM: write a person anew", async (call, by) => {
      const said = readUser(call.body);
      const wish = { id: idOf(call.params), version: versionOf(call), change: () => said };
      const person = await provisioning.changePerson(wish, by);
      return toOne(show(person), { version: person.version });
    }),
    writing(
      scim,
      "patch",
      "/Users/:id",
      "SCIM: change a person, or let them in no more",
      async (call, by) => {
        const operations = readPatch(call.body);
        const wish = { id: idOf(call.params), version: versionOf(call) };
        const change: Parameters<Provisioning["changePerson"]>[0]["change"] = (said) =>
          patchUser(said, operations);
        const person = await provisioning.changePerson({ ...wish, change }, by);
        return toOne(show(person), { version: person.version });
      },
    ),
    writing(scim, "del", "/Users/:id", "SCIM: close a person's account for good", async (call, by) => {
      await provisioning.removePerson({ id: idOf(call.params), version: versionOf(call) }, by);
      return { status: 204 };
    }),
  ];
}

function groupRoutes(scim: Scim): Route[] {
  const { provisioning } = scim;
  const show = (group: Awaited<ReturnType<Provisioning["group"]>>) => toGroup(group, scim.baseUrl());
  const tell = async (id: string, status = 200): Promise<Answer> => {
    const group = await provisioning.group(id, { hasMembers: true });
    return toOne(show(group), { version: group.version, status });
  };
  return [
    reading(scim, "/Groups", "SCIM: groups of the directory", async ({ query }) => {
      const page = { ...pageOf(query), hasMembers: isWanted("members", query) };
      const { items, total } = await provisioning.groups(groupsWhere(query.filter), page);
      return toList({ items: items.map((one) => pick(show(one), query)), total }, page.skip);
    }),
    writing(scim, "post", "/Groups", "SCIM: take a group in", async ({ body }, by) =>
      tell((await provisioning.addGroup(readGroup(body), by)).id, 201),
    ),
    reading(scim, "/Groups/:id", "SCIM: one group", async ({ params, query, headers }) => {
      const group = await provisioning.group(idOf(params), { hasMembers: isWanted("members", query) });
      return toOne(show(group), { version: group.version, wanted: query, headers });
    }),
    writing(
      scim,
      "put",
      "/Groups/:id",
      "SCIM: write a group anew, with all of its members",
      async (call, by) => {
        const id = idOf(call.params);
        const change = toReplacement(readGroup(call.body));
        await provisioning.changeGroup({ id, version: versionOf(call), change }, by);
        return tell(id);
      },
    ),
    writing(
      scim,
      "patch",
      "/Groups/:id",
      "SCIM: rename a group, add and remove members",
      async (call, by) => {
        const change = toGroupChange(readPatch(call.body));
        await provisioning.changeGroup({ id: idOf(call.params), version: versionOf(call), change }, by);
        // With thousands of members the group is more than the change.
        return { status: 204 };
      },
    ),
    writing(scim, "del", "/Groups/:id", "SCIM: remove a group, and what it gave", async (call, by) => {
      await provisioning.removeGroup({ id: idOf(call.params), version: versionOf(call) }, by);
      return { status: 204 };
    }),
  ];
}

function reading(
  scim: Scim,
  path: string,
  summary: string,
  handle: (call: ReadCall) => Promise<Answer>,
): Route {
  return defineRoute({
    method: "get",
    path: scimPath + path,
    summary,
    who: "anyone",
    hasVersions: true,
    query: scimQuerySchema,
    answer: scimAnswerSchema,
    handle: (call) => scim.read(call, () => handle(call)),
  });
}

function writing(
  scim: Scim,
  method: "post" | "put" | "patch" | "del",
  path: string,
  summary: string,
  handle: (call: Call<unknown, unknown>, by: string) => Promise<Answer>,
): Route {
  const act = { method: method === "del" ? "delete" : method, path: scimPath + path };
  const isEmpty = method === "del" || (method === "patch" && path.startsWith("/Groups"));
  return defineRoute({
    method,
    path: act.path,
    summary,
    who: "anyone",
    hasVersions: true,
    maxBodyBytes,
    ...(isEmpty ? { success: 204 as const } : { answer: scimAnswerSchema }),
    ...(method === "post" ? { success: 201 as const } : {}),
    ...(method === "del" ? {} : { body: z.looseObject({}) }),
    handle: (call) => scim.write(call, act, ({ by }) => handle(call, by)),
  });
}

function idOf({ id = "" }: Readonly<Record<string, string>>): string {
  return id;
}
