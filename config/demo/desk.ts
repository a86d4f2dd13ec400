import { demoContract, demoOrigins, demoParameters } from "./parameters.js";
import { demoAccounts, demoGroups } from "./people.js";
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
import type { DemoCatalog } from "./shapes.js";
import { demoTemplates } from "./templates.js";

const catalogs: readonly DemoCatalog[] = [
  {
    id: "01999d00-0000-7000-8000-000000000501",
    name: { en: "Workplace", es: "Puesto de trabajo", pt: "Posto de trabalho" },
    description: {
      en: "The devices you work with",
      es: "Los dispositivos con los que trabaja",
      pt: "Os dispositivos com que você trabalha",
    },
    services: [computersService, printingService, phonesService],
  },
  {
    id: "01999d00-0000-7000-8000-000000000502",
    name: { en: "Access and communication", es: "Acceso y comunicación", pt: "Acesso e comunicação" },
    description: {
      en: "Accounts, e-mail, network and security",
      es: "Cuentas, correo, red y seguridad",
      pt: "Contas, e-mail, rede e segurança",
    },
    services: [accessService, emailService, networkService, securityService],
  },
  {
    id: "01999d00-0000-7000-8000-000000000503",
    name: { en: "Business and people", es: "Negocio y personas", pt: "Negócio e pessoas" },
    description: {
      en: "Applications of the business, new and leaving colleagues",
      es: "Aplicaciones de negocio, altas y bajas de personal",
      pt: "Aplicações de negócio, entrada e saída de colegas",
    },
    services: [applicationsService, peopleService],
  },
];

/** A believable IT desk in three languages; every id is fixed, so that a link or a test can name it. */
export const demoDesk = {
  /** Of every demo account. */
  password: "demo",
  accounts: demoAccounts,
  groups: demoGroups,
  origins: demoOrigins,
  contract: demoContract,
  parameters: demoParameters,
  templates: demoTemplates,
  catalogs,
} as const;
