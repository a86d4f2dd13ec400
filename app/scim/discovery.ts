import { urns } from "./attributes.js";

export const resultsMost = 200;

const serviceProviderUrn = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
const resourceTypeUrn = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
const schemaUrn = "urn:ietf:params:scim:schemas:core:2.0:Schema";

/** What of SCIM the desk does. */
export function serviceProviderConfig(baseUrl: string): object {
  return {
    schemas: [serviceProviderUrn],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: resultsMost },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: "oauthbearertoken",
        name: "A token of the desk",
        description: "A token with the scope scim, made under Administration → Integrations",
        primary: true,
      },
    ],
    meta: { resourceType: "ServiceProviderConfig", location: `${baseUrl}/ServiceProviderConfig` },
  };
}

export function resourceTypes(baseUrl: string): { readonly id: string }[] {
  const type = (id: "User" | "Group", more: object) => ({
    schemas: [resourceTypeUrn],
    id,
    name: id,
    endpoint: `/${id}s`,
    ...more,
    meta: { resourceType: "ResourceType", location: `${baseUrl}/ResourceTypes/${id}` },
  });
  return [
    type("User", {
      description: "People whose accounts the directory keeps",
      schema: urns.user,
      schemaExtensions: [{ schema: urns.enterprise, required: false }],
    }),
    type("Group", { description: "Groups that give rights by the rules of the desk", schema: urns.group }),
  ];
}

interface Attribute {
  readonly name: string;
  readonly type: "string" | "boolean" | "complex" | "reference";
  readonly description: string;
  readonly more?: object;
}

/** The attributes that the desk keeps, as SCIM describes them; others are taken and passed over. */
export function schemas(baseUrl: string): { readonly id: string }[] {
  const schema = (id: string, name: string, attributes: readonly Attribute[]) => ({
    schemas: [schemaUrn],
    id,
    name,
    description: name,
    attributes: attributes.map(describe),
    meta: { resourceType: "Schema", location: `${baseUrl}/Schemas/${id}` },
  });
  return [
    schema(urns.user, "User", userAttributes),
    schema(urns.enterprise, "EnterpriseUser", enterpriseAttributes),
    schema(urns.group, "Group", groupAttributes),
  ];
}

function describe({ name, type, description, more = {} }: Attribute): object {
  return {
    name,
    type,
    multiValued: false,
    description,
    required: false,
    ...(type === "string" ? { caseExact: false } : {}),
    mutability: "readWrite",
    returned: "default",
    ...(type === "complex" || type === "boolean" ? {} : { uniqueness: "none" }),
    ...more,
  };
}

function text(name: string, description: string, more?: object): Attribute {
  return { name, type: "string", description, ...(more === undefined ? {} : { more }) };
}

const readOnly = { mutability: "readOnly" };

const userAttributes: readonly Attribute[] = [
  text("userName", "The name in the directory; of all who are kept here nobody else has it", {
    required: true,
    uniqueness: "server",
  }),
  {
    name: "name",
    type: "complex",
    description: "The parts of the name",
    more: {
      subAttributes: [
        text("formatted", "The name as a whole"),
        text("givenName", "The given name"),
        text("familyName", "The family name"),
      ].map(describe),
    },
  },
  text("displayName", "The name as the desk shows it"),
  { name: "active", type: "boolean", description: "Whether the person may come in" },
  text("preferredLanguage", "The language in which the desk speaks to the person"),
  text("locale", "The same, where preferredLanguage does not say it"),
  {
    name: "emails",
    type: "complex",
    description: "Addresses: the primary one, or else the first of work, is the one the desk writes to",
    more: {
      multiValued: true,
      subAttributes: [
        describe(text("value", "The address")),
        describe(text("type", "Of which kind it is")),
        describe({ name: "primary", type: "boolean", description: "Whether it is the one that counts" }),
      ],
    },
  },
  {
    name: "groups",
    type: "complex",
    description: "The groups of the directory that the person is in",
    more: {
      ...readOnly,
      multiValued: true,
      subAttributes: [
        describe(text("value", "The id of the group", readOnly)),
        describe(text("display", "Its name", readOnly)),
      ],
    },
  },
];

const enterpriseAttributes: readonly Attribute[] = [
  text("department", "The department"),
  text("organization", "The company"),
];

const groupAttributes: readonly Attribute[] = [
  text("displayName", "The name, for which the rules of the desk may say what it gives", {
    required: true,
    uniqueness: "server",
  }),
  {
    name: "members",
    type: "complex",
    description: "The people in it",
    more: {
      multiValued: true,
      subAttributes: [
        describe(text("value", "The id of the user", { mutability: "immutable" })),
        describe(text("display", "The name", readOnly)),
      ],
    },
  },
];
