import type { DemoAccount, DemoGroup } from "./shapes.js";

export const groupIds = {
  serviceDesk: "01999d00-0000-7000-8000-000000000201",
  network: "01999d00-0000-7000-8000-000000000202",
  applications: "01999d00-0000-7000-8000-000000000203",
  employees: "01999d00-0000-7000-8000-000000000204",
} as const;

/** Members of every group may ask by chat: the people of the desk are employees too. */
export const demoGroups: readonly DemoGroup[] = [
  { id: groupIds.serviceDesk, name: "Service Desk", takesAttendances: true, chatRequester: true },
  { id: groupIds.network, name: "Network", takesAttendances: true, chatRequester: true },
  { id: groupIds.applications, name: "Applications", takesAttendances: true, chatRequester: true },
  { id: groupIds.employees, name: "Employees", takesAttendances: false, chatRequester: true },
];

const requester = { role: "requester", availability: "available", capacity: 0 } as const;
const agent = { role: "agent", availability: "available", capacity: 5 } as const;

export const demoAccounts: readonly DemoAccount[] = [
  {
    ...requester,
    id: "01999d00-0000-7000-8000-000000000101",
    username: "ana",
    name: "Ana Souza",
    email: "ana.souza@example.com",
    location: "Lisbon, 3rd floor",
    locale: "pt",
    groupIds: [groupIds.employees],
  },
  {
    ...requester,
    id: "01999d00-0000-7000-8000-000000000102",
    username: "rui",
    name: "Rui Costa",
    email: "rui.costa@example.com",
    location: "Porto, warehouse",
    locale: "pt",
    groupIds: [groupIds.employees],
  },
  {
    ...agent,
    id: "01999d00-0000-7000-8000-000000000103",
    username: "bruno",
    name: "Bruno Lima",
    email: "bruno.lima@example.com",
    location: "Lisbon, ground floor",
    locale: "pt",
    groupIds: [groupIds.serviceDesk, groupIds.network],
  },
  {
    ...agent,
    id: "01999d00-0000-7000-8000-000000000104",
    username: "carla",
    name: "Carla Díaz",
    email: "carla.diaz@example.com",
    location: "Madrid",
    locale: "es",
    groupIds: [groupIds.serviceDesk],
  },
  {
    ...agent,
    id: "01999d00-0000-7000-8000-000000000105",
    username: "diego",
    name: "Diego Ramos",
    email: "diego.ramos@example.com",
    location: "Madrid",
    locale: "es",
    groupIds: [groupIds.applications],
  },
  {
    id: "01999d00-0000-7000-8000-000000000106",
    username: "admin",
    name: "Alex Morgan",
    email: "admin@example.com",
    location: "Lisbon, ground floor",
    role: "admin",
    locale: "en",
    availability: "available",
    capacity: 0,
    groupIds: [],
  },
];
