import { z } from "zod";
import type { Directory } from "../../config/index.js";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  groupFormSchema,
  idSchema,
  listedGroupSchema,
  listedPersonSchema,
  newPersonSchema,
  passwordFormSchema,
  peopleQuerySchema,
  personFormSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import { photoRoutes } from "./photos.js";

export interface PeopleRouteParts {
  readonly directory: Directory;
}

/** Accounts and groups, as admins keep them. */
export function peopleRoutes({ directory }: PeopleRouteParts): Route[] {
  return [...accountRoutes(directory), ...photoRoutes(directory), ...groupRoutes(directory)];
}

function accountRoutes(directory: Directory): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/accounts",
      summary: "Accounts by user name; q searches names and addresses",
      who: "admin",
      query: peopleQuerySchema,
      answer: z.object({ items: z.array(listedPersonSchema), next: z.string().optional() }),
      handle: async ({ query }) => ({ body: await directory.people(query) }),
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/accounts",
      summary: "Make an account",
      who: "admin",
      success: 201,
      body: newPersonSchema,
      answer: listedPersonSchema,
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await directory.createPerson(body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/accounts/:id",
      summary: "One account",
      who: "admin",
      answer: listedPersonSchema,
      handle: async ({ params }) => ({ body: await directory.person(accountId(params.id)) }),
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/accounts/:id",
      summary: "Change an account: name, role, groups, capacity, active or not",
      who: "admin",
      body: personFormSchema,
      answer: listedPersonSchema,
      handle: async ({ principal, params, body }) => ({
        body: await directory.updatePerson(accountId(params.id), body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/accounts/:id/password",
      summary: "Set a password; ends all sessions of the account",
      who: "admin",
      success: 204,
      body: passwordFormSchema,
      handle: async ({ principal, params, body }) => {
        const by = requirePrincipal(principal).accountId;
        await directory.setPassword(accountId(params.id), body.password, by);
        return { status: 204 };
      },
    }),
  ];
}

function groupRoutes(directory: Directory): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/groups/details",
      summary: "Groups with what their members may do and how many they are",
      who: "admin",
      answer: z.object({ items: z.array(listedGroupSchema) }),
      handle: async () => ({ body: { items: await directory.groups() } }),
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/groups",
      summary: "Make a group",
      who: "admin",
      success: 201,
      body: groupFormSchema,
      answer: listedGroupSchema,
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await directory.createGroup(body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/groups/:id",
      summary: "One group with what its members may do",
      who: "admin",
      answer: listedGroupSchema,
      handle: async ({ params }) => {
        const id = groupId(params.id);
        const found = (await directory.groups()).find((group) => group.id === id);
        if (found === undefined) throw new AppError("group/not-found", "There is no such group.");
        return { body: found };
      },
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/groups/:id",
      summary: "Change a group; holds at once on every node",
      who: "admin",
      body: groupFormSchema,
      answer: listedGroupSchema,
      handle: async ({ principal, params, body }) => ({
        body: await directory.updateGroup(groupId(params.id), body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "del",
      path: "/api/v1/groups/:id",
      summary: "Remove a group that nothing uses",
      who: "admin",
      success: 204,
      handle: async ({ principal, params }) => {
        await directory.removeGroup(groupId(params.id), requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
  ];
}

function accountId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("account/not-found", "There is no such account.");
  return id.data;
}

function groupId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("group/not-found", "There is no such group.");
  return id.data;
}
