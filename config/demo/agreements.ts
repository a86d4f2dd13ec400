import { groupIds } from "./people.js";
import {
  accessService,
  applicationsService,
  computersService,
  emailService,
  networkService,
  peopleService,
  phonesService,
  printingService,
  securityService,
} from "./services/index.js";

const standardId = "01999d00-0000-7000-8000-000000000901";
const securityId = "01999d00-0000-7000-8000-000000000902";
const urgentId = "01999d00-0000-7000-8000-000000000903";

const services = [
  computersService,
  printingService,
  phonesService,
  accessService,
  emailService,
  networkService,
  securityService,
  applicationsService,
  peopleService,
];

/** Targets are minutes; all of them have the chat capability, so that every ticket can be talked about. */
export const demoAgreements = [
  {
    id: standardId,
    name: "Standard support",
    serviceIds: services.map(({ id }) => id),
    targets: {
      critical: { responseMinutes: 15, resolutionMinutes: 240 },
      high: { responseMinutes: 30, resolutionMinutes: 480 },
      medium: { responseMinutes: 60, resolutionMinutes: 1440 },
      low: { responseMinutes: 240, resolutionMinutes: 4320 },
    },
  },
  {
    id: securityId,
    name: "Security incidents",
    serviceIds: [securityService.id],
    targets: {
      critical: { responseMinutes: 5, resolutionMinutes: 120 },
      high: { responseMinutes: 10, resolutionMinutes: 240 },
      medium: { responseMinutes: 15, resolutionMinutes: 480 },
      low: { responseMinutes: 60, resolutionMinutes: 1440 },
    },
  },
  {
    id: urgentId,
    name: "Urgent network faults",
    serviceIds: [networkService.id],
    targets: {
      critical: { responseMinutes: 10, resolutionMinutes: 120 },
      high: { responseMinutes: 20, resolutionMinutes: 240 },
    },
  },
] as const;

/** Each incident about security comes with its own agreement. */
export const demoOfferings = securityService.activities
  .filter(({ kind }) => kind === "incident")
  .map(({ id }, at) => ({
    id: `01999d00-0000-7000-8000-00000000091${at}`,
    activityId: id,
    defaultServiceId: securityService.id,
    agreementIds: [securityId],
  }));

export const demoRules = [
  {
    name: "Network faults that stop people from working",
    conditions: [
      { field: "group", operator: "is", values: [groupIds.network] },
      { field: "priority", operator: "is", values: ["critical", "high"] },
    ],
    agreementId: urgentId,
  },
] as const;

export const demoCompletionCodes = [
  {
    id: "01999d00-0000-7000-8000-000000000921",
    name: { en: "Solved", es: "Resuelto", pt: "Resolvido" },
  },
  {
    id: "01999d00-0000-7000-8000-000000000922",
    name: {
      en: "The requester no longer answers",
      es: "El solicitante ya no responde",
      pt: "O solicitante não responde mais",
    },
  },
  {
    id: "01999d00-0000-7000-8000-000000000923",
    name: { en: "Goes on in the ticket", es: "Sigue en el ticket", pt: "Continua no ticket" },
  },
  {
    id: "01999d00-0000-7000-8000-000000000924",
    name: {
      en: "No fault was found",
      es: "No se encontró ningún fallo",
      pt: "Nenhuma falha foi encontrada",
    },
  },
] as const;
