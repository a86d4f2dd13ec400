// Generated from /openapi.json by scripts/generate-client.mjs; a test compares it. Do not edit.

export interface paths {
  "/api/v1/session/ways": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** How people may log in: with a password, by an identity provider */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["WaysIn"] } };
        304: components["responses"]["304"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/session": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who am I */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          user: components["schemas"]["Account"];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Log in */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["LogIn"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          token: string;
          user: components["schemas"]["Account"];
        } } };
        400: components["responses"]["400"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete: {
      /** Log out; closes the person's sockets of this session too */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/session/end": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Log out, here or everywhere; tells where to log out at the identity provider too */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["Leave"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Left"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/session/oidc": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Go to the identity provider to log in; returnTo is a page of this desk */
      parameters: {
        query?: {
          returnTo?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        302: { headers: { [name: string]: unknown }; content?: never };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/session/oidc/callback": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Where the identity provider sends the browser back to */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        302: { headers: { [name: string]: unknown }; content?: never };
        304: components["responses"]["304"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/session/oidc/log-out": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** The identity provider tells that it has logged somebody out (logout_token in a form) */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/octet-stream": Blob } };
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/single-sign-on": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The identity provider, and what its words for groups give here */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["SignOnAdmin"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change what the provider's words give; holds from each person's next log-in on */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["SignOnForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["SignOnAdmin"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/accounts/{id}/single-sign-on": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      /** Part an account from the person of the identity provider; ends its sessions */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/scim/v2/ServiceProviderConfig": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** SCIM: what the desk does of it */
      parameters: {
        query?: {
          filter?: string;
          startIndex?: number;
          count?: number;
          attributes?: string;
          excludedAttributes?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/scim/v2/ResourceTypes": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** SCIM: kinds of things */
      parameters: {
        query?: {
          filter?: string;
          startIndex?: number;
          count?: number;
          attributes?: string;
          excludedAttributes?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/scim/v2/ResourceTypes/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** SCIM: kinds of things, one of them */
      parameters: {
        query?: {
          filter?: string;
          startIndex?: number;
          count?: number;
          attributes?: string;
          excludedAttributes?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/scim/v2/Schemas": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** SCIM: the attributes that are kept */
      parameters: {
        query?: {
          filter?: string;
          startIndex?: number;
          count?: number;
          attributes?: string;
          excludedAttributes?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/scim/v2/Schemas/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** SCIM: the attributes that are kept, one of them */
      parameters: {
        query?: {
          filter?: string;
          startIndex?: number;
          count?: number;
          attributes?: string;
          excludedAttributes?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/scim/v2/Users": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** SCIM: people whom the directory keeps here */
      parameters: {
        query?: {
          filter?: string;
          startIndex?: number;
          count?: number;
          attributes?: string;
          excludedAttributes?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** SCIM: take a person in */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": { [key: string]: unknown } } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        400: components["responses"]["400"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/scim/v2/Users/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** SCIM: one person */
      parameters: {
        query?: {
          filter?: string;
          startIndex?: number;
          count?: number;
          attributes?: string;
          excludedAttributes?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** SCIM: write a person anew */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": { [key: string]: unknown } } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        400: components["responses"]["400"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** SCIM: close a person's account for good */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/scim/v2/Groups": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** SCIM: groups of the directory */
      parameters: {
        query?: {
          filter?: string;
          startIndex?: number;
          count?: number;
          attributes?: string;
          excludedAttributes?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** SCIM: take a group in */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": { [key: string]: unknown } } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        400: components["responses"]["400"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/scim/v2/Groups/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** SCIM: one group */
      parameters: {
        query?: {
          filter?: string;
          startIndex?: number;
          count?: number;
          attributes?: string;
          excludedAttributes?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** SCIM: write a group anew, with all of its members */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": { [key: string]: unknown } } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          schemas: string[];
        } } };
        400: components["responses"]["400"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** SCIM: remove a group, and what it gave */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/catalog": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What this person may use by chat: catalogs, their services, their activities */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Catalog"][];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/tickets": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Tickets of this person, waiting for this agent, or held by this agent */
      parameters: {
        query?: {
          view?: "mine" | "queue" | "progress" | "all";
          show?: "all" | "chat" | "critical";
          q?: string;
          after?: string;
          limit?: number;
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Ticket"][];
          next?: string;
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Open a ticket, with attendance where it is asked for */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["OpenTicket"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Ticket"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/tickets/{number}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One ticket */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Ticket"] } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change a ticket under the version that was read; closing it ends its talk */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-Match"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["TicketChange"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Ticket"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/tickets/{number}/timeline": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Everything that happened to a ticket, with the transcript of its conversation */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["TimelineEntry"][];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/articles": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Search articles with q, or list them by title; folder narrows to it and those under it */
      parameters: {
        query?: {
          q?: string;
          language?: "en" | "es" | "pt";
          folder?: string;
          after?: string;
          limit?: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["ArticleSummary"][];
          next?: string;
          reading?: true;
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/articles/folders": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The folders in which this person finds articles, and how many in each */
      parameters: {
        query?: {
          language?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["FolderCount"][];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/articles/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One article, with its author, views, translations and what this person said of it */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ArticlePage"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/articles/{id}/related": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Articles on the same matter, permitted to this person */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["ArticleSummary"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/articles/{id}/views": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Count that this person read it */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/articles/{id}/feedback": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Say whether it helped; a second answer takes the place of the first */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ArticleFeedback"] } };
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/knowledge/articles": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Articles in every state that this person may edit, searched, narrowed, sorted and by page */
      parameters: {
        query?: {
          q?: string;
          language?: "en" | "es" | "pt";
          state?: "draft" | "published" | "expired" | "removed";
          folder?: string;
          due?: string;
          sort?: "title" | "updated" | "folder" | "views" | "review";
          order?: "asc" | "desc";
          after?: string;
          limit?: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["AdminArticleList"] } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Write an article */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ArticleForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["AdminArticle"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/knowledge/articles/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One article to be edited, with what its readers said */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["AdminArticle"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change an article; 409 with the present one where somebody saved it since the version that was read */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ArticleChange"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["AdminArticle"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove an article that nobody has judged; it can be brought back */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/knowledge/articles/{id}/undelete": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Bring a removed article back */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["AdminArticle"] } };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/knowledge/articles/{id}/versions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What is kept of an article, newest first */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["ArticleVersion"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/knowledge/articles/{id}/versions/{version}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The words of one version */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
          version: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["WholeVersion"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/knowledge/articles/{id}/restore": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Make the words of an earlier version the present ones; folder, state and permissions stay */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ArticleRestore"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["AdminArticle"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/knowledge/folders": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Folders that say who may read and who looks after them */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Folder"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Give a folder rights of its own; holds for the next search */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["FolderForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Folder"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/knowledge/folders/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Change the rights of a folder; holds for the next search */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["FolderForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Folder"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Let a folder follow the one above it */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/attendances": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Attendances waiting in this agent's groups, or held by this agent */
      parameters: {
        query?: {
          view?: "queue" | "mine";
          limit?: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Attendance"][];
          waiting?: {
            total: number;
            groups: {
              groupId: string;
              waiting: number;
            }[];
          };
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/groups": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Assignment groups */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Group"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Make a group */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["GroupForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ListedGroup"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/agents": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Agents with their availability and load */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: {
            id: string;
            name: string;
            status: "available" | "busy" | "away" | "offline";
            online: boolean;
            active: number;
            capacity: number;
            groupIds: string[];
          }[];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/parameters": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The numbered parameters */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: {
            number: number;
            name: string;
            help: string;
            type: string;
            value: string;
            options?: {
              id: string;
              name: string;
            }[];
            updatedAt?: number;
            updatedBy?: string;
          }[];
          mode: "off" | "manual" | "automatic" | "both";
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/parameters/{number}/history": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who changed a parameter, when, and how (S0-24) */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: {
            number: number;
            oldValue: string;
            value: string;
            changedAt: number;
            changedBy?: string;
          }[];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/parameters/{number}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One parameter */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          number: number;
          name: string;
          help: string;
          type: string;
          value: string;
          options?: {
            id: string;
            name: string;
          }[];
          updatedAt?: number;
          updatedBy?: string;
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Set a parameter; holds at once on every node */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ParameterValue"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          number: number;
          name: string;
          help: string;
          type: string;
          value: string;
          options?: {
            id: string;
            name: string;
          }[];
          updatedAt?: number;
          updatedBy?: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/messages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Bot Framework channels post activities here */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": unknown } };
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/chat": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Whether there is a chat, and who answers in it */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ChatStatus"] } };
        304: components["responses"]["304"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/email-templates": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Templates of e-mails, the variables they may name, and whether e-mails can be sent */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["EmailTemplate"][];
          variables: string[];
          canSend: boolean;
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Make a template */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["EmailTemplateDraft"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["EmailTemplate"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/email-templates/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One template */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["EmailTemplate"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change a template; holds from the next e-mail on */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["EmailTemplateDraft"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["EmailTemplate"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Delete a template that no parameter names */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/email-templates/preview": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** A subject and a text with sample values in them */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["PreviewRequest"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Preview"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/email-templates/{id}/test": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Send a template with sample values to an address; answers what became of it */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["TestMail"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Mail"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/mails": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The newest e-mails and what became of them */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Mail"][];
          canSend: boolean;
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/webhooks/mail": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Bring a mail as it came (MIME), with a token of the scope mail; the same mail twice counts once */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/octet-stream": Blob } };
      responses: {
        202: { headers: { [name: string]: unknown }; content: { "application/json": {
          isNew: boolean;
        } } };
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/mailbox": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** How the mailbox is, and the mails that came in: those set aside first, then the newest */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Mailbox"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/mailbox/arrivals/{id}/retry": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take a mail again that was set aside or left alone, whatever it looked like */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/mailbox/arrivals/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      /** Put a mail away that was set aside */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/portfolio": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The whole portfolio, offered or not */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Portfolio"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/portfolio/export": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The portfolio as a file that the import takes */
      parameters: {
        query?: {
          format?: "json" | "csv";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": unknown; "text/csv": Blob } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/portfolio/import": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Bring the portfolio to what a file says; tells which rows were refused and why */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["PortfolioImport"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportReport"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/changes": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who changed what of the settings, and when (S0-24) */
      parameters: {
        query?: {
          objectId?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Changes"] } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/portfolio/catalogs/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One of the catalogs, offered or not */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          key?: string;
          name: {
            en: string;
            es?: unknown;
            pt?: unknown;
          };
          description: {
            en: string;
            es?: unknown;
            pt?: unknown;
          };
          viaChat: boolean;
          position: number;
          groupIds: string[];
          phase: "pipeline" | "catalog" | "obsolete";
          id: string;
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change one of the catalogs; holds at once on every node */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["CatalogForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove one of the catalogs that nothing uses */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/portfolio/catalogs": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Make one of the catalogs */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["CatalogForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/portfolio/services/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One of the services, offered or not */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          key?: string;
          name: {
            en: string;
            es?: unknown;
            pt?: unknown;
          };
          description: {
            en: string;
            es?: unknown;
            pt?: unknown;
          };
          viaChat: boolean;
          position: number;
          groupIds: string[];
          phase: "pipeline" | "catalog" | "obsolete";
          catalogId: string;
          id: string;
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change one of the services; holds at once on every node */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ServiceForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove one of the services that nothing uses */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/portfolio/services": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Make one of the services */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ServiceForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/portfolio/activities/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One of the activities, offered or not */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          key?: string;
          name: {
            en: string;
            es?: unknown;
            pt?: unknown;
          };
          description: {
            en: string;
            es?: unknown;
            pt?: unknown;
          };
          viaChat: boolean;
          position: number;
          groupIds: string[];
          serviceId: string;
          kind: "request" | "incident";
          status: "active" | "under-analysis" | "in-creation" | "in-design" | "inactive";
          groupId?: string;
          fields: components["schemas"]["ActivityField"][];
          samples: { [key: string]: string[] };
          id: string;
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change one of the activities; holds at once on every node */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ActivityForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove one of the activities that nothing uses */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/portfolio/activities": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Make one of the activities */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ActivityForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/portfolio/origins/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One of the origins, offered or not */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          key?: string;
          name: string;
          id: string;
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change one of the origins; holds at once on every node */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["NamedForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove one of the origins that nothing uses */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/portfolio/origins": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Make one of the origins */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["NamedForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/portfolio/contracts/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One of the contracts, offered or not */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          key?: string;
          name: string;
          id: string;
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change one of the contracts; holds at once on every node */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["NamedForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove one of the contracts that nothing uses */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/portfolio/contracts": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Make one of the contracts */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["NamedForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/accounts": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Accounts by user name; q searches names and addresses */
      parameters: {
        query?: {
          q?: string;
          groupId?: string;
          after?: string;
          limit?: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["ListedPerson"][];
          next?: string;
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Make an account */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["NewPerson"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ListedPerson"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/accounts/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One account */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ListedPerson"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change an account: name, role, groups, capacity, active or not */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["PersonForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ListedPerson"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/accounts/{id}/password": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Set a password; ends all sessions of the account */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["PasswordForm"] } };
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/accounts/{id}/photo": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Set a person's photo: PNG, JPEG or WebP in base64, at most 64 KB */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["Photo"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ListedPerson"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Take a person's photo away */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ListedPerson"] } };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/photos/{name}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** A photo by its name, which nobody can guess and which changes with it */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "image/*": Blob } };
        304: components["responses"]["304"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/groups/details": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Groups with what their members may do and how many they are */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["ListedGroup"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/groups/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One group with what its members may do */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ListedGroup"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change a group; holds at once on every node */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["GroupForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ListedGroup"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove a group that nothing uses */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/calendars": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Calendars with their hours, holidays, and what uses them */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Calendar"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Make a calendar */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["CalendarForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Calendar"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/calendars/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One calendar */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Calendar"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change a calendar; holds at once on every node */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["CalendarForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Calendar"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove a calendar that nothing uses */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/reports": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Groups, agents and channels that reports can be told of */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ReportChoices"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/reports/comments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What requesters wrote with their scores, newest first */
      parameters: {
        query: {
          from: string;
          to: string;
          zone?: string;
          by?: "day" | "hour" | "group" | "agent";
          groupId?: string;
          agentId?: string;
          channel?: string;
          language?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["SurveyComment"][];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/reports/{name}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One report of a period, by day, hour of day, group or agent */
      parameters: {
        query: {
          from: string;
          to: string;
          zone?: string;
          by?: "day" | "hour" | "group" | "agent";
          groupId?: string;
          agentId?: string;
          channel?: string;
          language?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Report"] } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/reports/{name}/csv": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The same report as a file for spreadsheets */
      parameters: {
        query: {
          from: string;
          to: string;
          zone?: string;
          by?: "day" | "hour" | "group" | "agent";
          groupId?: string;
          agentId?: string;
          channel?: string;
          language?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "text/csv": Blob } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/conversations/{id}/satisfaction": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What the requester is asked of a talk of theirs that has ended */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Survey"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Answer it, change the answer for a short time, or skip the question */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": {
        kind: "rate";
        score: number;
        comment?: string;
      } | {
        kind: "skip";
      } } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Survey"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/satisfaction/open": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The newest talk of this person that they were asked about and have not rated */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["OpenSurvey"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/conversations/{id}/survey": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Whether the requester of this talk is to be asked when it ends */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["TalkSurvey"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Leave this one talk out, or take it in; one that has ended is asked about at once */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["TalkSurvey"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["TalkSurvey"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/satisfaction/settings": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** After which talks requesters are asked, for the desk and for groups */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["SurveySettings"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Set after which talks requesters are asked; recorded with its author */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["SurveySettings"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["SurveySettings"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/widget": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** How the widget looks, and whether guests are admitted */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["WidgetLook"] } };
        304: components["responses"]["304"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/widget/logo": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The widget's picture; its address changes with it */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "image/*": Blob } };
        304: components["responses"]["304"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Set the widget's picture: PNG, JPEG or WebP in base64, at most 64 KB */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["WidgetLogo"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["WidgetAdmin"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Take the widget's picture away */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/session/identity": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Log in as whom a portal vouches for with a signed token (JWT, HS256) */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["IdentityLogIn"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          token: string;
          user: components["schemas"]["Account"];
        } } };
        400: components["responses"]["400"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/session/guest": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Begin as a guest, where guest mode is on */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["GuestLogIn"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          token: string;
          user: components["schemas"]["Account"];
        } } };
        400: components["responses"]["400"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/conversations/claim": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take the talk along that this person had as a guest */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ClaimTalk"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          conversationId: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/widget/settings": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** All settings of the widget, of guests and of signed identities */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["WidgetAdmin"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Save the settings of the widget; holds at once on every node */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["SaveWidget"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["WidgetAdmin"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/widget/keys": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Make a key for signing identities; its secret is told this once */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["NewWidgetKey"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          secret: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/chat/doors": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Where this person can ask for people now, and where only a ticket can be opened */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ChatDoors"] } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/overview": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Health, open talks, and what happened since */
      parameters: {
        query?: {
          since?: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Overview"] } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/modes": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The modes of the desk and its groups: set, in force, why, and what comes next */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ModesAnswer"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/modes/{scope}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Mode and schedule that are set for the desk or a group */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          scope: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ModeSettingForm"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Set mode and schedule of the desk or a group; holds at once on every node */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          scope: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ModeSettingFormInput"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ModesAnswer"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/modes/{scope}/override": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The switch by hand of the desk or a group, where there is one */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          scope: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          override?: components["schemas"]["ModeOverride"];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Switch by hand, beating the schedule until an end */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          scope: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ModeOverrideForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ModesAnswer"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Take a switch by hand back; the schedule holds again */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          scope: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/understanding": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The model that answers, its trainings, and everything that can be meant */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["UnderstandingState"] } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/understanding/train": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Train with what is taught now, also where it failed before; the model before it answers meanwhile */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["UnderstandingState"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/understanding/try": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Explain what the assistant makes of a sentence */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["Try"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Tried"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/understanding/what-if": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What would have been answered, asked back and not understood under another accuracy threshold */
      parameters: {
        query: {
          minimum: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["ThresholdTrial"] } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/understanding/export": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One of the lists as a file */
      parameters: {
        query: {
          what: "questions" | "suggestions" | "confusions" | "examples" | "gold" | "gold-runs" | "training-runs" | "what-if" | "synonyms" | "boosts";
          format?: "json" | "csv";
          minimum?: number;
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": unknown; "text/csv": Blob } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/understanding/talks/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The talk in which a question was asked */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["TalkLine"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/understanding/questions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What found no answer or was refused, like questions together, most asked first */
      parameters: {
        query?: {
          q?: string;
          language?: "en" | "es" | "pt";
          after?: string;
          limit?: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["QuestionGroup"][];
          next?: string;
          total: number;
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/understanding/questions/dismiss": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take questions off the list */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["Dismiss"] } };
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/understanding/suggestions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What people chose when several things were shown: to be learned once an admin agrees */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Suggestion"][];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/understanding/suggestions/judge": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Accept what people chose, as an example or for search, or reject it */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["JudgeSuggestion"] } };
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/understanding/confusions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What is taken for what, by the gold set and by what people chose */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Confusion"][];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/understanding/examples": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Sentences that admins have taught */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["TaughtExample"][];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Teach what a sentence means; every node learns it */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ExampleForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/understanding/examples/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      /** Let the assistant forget a sentence */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/understanding/gold": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The gold set, with what was taken for each sentence that was missed last */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["GoldSentence"][];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Add a sentence and what is right to show for it */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["GoldForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/understanding/gold/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      /** Take a sentence out of the set */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/understanding/gold/import": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take the sentences of a file in; tells which were refused and why */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["GoldImport"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["GoldImportReport"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/understanding/gold/runs": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** How much of the set was right, newest first */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["GoldRun"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Measure now */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["GoldRun"][];
        } } };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/understanding/search-words": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Words that mean the same to search, and articles that count for more or less */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          synonyms: components["schemas"]["Synonym"][];
          boosts: components["schemas"]["Boost"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/understanding/synonyms": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Make a synonym; holds for the next search */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["SynonymForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/understanding/synonyms/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Change a synonym; holds for the next search */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["SynonymForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove a synonym */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/understanding/boosts": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Make a boost; holds for the next search */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["BoostForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/understanding/boosts/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Change a boost; holds for the next search */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["BoostForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove a boost */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/conversations/{id}/files": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Upload a file, as the body of the request, to be sent with a message */
      parameters: {
        query: {
          name: string;
          requestId: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/octet-stream": Blob } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["File"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/files/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The bytes of a file, for those who may read its conversation or its ticket */
      parameters: {
        query?: {
          key?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/octet-stream": Blob } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete: {
      /** Take back a file that has not been sent */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/tickets/{number}/messages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Messages between the requester of a ticket and those who work on it, newest first (S2-X5) */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["TicketMessage"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Write a message on a ticket, also by e-mail where that is wished */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["NewTicketMessage"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["TicketMessage"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/console-settings": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What the console must know of the parameters (S2-9) */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          messageExchange: boolean;
          messageNotices: boolean;
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/api-tokens": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Tokens of programs, newest first, without the tokens themselves */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["ApiToken"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Make a token; it is told this once and never again */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["NewApiToken"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          token: string;
          item: components["schemas"]["ApiToken"];
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/api-tokens/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      /** Revoke a token; nobody gets in with it any more */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/webhooks": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Webhooks with how many deliveries wait and were given up */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Webhook"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Make a webhook; its secret is told this once and never again */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["WebhookForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["WebhookSecret"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/webhooks/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One webhook */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Webhook"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change a webhook under the version that was read */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["WebhookChange"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Webhook"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove a webhook with everything that waits for it */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/webhooks/{id}/secret": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Sign with a new secret from now on, and for a day, or as long as is asked for, with the former one too; it is told this once */
      parameters: {
        query?: {
          formerForHours?: number;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["WebhookSecret"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/webhooks/{id}/ping": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Send a ping at once; tells what the receiver answered */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["WebhookTry"] } };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/webhooks/{id}/deliveries": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Deliveries of a webhook, newest first; state=dead: those that were given up */
      parameters: {
        query?: {
          state?: "waiting" | "sent" | "dead";
          after?: string;
          limit?: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Delivery"][];
          next?: string;
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/webhooks/{id}/replay": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Send again everything that was given up */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          count: number;
        } } };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/webhook-deliveries/{id}/replay": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Send one delivery again that was given up */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/other-desk": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Where tickets are kept too, and how that goes; its secrets are shown to nobody */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["OtherDeskAnswer"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Set where tickets are kept too, under the version that was read */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["OtherDeskChange"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["OtherDesk"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Keep tickets here alone from now on; those that are there stay there */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/other-desk/try": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Log in at the other desk and read what can be chosen there */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": {
        kind: "zammad" | "glpi";
        url: string;
        token?: string;
        appToken?: "" | string;
      } } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["OtherDeskTry"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/other-desk/hook-secret": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Make a new secret for its webhooks; it is told this once */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["HookSecret"] } };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/other-desk/stuck": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What the other desk refused, with why */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["StuckTicket"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/other-desk/send-again": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Send again everything that was refused */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          count: number;
        } } };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/other-desk/tickets/{id}/send-again": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Send again what was refused of one ticket */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          count: number;
        } } };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/other-desk/include-open": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Keep also those tickets there that were open before */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          count: number;
        } } };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/webhooks/other-desk/{mark}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** For the webhooks of Zammad: says that a ticket changed there; signed with X-Hub-Signature */
      parameters: {
        query?: never;
        header?: never;
        path: {
          mark: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/octet-stream": Blob } };
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/webhooks/rest/webhook": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Say something to the assistant; answers with what it replies, as a list */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": {
        sender: string;
        message: string;
      } } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          recipient_id: string;
          text: string;
          buttons?: {
            title: string;
            payload: string;
          }[];
        } | {
          recipient_id: string;
          image: string;
        } | {
          recipient_id: string;
          attachment: string;
        }[] } };
        400: components["responses"]["400"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/v3/directline/tokens/generate": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Direct Line: make a token for one conversation, with the secret */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          conversationId: string;
          token: string;
          expires_in: number;
        } } };
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/v3/directline/tokens/refresh": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Direct Line: renew a token before it ends */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          conversationId: string;
          token: string;
          expires_in: number;
        } } };
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/v3/directline/conversations": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Direct Line: begin a conversation */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          conversationId: string;
          token: string;
          expires_in: number;
          streamUrl: string;
        } } };
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/v3/directline/conversations/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Direct Line: come back to a conversation, from a watermark on */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          conversationId: string;
          token: string;
          expires_in: number;
          streamUrl: string;
        } } };
        304: components["responses"]["304"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/v3/directline/conversations/{id}/activities": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Direct Line: what is new after a watermark */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          activities: {
            type: string;
            id?: string;
            timestamp: string;
            from: {
              id: string;
              name?: string;
              role: "bot" | "user";
            };
            text?: string;
          }[];
          watermark: string;
        } } };
        304: components["responses"]["304"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Direct Line: say something */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/v3/directline/conversations/{id}/upload": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Direct Line: send files, with or without an activity */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/octet-stream": Blob } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
        } } };
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/v3/directline/session/getsessionid": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Direct Line: the session of the browser, for signing in without a code */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          sessionId: string;
        } } };
        304: components["responses"]["304"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/attendances/{id}/why": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Why an attendance is waiting: each agent of its groups and what stands against them */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Why"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/routing/what-if": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Where a conversation would go and who would be asked; changes nothing */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["WhatIf"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["WhatIfAnswer"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/routing": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** How each group gives out its conversations, and the rules that choose a group */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          groups: components["schemas"]["RoutedGroup"][];
          rules: components["schemas"]["RoutingRule"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/routing/groups/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** How one group gives out its conversations */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
          name: string;
          takesAttendances: boolean;
          routing: components["schemas"]["GroupRouting"];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change how a group gives out its conversations; holds at once */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["GroupRoutingInput"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["RoutedGroup"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/routing/rules": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The rules that choose a group, in order */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          rules: components["schemas"]["RoutingRule"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Replace the routing rules, in order; the first that fits decides (S1-32) */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["RoutingRules"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          rules: components["schemas"]["RoutingRule"][];
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/tickets/{number}/notes": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Write a memo; a private one is for staff only */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["TicketNote"] } };
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/chat-requests": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Chat requests of this agent's groups; view=mine: those that wait for the agent (S3-15) */
      parameters: {
        query?: {
          q?: string;
          order?: "asc" | "desc";
          after?: string;
          limit?: number;
          view?: "all" | "mine";
          phase?: "logged" | "accepted" | "closed";
          status?: "none" | "pending" | "active" | "abandoned" | "ended";
          groupId?: string;
          sort?: "lastRequest" | "status" | "contact";
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["ChatRequest"][];
          next?: string;
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/chat-requests/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One chat request with its interactions */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
          conversationId: string;
          phase: "logged" | "accepted" | "closed";
          status: "none" | "pending" | "active" | "abandoned" | "ended";
          question: string;
          language: "en" | "es" | "pt";
          contact: components["schemas"]["Person"];
          assignee?: components["schemas"]["Person"];
          bot?: string;
          groups: {
            id: string;
            name: string;
          }[];
          service?: {
            id: string;
            name: string;
          };
          ticketNumber?: string;
          previousTicketNumber?: string;
          completionCode?: string;
          reason?: string;
          createdAt: number;
          lastRequestAt: number;
          acceptedAt?: number;
          closedAt?: number;
          responseDueAt?: number;
          relation?: "opened" | "related" | "additional";
          related: components["schemas"]["Interaction"][];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/interactions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Interactions, searched, filtered and sorted */
      parameters: {
        query?: {
          q?: string;
          order?: "asc" | "desc";
          after?: string;
          limit?: number;
          state?: "open" | "in-progress" | "dispatched" | "pending-customer" | "pending-approval" | "resolved" | "closed" | "canceled";
          groupId?: string;
          sort?: "number" | "updated" | "state";
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Interaction"][];
          next?: string;
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Open one more interaction for a chat request */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["NewInteraction"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Interaction"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/interactions/{number}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One interaction with its chat requests */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
          number: string;
          state: "open" | "in-progress" | "dispatched" | "pending-customer" | "pending-approval" | "resolved" | "closed" | "canceled";
          title: string;
          description: string;
          solution: string;
          location: string;
          priority: "critical" | "high" | "medium" | "low";
          contact?: components["schemas"]["Person"];
          activity?: {
            id: string;
            name: string;
          };
          group?: {
            id: string;
            name: string;
          };
          assignee?: components["schemas"]["Person"];
          ticketNumber?: string;
          version: number;
          createdAt: number;
          updatedAt: number;
          relation?: "opened" | "related" | "additional";
          related: components["schemas"]["ChatRequest"][];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change an interaction under the version that was read */
      parameters: {
        query?: {
          locale?: "en" | "es" | "pt";
        };
        header?: {
          "If-Match"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["InteractionChange"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Interaction"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/agreements": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** List agreements */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Agreement"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Make an agreement */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["AgreementForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Agreement"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/agreements/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Read an agreement */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Agreement"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change an agreement; holds for what is opened from then on */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["AgreementForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Agreement"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove an agreement that nothing uses */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/offerings": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** List offerings */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Offering"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Make an offering */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["OfferingForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Offering"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/offerings/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Read an offering */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Offering"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change an offering; holds for what is opened from then on */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["OfferingForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Offering"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove an offering that nothing uses */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/completion-codes": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** List completion codes */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["CompletionCode"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Make a completion code */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["CompletionCodeForm"] } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["CompletionCode"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/completion-codes/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Read a completion code */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["CompletionCode"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Change a completion code; holds for what is opened from then on */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["CompletionCodeForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["CompletionCode"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove a completion code that nothing uses */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/agreement-rules": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The rules that relate requests to agreements, in order */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["AgreementRules"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Set the rules under the version that was read */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["AgreementRules"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["AgreementRules"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/interaction-mapping": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** How new interactions are filled from chat requests */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["SavedMapping"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Set the mapping under the version that was read; interactions there are stay as they are */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["SavedMapping"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["SavedMapping"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/interaction-mapping/preview": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** What an interaction of this chat request would begin with; changes nothing */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["MappingPreview"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          title: string;
          description: string;
          location: string;
          contactId: string | null;
          groupId: string | null;
          activityId: string | null;
          assigneeId: string | null;
          priority: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/consults": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Consults of this attendant: those that go on, or the ended ones (Messages), searched by words */
      parameters: {
        query?: {
          view?: "open" | "ended";
          q?: string;
          after?: string;
          limit?: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Consult"][];
          next?: string;
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/consults/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** A consult with everything this attendant was there for */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Transcript"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/contacts": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Colleagues, and who has linked whom */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Contact"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/conversations/joined": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Talks this agent was added to and has not left */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: string[];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/conversations/{id}/team": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who takes part and who looks on, the notes of colleagues and the tags */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          participants: components["schemas"]["Person"][];
          viewers: components["schemas"]["Person"][];
          tags: string[];
          notes: {
            id: string;
            conversationId: string;
            afterSeq: number;
            author: components["schemas"]["Person"];
            text: string;
            mentions: components["schemas"]["Person"][];
            to?: components["schemas"]["Person"];
            clientNoteId: string;
            sentAt: number;
          }[];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/conversations/{id}/past": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Other talks of the same requester, as far as this agent may see them */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: {
            conversationId: string;
            channel: string;
            question: string;
            ticketNumber?: string;
            agentName?: string;
            open: boolean;
            attendanceId?: string;
            mergedInto?: string;
            startedAt: number;
          }[];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/conversations/{id}/tags": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Set the tags of a talk */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": {
        tags: string[];
      } } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: string[];
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/tickets/{number}/tags": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The tags of a ticket */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: string[];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Set the tags of a ticket */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          number: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": {
        tags: string[];
      } } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: string[];
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/tags": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Tags in use that begin so */
      parameters: {
        query?: {
          q?: string;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: string[];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/wall": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The whole desk as supervisors see it: who waits, who talks with whom, how loaded they are */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          at: number;
          talks: {
            id: string;
            conversationId: string;
            ticketNumber?: string;
            phase: "logged" | "accepted" | "closed";
            groupIds: string[];
            priority: number;
            waitingSince: number;
            acceptedAt?: number;
            requester: {
              id: string;
              name: string;
              photoUrl?: string;
            };
            question: string;
            version: number;
            agentId?: string;
            reclaimedFrom?: string;
            responseDueAt?: number;
            epoch: number;
          }[];
          agents: {
            id: string;
            name: string;
            status: "available" | "busy" | "away" | "offline";
            online: boolean;
            active: number;
            capacity: number;
            groupIds: string[];
          }[];
          groups: {
            id: string;
            name: string;
          }[];
          waiting: number;
          waitTargetMs: number;
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/canned-replies": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The canned replies this agent may use */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: {
            id: string;
            shortcut: string;
            title: string;
            texts: {
              en: string;
              es: string;
              pt: string;
            };
            scope: {
              kind: "everybody";
            } | {
              kind: "group";
              groupId: string;
            } | {
              kind: "own";
            };
            updatedAt: number;
          }[];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post: {
      /** Make a canned reply */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": {
        shortcut: string;
        title: string;
        texts: {
          en?: string;
          es?: string;
          pt?: string;
        };
        scope: {
          kind: "everybody";
        } | {
          kind: "group";
          groupId: string;
        } | {
          kind: "own";
        };
      } } };
      responses: {
        201: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
          shortcut: string;
          title: string;
          texts: {
            en: string;
            es: string;
            pt: string;
          };
          scope: {
            kind: "everybody";
          } | {
            kind: "group";
            groupId: string;
          } | {
            kind: "own";
          };
          updatedAt: number;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/canned-replies/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Change a canned reply */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": {
        shortcut: string;
        title: string;
        texts: {
          en?: string;
          es?: string;
          pt?: string;
        };
        scope: {
          kind: "everybody";
        } | {
          kind: "group";
          groupId: string;
        } | {
          kind: "own";
        };
      } } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          id: string;
          shortcut: string;
          title: string;
          texts: {
            en: string;
            es: string;
            pt: string;
          };
          scope: {
            kind: "everybody";
          } | {
            kind: "group";
            groupId: string;
          } | {
            kind: "own";
          };
          updatedAt: number;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete: {
      /** Remove a canned reply */
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
  };
  "/api/v1/push/key": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The public key (VAPID) with which browsers subscribe */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          key: string;
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/push/subscriptions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Notify this person in this browser (S3-13, S3-14) */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": {
        endpoint: string;
        keys: {
          p256dh: string;
          auth: string;
        };
        locale: "en" | "es" | "pt";
      } } };
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/push/subscriptions/remove": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Notify this person in this browser no longer */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": {
        endpoint: string;
      } } };
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/groups/{id}/rota": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** On-call shifts of a group (S3-12) */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          shifts: {
            weekdays: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
            from: string;
            to: string;
            timeZone: string;
            primary: string;
            backups: string[];
            escalateMinutes?: number;
          }[];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Set the on-call shifts of a group */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": {
        shifts: {
          weekdays: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
          from: string;
          to: string;
          timeZone: string;
          primary: string;
          backups?: string[];
          escalateMinutes?: number;
        }[];
      } } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          shifts: {
            weekdays: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
            from: string;
            to: string;
            timeZone: string;
            primary: string;
            backups: string[];
            escalateMinutes?: number;
          }[];
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/privacy": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** How long things are kept, and what is masked before it is stored */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["PrivacySettings"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/privacy/retention": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Say how long things are kept; holds from the next round on */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["RetentionForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["PrivacySettings"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/privacy/masking": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Say what is masked; holds for what is stored from then on */
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["MaskingForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["PrivacySettings"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/privacy/masking/try": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** What would be stored of a text under these rules; changes nothing */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["TryMasking"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          text: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/privacy/people/{id}/export": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Everything the desk keeps about one person, as JSON or as an archive with their files */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["ExportForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": { [key: string]: unknown }; "application/zip": Blob } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/privacy/people/{id}/erase": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Forget a person: ends their sessions and talks at once, empties what they wrote soon after */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["EraseForm"] } };
      responses: {
        202: { headers: { [name: string]: unknown }; content: { "application/json": {
          state: string;
        } } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        404: components["responses"]["404"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/privacy/erasures": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Whose wish to be forgotten was taken, and how far it is */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["Erasure"][];
        } } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/language-model": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** How the language model is set up, and what it was asked today and this month; never its key */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["LanguageModel"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put: {
      /** Set up the language model; a key is kept for this endpoint alone and never told again */
      parameters: {
        query?: never;
        header?: {
          "If-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["LanguageModelForm"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["LanguageModel"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        412: components["responses"]["412"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    post?: never;
    delete?: never;
  };
  "/api/v1/language-model/try": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Ask a question as a requester would: what the model got, what it wrote and what the check says */
      parameters: {
        query?: never;
        header?: {
          "Idempotency-Key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { "application/json": components["schemas"]["TryLanguageModel"] } };
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["TriedModel"] } };
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        409: components["responses"]["409"];
        413: components["responses"]["413"];
        422: components["responses"]["422"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    delete?: never;
  };
  "/api/v1/language-model/answers": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What requesters asked and what became of it, the newest first */
      parameters: {
        query?: {
          outcome?: "shown" | "not-in-articles" | "refused" | "failed";
          limit?: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          items: components["schemas"]["ModelAnswer"][];
        } } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/audit": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Administrative acts, the newest first: who, when, what, before and after */
      parameters: {
        query?: {
          from?: number;
          to?: number;
          actorId?: string | "command-line";
          text?: string;
          outcome?: "done" | "refused" | "unknown";
          after?: number;
          limit?: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["AuditPage"] } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/audit/export": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The same as a CSV file, up to ten thousand acts */
      parameters: {
        query?: {
          from?: number;
          to?: number;
          actorId?: string | "command-line";
          text?: string;
          outcome?: "done" | "refused" | "unknown";
          after?: number;
          limit?: number;
        };
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "text/csv": Blob } };
        304: components["responses"]["304"];
        400: components["responses"]["400"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/api/v1/audit/check": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Whether every entry of the record is as it was written, and none is missing */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["AuditCheck"] } };
        304: components["responses"]["304"];
        401: components["responses"]["401"];
        403: components["responses"]["403"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/healthz": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The process lives */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          status: "alive";
        } } };
        304: components["responses"]["304"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/readyz": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Whether this node can serve, with the state of each dependency */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": {
          status: "ready" | "degraded" | "stopping" | "down";
          store: {
            engine: string;
            state: "up" | "down";
          };
        } } };
        304: components["responses"]["304"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/metrics": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Prometheus metrics */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "text/plain": Blob } };
        304: components["responses"]["304"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
  "/openapi.json": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** OpenAPI 3.1 */
      parameters: {
        query?: never;
        header?: {
          "If-None-Match"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": { [key: string]: unknown } } };
        304: components["responses"]["304"];
        429: components["responses"]["429"];
        500: components["responses"]["500"];
        503: components["responses"]["503"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
  };
}

export interface components {
  schemas: {
    Account: {
      id: string;
      username: string;
      name: string;
      email?: string;
      role: "requester" | "agent" | "supervisor" | "admin";
      locale?: "en" | "es" | "pt";
      photoUrl?: string;
      groupIds: string[];
      guest?: true;
    };
    Action: {
      title: string;
      value: {
        kind: "talk-to-attendant";
      } | {
        kind: "resume-attendance";
        ticketNumber?: string;
      } | {
        kind: "open-article";
        articleId: string;
      } | {
        kind: "ask-about";
        articleId: string;
      } | {
        kind: "open-activity";
        activityId: string;
      } | {
        kind: "new-ticket";
        activityId?: string;
      } | {
        kind: "article-feedback";
        articleId: string;
        helped: boolean;
      } | {
        kind: "answer-feedback";
        messageId: string;
        helped: boolean;
      } | {
        kind: "answer";
        field: string;
        option: string;
      } | {
        kind: "ticket-status";
        ticketNumber: string;
      } | {
        kind: "attach-files";
        ticketNumber: string;
      } | {
        kind: "set-language";
        locale: "en" | "es" | "pt";
      } | {
        kind: "say";
        text: string;
      } | {
        kind: "menu";
      } | {
        kind: "search";
        text: string;
      } | {
        kind: "rate-talk";
        conversationId: string;
        score: number;
      } | {
        kind: "cancel";
      } | {
        kind: "none-of-these";
      } | {
        kind: "yes";
      } | {
        kind: "no";
      };
    };
    Activity: {
      id: string;
      serviceId: string;
      kind: "request" | "incident";
      name: string;
      description: string;
      fields: components["schemas"]["ActivityField"][];
    };
    ActivityField: {
      name: string;
      label: components["schemas"]["LocalizedText"];
      ask: components["schemas"]["LocalizedText"];
      type: "text" | "email" | "date" | "number" | "choice";
      required: boolean;
      options?: {
        value: string;
        label: components["schemas"]["LocalizedText"];
      }[];
      maxChars?: number;
    };
    ActivityFieldInput: {
      name: string;
      label: components["schemas"]["LocalizedText"];
      ask: components["schemas"]["LocalizedText"];
      type: "text" | "email" | "date" | "number" | "choice";
      required?: boolean;
      options?: {
        value: string;
        label: components["schemas"]["LocalizedText"];
      }[];
      maxChars?: number;
    };
    ActivityForm: {
      key?: string;
      name: {
        en: string;
        es?: string;
        pt?: string;
      };
      description: {
        en: string;
        es?: string;
        pt?: string;
      };
      viaChat: boolean;
      position?: number;
      groupIds?: string[];
      serviceId: string;
      kind: "request" | "incident";
      status: "active" | "under-analysis" | "in-creation" | "in-design" | "inactive";
      groupId?: string;
      fields: components["schemas"]["ActivityFieldInput"][];
      samples: { [key: string]: string[] };
    };
    AdminArticle: {
      id: string;
      title: string;
      language: "en" | "es" | "pt";
      folder: string;
      visibility: "public" | "internal" | "confidential";
      state: "draft" | "published" | "expired" | "removed";
      version: number;
      updatedAt: number;
      expiresAt?: number;
      reviewAt?: number;
      views: number;
      helped: number;
      didNot: number;
      body: string;
      tags: string[];
      groupIds: string[];
      author?: string;
      createdAt: number;
      translations: components["schemas"]["ArticleTranslation"][];
      comments: {
        text: string;
        at: number;
      }[];
    };
    AdminArticleList: {
      items: components["schemas"]["ListedArticle"][];
      next?: string;
      total: number;
      due: number;
    };
    AgentVerdict: {
      id: string;
      name: string;
      held: number;
      capacity: number;
      isFree: boolean;
      obstacles: {
        kind: "disconnected";
      } | {
        kind: "offline";
      } | {
        kind: "away";
      } | {
        kind: "busy";
      } | {
        kind: "full";
        held: number;
        capacity: number;
      } | {
        kind: "channel-full";
        channel: string;
        held: number;
        capacity: number;
      } | {
        kind: "no-skill";
        skill: string;
      } | {
        kind: "no-language";
        language: "en" | "es" | "pt";
      } | {
        kind: "declined";
        until: number;
      } | {
        kind: "resting";
        until: number;
      } | {
        kind: "deciding";
        until: number;
      } | {
        kind: "offered-to-other";
        until: number;
      }[];
      offeredUntil?: number;
    };
    Agreement: {
      name: string;
      activeFrom?: number;
      activeTo?: number;
      isActive: boolean;
      isChatEnabled: boolean;
      serviceIds: string[];
      calendarId?: string;
      targets: { [key: string]: components["schemas"]["Target"] };
      id: string;
    };
    AgreementForm: {
      name: string;
      activeFrom?: number;
      activeTo?: number;
      isActive: boolean;
      isChatEnabled: boolean;
      serviceIds?: string[];
      calendarId?: string;
      targets?: { [key: string]: components["schemas"]["Target"] };
    };
    AgreementRule: {
      name: string;
      conditions: {
        field: "activity";
        operator: "is" | "is-not";
        values: string[];
      } | {
        field: "service";
        operator: "is" | "is-not";
        values: string[];
      } | {
        field: "requester-group";
        operator: "is" | "is-not";
        values: string[];
      } | {
        field: "group";
        operator: "is" | "is-not";
        values: string[];
      } | {
        field: "kind";
        operator: "is" | "is-not";
        values: ("request" | "incident")[];
      } | {
        field: "priority";
        operator: "is" | "is-not";
        values: ("critical" | "high" | "medium" | "low")[];
      } | {
        field: "language";
        operator: "is" | "is-not";
        values: ("en" | "es" | "pt")[];
      }[];
      agreementId: string;
    };
    AgreementRules: {
      version: number;
      rules: components["schemas"]["AgreementRule"][];
    };
    ApiToken: {
      id: string;
      name: string;
      scopes: ("rest-channel" | "direct-line" | "mail" | "scim" | "tickets:read" | "tickets:write" | "talks:read" | "talks:write" | "knowledge:read" | "knowledge:write" | "people:read" | "people:write" | "reports:read" | "reports:write" | "settings:read" | "settings:write")[];
      createdAt: number;
      createdBy?: string;
      actsAs?: {
        id: string;
        name: string;
        isActive: boolean;
      };
      lastUsedAt?: number;
      revokedAt?: number;
    };
    Arrival: {
      id: string;
      from: string;
      subject: string;
      state: "waiting" | "asked" | "done" | "ignored" | "aside";
      reason?: "own" | "automatic" | "list" | "returned" | "empty" | "stranger" | "new-mail-off" | "unreadable" | "no-sender" | "too-large" | "too-many" | "refused" | "unproven" | "failed";
      detail?: string;
      isProven?: boolean;
      size: number;
      arrivedAt: number;
      mayRetry: boolean;
    };
    ArticleChange: {
      title: string;
      language: "en" | "es" | "pt";
      folder: string;
      body: string;
      tags?: string[];
      visibility: "public" | "internal" | "confidential";
      state: "draft" | "published" | "expired";
      groupIds?: string[];
      expiresAt?: number;
      reviewAt?: number;
      translationOf?: string;
      note?: string;
      version: number;
    };
    ArticleFeedback: {
      helped: boolean;
      comment?: string;
    };
    ArticleForm: {
      title: string;
      language: "en" | "es" | "pt";
      folder: string;
      body: string;
      tags?: string[];
      visibility: "public" | "internal" | "confidential";
      state: "draft" | "published" | "expired";
      groupIds?: string[];
      expiresAt?: number;
      reviewAt?: number;
      translationOf?: string;
      note?: string;
    };
    ArticlePage: {
      id: string;
      title: string;
      language: "en" | "es" | "pt";
      folder: string;
      body: string;
      tags: string[];
      visibility: "public" | "internal" | "confidential";
      state: "draft" | "published" | "expired";
      updatedAt: number;
      author?: string;
      views: number;
      translations: components["schemas"]["ArticleTranslation"][];
      helped?: boolean;
    };
    ArticleRestore: {
      version: number;
      over: number;
    };
    ArticleSummary: {
      id: string;
      title: string;
      language: "en" | "es" | "pt";
      folder: string;
      excerpt: string;
      marked?: {
        from: number;
        to: number;
      };
      score?: number;
      updatedAt: number;
    };
    ArticleTranslation: {
      id: string;
      title: string;
      language: "en" | "es" | "pt";
    };
    ArticleVersion: {
      version: number;
      savedAt: number;
      savedBy?: string;
      note: string;
      title: string;
    };
    AskedQuestion: {
      messageId: string;
      conversationId: string;
      text: string;
      language: "en" | "es" | "pt";
      at: number;
      outcome: "fallback" | "refused";
      best?: components["schemas"]["ScoredTarget"];
    };
    Attendance: {
      id: string;
      conversationId: string;
      ticketNumber?: string;
      phase: "logged" | "accepted" | "closed";
      status: "none" | "pending" | "active" | "abandoned" | "ended";
      groupIds: string[];
      priority: number;
      waitingSince: number;
      position?: number;
      wait?: {
        estimateMs?: number;
        nobodyHere: boolean;
        opensAt?: number;
        isClosed: boolean;
      };
      requester: {
        id: string;
        name: string;
        photoUrl?: string;
      };
      question: string;
      language: "en" | "es" | "pt";
      agent?: {
        id: string;
        name: string;
        photoUrl?: string;
      };
      giving?: "pull" | "push";
      context?: components["schemas"]["HandoverContext"];
      acceptedAt?: number;
      closedAt?: number;
      reason?: string;
      version: number;
    };
    AuditAct: {
      id: string;
      seq: number;
      at: number;
      actor: {
        id: string;
        name: string;
        role: string;
      };
      method: string;
      path: string;
      summary: string;
      object: { [key: string]: string };
      asked: unknown;
      changes: components["schemas"]["AuditChange"][];
      outcome: string;
      hash: string;
    };
    AuditChange: {
      type: string;
      id: string;
      before?: { [key: string]: unknown };
      after?: { [key: string]: unknown };
    };
    AuditCheck: {
      isWhole: boolean;
      checked: number;
      brokenAt?: number;
      head?: string;
    };
    AuditPage: {
      items: components["schemas"]["AuditAct"][];
      next?: string;
      actors: {
        id: string;
        name: string;
      }[];
    };
    Boost: {
      articleId: string;
      words: string;
      worth: "less" | "more" | "first";
      id: string;
      title: string;
      language: "en" | "es" | "pt";
    };
    BoostForm: {
      articleId: string;
      words?: string;
      worth: "less" | "more" | "first";
    };
    Calendar: {
      name: string;
      timeZone: string;
      weekly: components["schemas"]["Weekly"];
      holidays: components["schemas"]["Holiday"][];
      id: string;
      usedBy: string[];
      updatedAt: number;
      updatedBy?: string;
    };
    CalendarForm: {
      name: string;
      timeZone: string;
      weekly: components["schemas"]["WeeklyInput"];
      holidays?: components["schemas"]["HolidayInput"][];
    };
    Catalog: {
      id: string;
      name: string;
      description: string;
      services: {
        id: string;
        name: string;
        description: string;
        activities: components["schemas"]["Activity"][];
      }[];
    };
    CatalogForm: {
      key?: string;
      name: {
        en: string;
        es?: string;
        pt?: string;
      };
      description: {
        en: string;
        es?: string;
        pt?: string;
      };
      viaChat: boolean;
      position?: number;
      groupIds?: string[];
      phase: "pipeline" | "catalog" | "obsolete";
    };
    Change: {
      id: string;
      objectType: string;
      objectId: string;
      name: string;
      action: "created" | "updated" | "deleted";
      before: { [key: string]: unknown };
      after: { [key: string]: unknown };
      changedAt: number;
      changedBy?: string;
    };
    Changes: {
      items: components["schemas"]["Change"][];
      names: { [key: string]: string };
    };
    ChatCapability: {
      isEnabled: boolean;
      via: "offering" | "rule" | "service" | "ungoverned" | "none";
      agreement?: string;
      by?: string;
    };
    ChatDoors: {
      mode: "off" | "manual" | "automatic" | "both";
      direct: boolean;
      withoutPeople: string[];
    };
    ChatRequest: {
      id: string;
      conversationId: string;
      phase: "logged" | "accepted" | "closed";
      status: "none" | "pending" | "active" | "abandoned" | "ended";
      question: string;
      language: "en" | "es" | "pt";
      contact: components["schemas"]["Person"];
      assignee?: components["schemas"]["Person"];
      bot?: string;
      groups: {
        id: string;
        name: string;
      }[];
      service?: {
        id: string;
        name: string;
      };
      ticketNumber?: string;
      previousTicketNumber?: string;
      completionCode?: string;
      reason?: string;
      createdAt: number;
      lastRequestAt: number;
      acceptedAt?: number;
      closedAt?: number;
      responseDueAt?: number;
      relation?: "opened" | "related" | "additional";
    };
    ChatStatus: {
      mode: "off" | "manual" | "automatic" | "both";
      assistantInside: boolean;
    };
    ClaimTalk: {
      guestToken: string;
    };
    CompletionCode: {
      name: components["schemas"]["LocalizedText"];
      isActive: boolean;
      position: number;
      id: string;
    };
    CompletionCodeForm: {
      name: components["schemas"]["LocalizedText"];
      isActive?: boolean;
      position?: number;
    };
    Confusion: {
      source: "gold" | "choices";
      meant: components["schemas"]["NamedTarget"];
      taken: components["schemas"]["NamedTarget"];
      count: number;
      examples: string[];
    };
    Consult: {
      id: string;
      title: string;
      ticketNumber?: string;
      aboutId?: string;
      originator: components["schemas"]["Person"];
      mine: "invited" | "joined" | "left" | "declined";
      invitedBy?: components["schemas"]["Person"];
      participants: components["schemas"]["Participant"][];
      clock: {
        spentMs: number;
        runningSince?: number;
      };
      startedAt: number;
      endedAt?: number;
      at: number;
      version: number;
    };
    Contact: {
      accountId: string;
      name: string;
      linked: boolean;
      linksBack: boolean;
      conversationId?: string;
    };
    Delivery: {
      id: string;
      eventId: string;
      type: string;
      objectId: string;
      state: "waiting" | "sent" | "dead";
      attempts: number;
      status?: number;
      reason?: string;
      createdAt: number;
      nextAt?: number;
      doneAt?: number;
    };
    Dismiss: {
      messageIds: string[];
    };
    EmailTemplate: {
      name: string;
      subject: {
        en: string;
        es?: string;
        pt?: string;
      };
      text: {
        en: string;
        es?: string;
        pt?: string;
      };
      id: string;
      usedBy: number[];
      createdAt: number;
      updatedAt: number;
      updatedBy?: string;
    };
    EmailTemplateDraft: {
      name: string;
      subject: {
        en: string;
        es?: string;
        pt?: string;
      };
      text: {
        en: string;
        es?: string;
        pt?: string;
      };
    };
    EraseForm: {
      username: string;
    };
    Erasure: {
      id: string;
      accountId: string;
      requestedBy: string;
      requestedAt: number;
      state: "waiting" | "done";
      talks: number;
      tickets: number;
      files: number;
      elsewhere: components["schemas"]["LeftElsewhere"][];
      doneAt?: number;
    };
    ExampleForm: {
      intent: string;
      language: "en" | "es" | "pt";
      text: string;
      messageIds?: string[];
    };
    ExportForm: {
      format: "json" | "zip";
    };
    File: {
      kind: "file";
      fileId: string;
      name: string;
      type: string;
      size: number;
    };
    Folder: {
      path: string;
      readers: "inherit" | "everyone" | "listed";
      read: {
        roles: ("requester" | "agent" | "supervisor" | "admin")[];
        groupIds: string[];
      };
      administer: {
        roles: ("requester" | "agent" | "supervisor" | "admin")[];
        groupIds: string[];
        accountIds: string[];
      };
      id: string;
    };
    FolderCount: {
      path: string;
      count: number;
    };
    FolderForm: {
      path: string;
      readers: "inherit" | "everyone" | "listed";
      read: {
        roles?: ("requester" | "agent" | "supervisor" | "admin")[];
        groupIds?: string[];
      };
      administer: {
        roles?: ("requester" | "agent" | "supervisor" | "admin")[];
        groupIds?: string[];
        accountIds?: string[];
      };
    };
    GoldForm: {
      language: "en" | "es" | "pt";
      text: string;
      expected: string[];
    };
    GoldImport: {
      format: "json" | "csv";
      content: string;
    };
    GoldImportReport: {
      created: number;
      updated: number;
      refused: {
        at: number;
        reason: string;
      }[];
    };
    GoldRun: {
      id: string;
      at: number;
      model: string;
      total: number;
      correct: number;
      threshold: number;
      byLanguage: {
        language: "en" | "es" | "pt";
        total: number;
        correct: number;
      }[];
    };
    GoldSentence: {
      id: string;
      language: "en" | "es" | "pt";
      text: string;
      expected: components["schemas"]["NamedTarget"][];
      missed?: components["schemas"]["NamedTarget"];
    };
    Group: {
      id: string;
      name: string;
    };
    GroupForm: {
      name: string;
      chatRequester: boolean;
      takesAttendances: boolean;
    };
    GroupRouting: {
      ownerId?: string;
      dispatcherId?: string;
      calendarId?: string;
      endLeadSeconds: number;
      giving: "pull" | "push";
      offerSeconds: number;
      channelCapacity: { [key: string]: number };
      overflow?: {
        groupId: string;
        afterSeconds: number;
      };
      waitLimitSeconds?: number;
      firstAnswerSeconds?: number;
      laterAnswerSeconds?: number;
      skills: string[];
      languages: ("en" | "es" | "pt")[];
    };
    GroupRoutingInput: {
      ownerId?: string;
      dispatcherId?: string;
      calendarId?: string;
      endLeadSeconds?: number;
      giving?: "pull" | "push";
      offerSeconds?: number;
      channelCapacity?: { [key: string]: number };
      overflow?: {
        groupId: string;
        afterSeconds: number;
      };
      waitLimitSeconds?: number;
      firstAnswerSeconds?: number;
      laterAnswerSeconds?: number;
      skills?: string[];
      languages?: ("en" | "es" | "pt")[];
    };
    GroupVerdict: {
      id: string;
      name: string;
      giving: "pull" | "push";
      isOpen: boolean;
      isEnding: boolean;
      opensAt?: number;
      closesAt?: number;
      timeZone?: string;
      agents: components["schemas"]["AgentVerdict"][];
    };
    GuestLogIn: {
      locale: "en" | "es" | "pt";
    };
    HandoverContext: {
      reason: "wish" | "fallback" | "refused" | "error" | "direct" | "resume" | "transfer";
      question: string;
      language: "en" | "es" | "pt";
      candidates: {
        kind: "intent" | "article" | "activity";
        id: string;
        title: string;
        score: number;
        why?: string;
      }[];
      articles: {
        id: string;
        title: string;
        outcome: "shown" | "opened" | "helped" | "refused";
      }[];
      fields: {
        name: string;
        label: string;
        value: string;
      }[];
    };
    Holiday: {
      date: string;
      name: string;
      periods: components["schemas"]["Period"][];
    };
    HolidayInput: {
      date: string;
      name: string;
      periods?: components["schemas"]["Period"][];
    };
    HookSecret: {
      secret: string;
    };
    IdentityLogIn: {
      token: string;
    };
    ImportReport: {
      dryRun: boolean;
      created: number;
      updated: number;
      unchanged: number;
      refused: {
        at: string;
        type: string;
        key: string;
        reasons: string[];
      }[];
    };
    Interaction: {
      id: string;
      number: string;
      state: "open" | "in-progress" | "dispatched" | "pending-customer" | "pending-approval" | "resolved" | "closed" | "canceled";
      title: string;
      description: string;
      solution: string;
      location: string;
      priority: "critical" | "high" | "medium" | "low";
      contact?: components["schemas"]["Person"];
      activity?: {
        id: string;
        name: string;
      };
      group?: {
        id: string;
        name: string;
      };
      assignee?: components["schemas"]["Person"];
      ticketNumber?: string;
      version: number;
      createdAt: number;
      updatedAt: number;
      relation?: "opened" | "related" | "additional";
    };
    InteractionChange: {
      version: number;
      title?: string;
      description?: string;
      location?: string;
      state?: "open" | "in-progress" | "dispatched" | "pending-customer" | "pending-approval" | "resolved" | "closed" | "canceled";
      priority?: "critical" | "high" | "medium" | "low";
      groupId?: string | null;
      assigneeId?: string | null;
      solution?: string;
    };
    InteractionMapping: {
      title: string;
      description: string;
      location: string;
      contact: "requester" | "none";
      group: "ticket" | "none";
      assignee: "agent" | "none";
      activity: "ticket" | "none";
      priority: "ticket" | "critical" | "high" | "medium" | "low";
    };
    JudgeSuggestion: {
      verdict: "accepted" | "rejected";
      text: string;
      language: "en" | "es" | "pt";
      target: string;
      messageIds: string[];
    };
    LanguageModel: {
      settings: components["schemas"]["LanguageModelSettings"];
      version: number;
      hasKey: boolean;
      fixed: {
        endpoint: boolean;
        model: boolean;
        key: boolean;
      };
      isReady: boolean;
      isResting: boolean;
      today: components["schemas"]["ModelCounts"];
      month: components["schemas"]["ModelCounts"];
    };
    LanguageModelForm: {
      settings: components["schemas"]["LanguageModelSettings"];
      version: number;
      apiKey?: string;
    };
    LanguageModelSettings: {
      isOn: boolean;
      inChannels: boolean;
      forGuests: boolean;
      endpoint: string;
      model: string;
      tone: "plain" | "friendly" | "formal";
      secondsMost: number;
      atOnceMost: number;
      answersPerTalk: number;
      tokensPerDay: number;
    };
    Leave: {
      everywhere: boolean;
    };
    Left: {
      leaveTo?: string;
    };
    LeftElsewhere: {
      desk: string;
      number: string;
      url?: string;
      state: "waiting" | "asked" | "remains" | "gone";
      reason?: "not-offered" | "no-right" | "more-there" | "nobody-there" | "refused" | "undo-there";
    };
    ListedArticle: {
      id: string;
      title: string;
      language: "en" | "es" | "pt";
      folder: string;
      visibility: "public" | "internal" | "confidential";
      state: "draft" | "published" | "expired" | "removed";
      version: number;
      updatedAt: number;
      expiresAt?: number;
      reviewAt?: number;
      views: number;
      helped: number;
      didNot: number;
    };
    ListedGroup: {
      name: string;
      chatRequester: boolean;
      takesAttendances: boolean;
      id: string;
      members: number;
    };
    ListedPerson: {
      id: string;
      username: string;
      name: string;
      email?: string;
      role: "requester" | "agent" | "supervisor" | "admin";
      locale?: "en" | "es" | "pt";
      photoUrl?: string;
      groupIds: string[];
      guest?: true;
      active: boolean;
      capacity: number;
      hasPassword: boolean;
      hasSignOn: boolean;
      skills: string[];
      languages: ("en" | "es" | "pt")[];
      department?: string;
      location?: string;
      company?: string;
      createdAt: number;
    };
    LocalizedText: {
      en: string;
      es?: string;
      pt?: string;
    };
    LogIn: {
      username: string;
      password: string;
    };
    Mail: {
      id: string;
      kind: "absence" | "test" | "ticket-message" | "answer" | "receipt";
      to: string;
      subject: string;
      state: "waiting" | "sent" | "failed" | "not-configured" | "dropped";
      reason?: string;
      attempts: number;
      createdAt: number;
      sentAt?: number;
    };
    Mailbox: {
      state: "off" | "connected" | "away";
      reason?: string;
      address?: string;
      lookedAt?: number;
      lastArrivedAt?: number;
      aside: number;
      items: components["schemas"]["Arrival"][];
    };
    MappingPreview: {
      mapping: components["schemas"]["InteractionMapping"];
      attendanceId: string;
    };
    Mark: {
      from: number;
      to: number;
    };
    Masking: {
      cards: boolean;
      ibans: boolean;
      secrets: boolean;
      patterns: components["schemas"]["MaskPattern"][];
    };
    MaskingForm: {
      masking: components["schemas"]["Masking"];
      version: number;
    };
    MaskPattern: {
      name: string;
      pattern: string;
    };
    Memo: {
      consultId: string;
      spentMs: number;
      startedAt: number;
      endedAt: number;
      names: string[];
      lines: {
        at: number;
        name: string;
        text: string;
        notice?: components["schemas"]["Notice"];
      }[];
    };
    Message: {
      id: string;
      conversationId: string;
      seq: number;
      clientMessageId?: string;
      sender: components["schemas"]["Sender"];
      text: string;
      actions?: components["schemas"]["Action"][];
      attachments?: {
        kind: "article";
        articleId: string;
        title: string;
        body: string;
      } | components["schemas"]["File"][];
      notice?: components["schemas"]["Notice"];
      marked?: components["schemas"]["Mark"];
      via?: "mail";
      isUnproven?: true;
      sentAt: number;
    };
    ModeInForce: {
      mode: "off" | "manual" | "automatic" | "both";
      why: {
        kind: "chat-off" | "no-assistant" | "override" | "schedule" | "group" | "parameters";
        scope: "desk" | "group";
        calendar?: string;
        during?: "open" | "closed";
      };
    };
    ModelAnswer: {
      outcome: "shown" | "not-in-articles" | "refused" | "failed";
      reason?: "form" | "too-long" | "language" | "uncited" | "unknown-source" | "fact" | "name" | "contradicted" | "not-carried" | "late" | "unreachable" | "answered-badly" | "garbage" | "busy" | "resting" | "spent-today" | "spent-in-talk";
      because?: string;
      tookMs: number;
      promptTokens: number;
      answerTokens: number;
      id: string;
      conversationId: string;
      at: number;
      language: "en" | "es" | "pt";
      question?: string;
      written?: string;
      helped?: boolean;
    };
    ModelCounts: {
      asked: number;
      shown: number;
      notInArticles: number;
      refused: number;
      failed: number;
      helped: number;
      didNotHelp: number;
      promptTokens: number;
      answerTokens: number;
    };
    ModelVerdict: {
      outcome: "shown" | "not-in-articles" | "refused" | "failed";
      reason?: "form" | "too-long" | "language" | "uncited" | "unknown-source" | "fact" | "name" | "contradicted" | "not-carried" | "late" | "unreachable" | "answered-badly" | "garbage" | "busy" | "resting" | "spent-today" | "spent-in-talk";
      because?: string;
    };
    ModeOverride: {
      mode: "manual" | "automatic" | "both";
      until?: number;
      at: number;
      by?: string;
    };
    ModeOverrideForm: {
      mode: "manual" | "automatic" | "both";
      until: number | "next-change" | "revoked";
    };
    ModesAnswer: {
      assistantAvailable: boolean;
      base: "off" | "manual" | "automatic" | "both";
      desk: components["schemas"]["ModeView"];
      groups: components["schemas"]["ModeView"][];
    };
    ModeSettingForm: {
      mode: "inherit" | "manual" | "automatic" | "both";
      schedule: components["schemas"]["ScheduleRow"][];
    };
    ModeSettingFormInput: {
      mode?: "inherit" | "manual" | "automatic" | "both";
      schedule?: components["schemas"]["ScheduleRowInput"][];
    };
    ModeView: {
      mode: "inherit" | "manual" | "automatic" | "both";
      schedule: components["schemas"]["ScheduleRow"][];
      scope: "desk" | string;
      name?: string;
      override?: components["schemas"]["ModeOverride"];
      now: components["schemas"]["ModeInForce"];
      next?: {
        mode: "off" | "manual" | "automatic" | "both";
        why: {
          kind: "chat-off" | "no-assistant" | "override" | "schedule" | "group" | "parameters";
          scope: "desk" | "group";
          calendar?: string;
          during?: "open" | "closed";
        };
        at: number;
      };
      withPeople: number;
      waiting: number;
    };
    NamedForm: {
      key?: string;
      name: string;
    };
    NamedTarget: {
      target: string;
      title: string;
    };
    NewApiToken: {
      name: string;
      scopes: ("rest-channel" | "direct-line" | "mail" | "scim" | "tickets:read" | "tickets:write" | "talks:read" | "talks:write" | "knowledge:read" | "knowledge:write" | "people:read" | "people:write" | "reports:read" | "reports:write" | "settings:read" | "settings:write")[];
      accountId?: string;
    };
    NewInteraction: {
      attendanceId: string;
      requestId: string;
    };
    NewPerson: {
      name: string;
      email?: string;
      role: "requester" | "agent" | "supervisor" | "admin";
      locale?: "en" | "es" | "pt";
      capacity?: number;
      groupIds?: string[];
      skills?: string[];
      languages?: ("en" | "es" | "pt")[];
      department?: string;
      location?: string;
      company?: string;
      username: string;
      password?: string;
    };
    NewTicketMessage: {
      text: string;
      sendEmail?: boolean;
      requestId: string;
    };
    NewWidgetKey: {
      formerForHours: number;
    };
    Notice: {
      kind: "attendance-waiting" | "attendance-accepted" | "attendance-transferred" | "attendance-handed-back" | "attendance-cancelled" | "attendance-ended" | "attendance-resumed" | "attendance-timed-out" | "attendance-merged" | "attendance-joined" | "attendance-reclaimed" | "participant-added" | "participant-removed" | "participant-left" | "handoff-refused" | "ticket-opened" | "conversation-closed" | "consult";
      event?: "started" | "invited" | "joined" | "left" | "paused" | "resumed" | "time-set" | "ended" | "lost";
      accountId?: string;
      spentMs?: number;
      name?: string;
      ticketNumber?: string;
      reason?: string;
    };
    Offering: {
      activityId: string;
      defaultServiceId?: string;
      agreementIds: string[];
      id: string;
    };
    OfferingForm: {
      activityId: string;
      defaultServiceId?: string;
      agreementIds?: string[];
    };
    OpenSurvey: {
      conversationId?: string;
    };
    OpenTicket: {
      activityId?: string;
      description: string;
      direct?: boolean;
      attendance?: boolean;
      fields?: { [key: string]: string };
      previousTicket?: string;
      requestId?: string;
    };
    OtherDesk: {
      kind: "zammad" | "glpi";
      name: string;
      url: string;
      isActive: boolean;
      mapping: components["schemas"]["OtherDeskMapping"];
      version: number;
      hasAppToken: boolean;
      hookPath: string;
      linked: number;
      waiting: number;
      stuck: number;
      lastSentAt?: number;
      away?: {
        since: number;
        reason: string;
      };
      createdAt: number;
      updatedAt: number;
    };
    OtherDeskAnswer: {
      desk?: components["schemas"]["OtherDesk"];
    };
    OtherDeskChange: {
      kind: "zammad" | "glpi";
      name: string;
      url: string;
      token?: string;
      appToken?: "" | string;
      isActive: boolean;
      mapping: components["schemas"]["OtherDeskMapping"];
      version: number;
    };
    OtherDeskMapping: {
      states: {
        open: string;
        "in-progress": string;
        dispatched: string;
        "pending-customer": string;
        "pending-approval": string;
        resolved: string;
        closed: string;
        canceled: string;
      };
      statesBack: { [key: string]: "open" | "in-progress" | "dispatched" | "pending-customer" | "pending-approval" | "resolved" | "closed" | "canceled" };
      priorities: {
        critical: string;
        high: string;
        medium: string;
        low: string;
      };
      prioritiesBack: { [key: string]: "critical" | "high" | "medium" | "low" };
      place: string;
      places: {
        id: string;
        place: string;
      }[];
      customer: "" | string;
    };
    OtherDeskTry: {
      ok: boolean;
      reason?: string;
      account?: string;
      states?: {
        value: string;
        label: string;
      }[];
      priorities?: {
        value: string;
        label: string;
      }[];
      places?: {
        value: string;
        label: string;
      }[];
    };
    Overview: {
      health: {
        status: "ready" | "degraded" | "down";
        parts: {
          name: "store" | "queue" | "assistant" | "articles" | "mail";
          kind: string;
          state: "up" | "degraded" | "down" | "trained" | "training" | "read" | "reading" | "off";
        }[];
      };
      withPeople: number;
      waiting: number;
      today: {
        since: number;
        conversations: number;
        solved: number;
        handedOver: number;
        ticketsOpened: number;
      };
    };
    ParameterValue: {
      value: string | number | boolean | null;
    };
    Participant: {
      person: components["schemas"]["Person"];
      state: "invited" | "joined" | "left" | "declined";
      isOriginator: boolean;
    };
    PasswordForm: {
      password: string;
    };
    Period: {
      from: string;
      to: string | "24:00";
    };
    Person: {
      id: string;
      name: string;
      photoUrl?: string;
    };
    PersonForm: {
      name: string;
      email?: string;
      role: "requester" | "agent" | "supervisor" | "admin";
      locale?: "en" | "es" | "pt";
      capacity?: number;
      groupIds?: string[];
      skills?: string[];
      languages?: ("en" | "es" | "pt")[];
      department?: string;
      location?: string;
      company?: string;
      active: boolean;
    };
    Photo: {
      content: string;
    };
    Portfolio: {
      origins: {
        key?: string;
        name: string;
        id: string;
      }[];
      contracts: {
        key?: string;
        name: string;
        id: string;
      }[];
      catalogs: {
        key?: string;
        name: {
          en: string;
          es?: unknown;
          pt?: unknown;
        };
        description: {
          en: string;
          es?: unknown;
          pt?: unknown;
        };
        viaChat: boolean;
        position: number;
        groupIds: string[];
        phase: "pipeline" | "catalog" | "obsolete";
        id: string;
      }[];
      services: {
        key?: string;
        name: {
          en: string;
          es?: unknown;
          pt?: unknown;
        };
        description: {
          en: string;
          es?: unknown;
          pt?: unknown;
        };
        viaChat: boolean;
        position: number;
        groupIds: string[];
        phase: "pipeline" | "catalog" | "obsolete";
        catalogId: string;
        id: string;
      }[];
      activities: {
        key?: string;
        name: {
          en: string;
          es?: unknown;
          pt?: unknown;
        };
        description: {
          en: string;
          es?: unknown;
          pt?: unknown;
        };
        viaChat: boolean;
        position: number;
        groupIds: string[];
        serviceId: string;
        kind: "request" | "incident";
        status: "active" | "under-analysis" | "in-creation" | "in-design" | "inactive";
        groupId?: string;
        fields: components["schemas"]["ActivityField"][];
        samples: { [key: string]: string[] };
        id: string;
      }[];
    };
    PortfolioImport: {
      format: "json" | "csv";
      content: string;
      dryRun?: boolean;
    };
    Preview: {
      subject: string;
      text: string;
      html: string;
    };
    PreviewRequest: {
      subject: string;
      text: string;
      locale?: "en" | "es" | "pt";
    };
    PrivacySettings: {
      retention: components["schemas"]["Retention"];
      masking: components["schemas"]["Masking"];
      versions: {
        retention: number;
        masking: number;
      };
    };
    QuestionGroup: {
      id: string;
      text: string;
      count: number;
      refused: number;
      languages: {
        language: "en" | "es" | "pt";
        count: number;
      }[];
      firstAt: number;
      lastAt: number;
      samples: components["schemas"]["AskedQuestion"][];
      messageIds: string[];
    };
    Report: {
      name: "attendances" | "times" | "reasons" | "assistant" | "satisfaction" | "tickets";
      by: "day" | "hour" | "group" | "agent";
      columns: string[];
      totals: (number | null)[];
      rows: {
        key: string;
        name: string;
        values: (number | null)[];
      }[];
    };
    ReportChoices: {
      groups: {
        id: string;
        name: string;
      }[];
      agents: {
        id: string;
        name: string;
      }[];
      channels: string[];
    };
    Retention: {
      talks?: number;
      tickets?: number;
      interactions?: number;
      files?: number;
      mails?: number;
      turns?: number;
    };
    RetentionForm: {
      retention: components["schemas"]["Retention"];
      version: number;
    };
    RoutedGroup: {
      id: string;
      name: string;
      takesAttendances: boolean;
      members: number;
      routing: components["schemas"]["GroupRouting"];
    };
    RoutingRule: {
      id: string;
      name: string;
      when: components["schemas"]["RuleConditions"];
      groupId: string;
      skills: string[];
    };
    RoutingRuleInput: {
      id: string;
      name: string;
      when: components["schemas"]["RuleConditionsInput"];
      groupId: string;
      skills?: string[];
    };
    RoutingRules: {
      rules: components["schemas"]["RoutingRuleInput"][];
    };
    RuleConditions: {
      departments: string[];
      locations: string[];
      companies: string[];
      languages: ("en" | "es" | "pt")[];
      groupIds: string[];
    };
    RuleConditionsInput: {
      departments?: string[];
      locations?: string[];
      companies?: string[];
      languages?: ("en" | "es" | "pt")[];
      groupIds?: string[];
    };
    SavedMapping: {
      version: number;
      mapping: components["schemas"]["InteractionMapping"];
    };
    SaveWidget: {
      settings: components["schemas"]["WidgetSettingsInput"];
      version: number;
    };
    ScheduleRow: {
      hours: {
        kind: "calendar";
        calendarId: string;
      } | {
        kind: "own";
        timeZone: string;
        weekly: components["schemas"]["Weekly"];
      };
      during: "open" | "closed";
      mode: "manual" | "automatic" | "both";
    };
    ScheduleRowInput: {
      hours: {
        kind: "calendar";
        calendarId: string;
      } | {
        kind: "own";
        timeZone: string;
        weekly: components["schemas"]["WeeklyInput"];
      };
      during: "open" | "closed";
      mode: "manual" | "automatic" | "both";
    };
    ScoredTarget: {
      target: string;
      title: string;
      score: number;
    };
    Sender: {
      kind: "requester" | "agent" | "assistant" | "system";
      id: string;
      name: string;
    };
    ServiceForm: {
      key?: string;
      name: {
        en: string;
        es?: string;
        pt?: string;
      };
      description: {
        en: string;
        es?: string;
        pt?: string;
      };
      viaChat: boolean;
      position?: number;
      groupIds?: string[];
      phase: "pipeline" | "catalog" | "obsolete";
      catalogId: string;
    };
    ServiceLevel: {
      agreement?: string;
      chat: components["schemas"]["ChatCapability"];
      response?: {
        dueAt: number;
        doneAt?: number;
        state: "running" | "near" | "breached" | "paused" | "met" | "missed";
      };
      resolution?: {
        dueAt: number;
        doneAt?: number;
        state: "running" | "near" | "breached" | "paused" | "met" | "missed";
      };
    };
    SignOnAdmin: {
      provider?: {
        name: string;
        issuer: string;
        clientId: string;
        groupsClaim: string;
        isReachable: boolean;
        redirectUri: string;
        postLogoutUri: string;
        backChannelUri: string;
      };
      passwords: boolean;
      settings: components["schemas"]["SignOnRules"];
      version: number;
    };
    SignOnForm: {
      settings: components["schemas"]["SignOnRules"];
      version: number;
    };
    SignOnRule: {
      claim: string;
      role?: "requester" | "agent" | "supervisor" | "admin";
      groupIds: string[];
    };
    SignOnRules: {
      rules: components["schemas"]["SignOnRule"][];
      onlyMapped: boolean;
    };
    StuckTicket: {
      ticketId: string;
      number: string;
      elsewhere?: string;
      what: "ticket" | "message" | "event" | "file" | "talk";
      reason: string;
      at: number;
    };
    Suggestion: {
      id: string;
      text: string;
      language: "en" | "es" | "pt";
      count: number;
      lastAt: number;
      chosen: components["schemas"]["NamedTarget"];
      best?: components["schemas"]["ScoredTarget"];
      messageIds: string[];
    };
    SupposedAgent: {
      id: string;
      online?: boolean;
      status?: "available" | "busy" | "away" | "offline";
      held?: number;
      capacity?: number;
      skills?: string[];
      languages?: ("en" | "es" | "pt")[];
    };
    Survey: {
      status: "open" | "answered" | "skipped" | "closed";
      agentName?: string;
      score?: number;
      comment?: string;
    };
    SurveyComment: {
      conversationId: string;
      at: number;
      score: number;
      comment: string;
      agentName?: string;
    };
    SurveySettings: {
      desk: "off" | "by-hand" | "attended" | "all";
      groups: {
        groupId: string;
        ask: "off" | "by-hand" | "attended" | "all";
      }[];
    };
    Synonym: {
      language: "en" | "es" | "pt";
      words: string[];
      id: string;
    };
    SynonymForm: {
      language: "en" | "es" | "pt";
      words: string[];
    };
    TalkLine: {
      seq: number;
      kind: string;
      name: string;
      text: string;
      at: number;
      model?: components["schemas"]["ModelVerdict"];
    };
    TalkSurvey: {
      ask: boolean;
    };
    Target: {
      responseMinutes?: number;
      resolutionMinutes?: number;
    };
    TaughtExample: {
      id: string;
      intent: components["schemas"]["NamedTarget"];
      language: "en" | "es" | "pt";
      text: string;
      source: "typed" | "question" | "choice" | "import";
      createdAt: number;
      createdBy?: string;
    };
    TestMail: {
      to: string;
      locale: "en" | "es" | "pt";
    };
    ThresholdTrial: {
      considered: number;
      since?: number;
      present?: number;
      before: {
        answered: number;
        askedBack: number;
        fallback: number;
      };
      after: {
        answered: number;
        askedBack: number;
        fallback: number;
      };
      changed: {
        messageId: string;
        text: string;
        language: "en" | "es" | "pt";
        from: "answered" | "asked-back" | "fallback";
        to: "answered" | "asked-back" | "fallback";
        best?: components["schemas"]["ScoredTarget"];
      }[];
      changedCount: number;
    };
    Ticket: {
      id: string;
      number: string;
      kind: "request" | "incident";
      state: "open" | "in-progress" | "dispatched" | "pending-customer" | "pending-approval" | "resolved" | "closed" | "canceled";
      origin: string;
      activity: {
        id: string;
        name: string;
      };
      requester: components["schemas"]["Person"];
      group?: {
        id: string;
        name: string;
      };
      assignee?: components["schemas"]["Person"];
      description: string;
      fields: {
        name: string;
        label: string;
        value: string;
      }[];
      conversationId?: string;
      files?: components["schemas"]["File"][];
      attendance?: {
        id: string;
        phase: string;
        waitingSince: number;
        agentId?: string;
      };
      priority: "critical" | "high" | "medium" | "low";
      impact: "high" | "medium" | "low";
      urgency: "high" | "medium" | "low";
      service?: {
        id: string;
        name: string;
      };
      owner?: components["schemas"]["Person"];
      expert?: components["schemas"]["Person"];
      serviceLevel?: components["schemas"]["ServiceLevel"];
      chat: "open" | "not-by-chat" | "no-agreement";
      elsewhere?: {
        desk: string;
        number: string;
        url?: string;
      };
      version: number;
      createdAt: number;
      updatedAt: number;
    };
    TicketChange: {
      version: number;
      state?: "open" | "in-progress" | "dispatched" | "pending-customer" | "pending-approval" | "resolved" | "closed" | "canceled";
      groupId?: string;
      assigneeId?: string | null;
      ownerId?: string | null;
      expertId?: string | null;
      priority?: "critical" | "high" | "medium" | "low";
      impact?: "high" | "medium" | "low";
      urgency?: "high" | "medium" | "low";
      description?: string;
      fields?: { [key: string]: string };
    };
    TicketMessage: {
      id: string;
      author: {
        id: string;
        name: string;
      };
      side: "requester" | "agent";
      text: string;
      isMailed: boolean;
      via?: "mail";
      isUnproven?: true;
      sentAt: number;
    };
    TicketNote: {
      text: string;
      visibility: "private" | "public";
    };
    TimelineEntry: {
      id: string;
      at: number;
      kind: "opened" | "state" | "assigned" | "group" | "note" | "memo" | "edited" | "consult" | "message" | "attendance" | "overflowed" | "elsewhere";
      actor: {
        kind: string;
        id: string;
        name: string;
      };
      text: string;
      files?: components["schemas"]["File"][];
      seq?: number;
      memo?: components["schemas"]["Memo"];
    };
    TrainingRun: {
      id: string;
      at: number;
      outcome: "trained" | "cached" | "failed";
      model: string;
      examples: number;
      intents: number;
      tookMs: number;
      threshold?: number;
      reason?: string;
    };
    Transcript: {
      consult: components["schemas"]["Consult"];
      messages: components["schemas"]["Message"][];
    };
    Tried: {
      verdict: "answered" | "asked-back" | "fallback";
      language: {
        language: "en" | "es" | "pt";
        confidence: number;
        used: "en" | "es" | "pt";
      };
      threshold: number;
      minimum?: number;
      outOfScope: number;
      intents: {
        target: string;
        title: string;
        score: number;
        words: string[];
        example?: string;
      }[];
      articles: {
        target: string;
        title: string;
        score: number;
        language: "en" | "es" | "pt";
        matched: string[];
        signs: {
          coverage: number;
          titleCoverage: number;
          titleAsked: number;
          likeness: number;
        };
        boost?: "less" | "more" | "first";
      }[];
      synonyms: string[];
      shown: components["schemas"]["NamedTarget"][];
      entities: { [key: string]: string };
    };
    TriedModel: {
      outcome: "shown" | "not-in-articles" | "refused" | "failed";
      reason?: "form" | "too-long" | "language" | "uncited" | "unknown-source" | "fact" | "name" | "contradicted" | "not-carried" | "late" | "unreachable" | "answered-badly" | "garbage" | "busy" | "resting" | "spent-today" | "spent-in-talk";
      because?: string;
      tookMs: number;
      promptTokens: number;
      answerTokens: number;
      written?: string;
      answer?: string;
      sources: {
        number: number;
        id: string;
        title: string;
        text: string;
      }[];
    };
    Try: {
      text: string;
      language?: "en" | "es" | "pt";
    };
    TryLanguageModel: {
      question: string;
      language: "en" | "es" | "pt";
    };
    TryMasking: {
      masking: components["schemas"]["Masking"];
      text: string;
    };
    UnderstandingState: {
      training: {
        running?: {
          since: number;
          examples: number;
        };
        model: string;
        examples: number;
        intents: number;
        threshold: number;
        failed?: string;
      };
      runs: components["schemas"]["TrainingRun"][];
      gold?: components["schemas"]["GoldRun"];
      intents: string[];
      activities: components["schemas"]["NamedTarget"][];
    };
    WaysIn: {
      password: boolean;
      signOn?: {
        name: string;
      };
    };
    Webhook: {
      name: string;
      url: string;
      events: ("conversation.opened" | "conversation.moved" | "conversation.closed" | "message.posted" | "attendance.requested" | "attendance.accepted" | "attendance.transferred" | "attendance.closed" | "ticket.opened" | "ticket.changed" | "article.published" | "article.withdrawn")[];
      groupIds: string[];
      isActive: boolean;
      version: number;
      id: string;
      createdAt: number;
      updatedAt: number;
      waiting: number;
      dead: number;
      lastSentAt?: number;
    };
    WebhookChange: {
      name: string;
      url: string;
      events: ("conversation.opened" | "conversation.moved" | "conversation.closed" | "message.posted" | "attendance.requested" | "attendance.accepted" | "attendance.transferred" | "attendance.closed" | "ticket.opened" | "ticket.changed" | "article.published" | "article.withdrawn")[];
      groupIds: string[];
      isActive: boolean;
      version: number;
    };
    WebhookForm: {
      name: string;
      url: string;
      events: ("conversation.opened" | "conversation.moved" | "conversation.closed" | "message.posted" | "attendance.requested" | "attendance.accepted" | "attendance.transferred" | "attendance.closed" | "ticket.opened" | "ticket.changed" | "article.published" | "article.withdrawn")[];
      groupIds: string[];
      isActive: boolean;
    };
    WebhookSecret: {
      secret: string;
      item: components["schemas"]["Webhook"];
    };
    WebhookTry: {
      ok: boolean;
      status?: number;
      reason?: string;
    };
    Weekly: {
      monday: components["schemas"]["Period"][];
      tuesday: components["schemas"]["Period"][];
      wednesday: components["schemas"]["Period"][];
      thursday: components["schemas"]["Period"][];
      friday: components["schemas"]["Period"][];
      saturday: components["schemas"]["Period"][];
      sunday: components["schemas"]["Period"][];
    };
    WeeklyInput: {
      monday?: components["schemas"]["Period"][];
      tuesday?: components["schemas"]["Period"][];
      wednesday?: components["schemas"]["Period"][];
      thursday?: components["schemas"]["Period"][];
      friday?: components["schemas"]["Period"][];
      saturday?: components["schemas"]["Period"][];
      sunday?: components["schemas"]["Period"][];
    };
    WhatIf: {
      activityId?: string;
      groupId?: string;
      language?: "en" | "es" | "pt";
      skills?: string[];
      channel?: string;
      department?: string;
      location?: string;
      company?: string;
      at?: number;
      mode?: "off" | "manual" | "automatic" | "both";
      agents?: components["schemas"]["SupposedAgent"][];
    };
    WhatIfAnswer: {
      rule?: string;
      why: components["schemas"]["Why"];
      mode: "off" | "manual" | "automatic" | "both";
      first?: string;
    };
    WholeVersion: {
      version: number;
      savedAt: number;
      savedBy?: string;
      note: string;
      title: string;
      language: "en" | "es" | "pt";
      body: string;
      tags: string[];
    };
    Why: {
      attendanceId?: string;
      waitingSince?: number;
      position?: number;
      groups: components["schemas"]["GroupVerdict"][];
      next: {
        kind: "offered" | "agent-picks" | "offer-follows" | "others-first" | "group-opens" | "talk-ends" | "agent-returns" | "skill-needed" | "language-needed" | "rest-ends" | "no-agents";
        at?: number;
        agent?: string;
        group?: string;
      };
      overflow?: {
        groupId: string;
        group: string;
        at: number;
      };
      mayAssign?: boolean;
      givesUpAt?: number;
      reclaimed?: {
        at: number;
        agent: string;
      };
    };
    WidgetAdmin: {
      settings: components["schemas"]["WidgetSettings"];
      version: number;
      logoUrl?: string;
      guestAccountName?: string;
      keys: components["schemas"]["WidgetKey"][];
      environmentOrigins: string[];
    };
    WidgetKey: {
      id: string;
      createdAt: number;
      endsAt?: number;
    };
    WidgetLogo: {
      content: string;
    };
    WidgetLook: {
      title: {
        en?: string;
        es?: string;
        pt?: string;
      };
      greeting: {
        en?: string;
        es?: string;
        pt?: string;
      };
      button: {
        en?: string;
        es?: string;
        pt?: string;
      };
      accent: unknown;
      position: "left" | "right";
      offset: {
        side: number;
        bottom: number;
      };
      startsOpened: boolean;
      languages: ("en" | "es" | "pt")[];
      onAccent: "#ffffff" | "#000000";
      logoUrl?: string;
      guest?: {
        startsOpened: boolean;
        reachesPeople: boolean;
      };
    };
    WidgetSettings: {
      title: {
        en?: string;
        es?: string;
        pt?: string;
      };
      greeting: {
        en?: string;
        es?: string;
        pt?: string;
      };
      button: {
        en?: string;
        es?: string;
        pt?: string;
      };
      welcome: {
        en?: string;
        es?: string;
        pt?: string;
      };
      accent: unknown;
      position: "left" | "right";
      offset: {
        side: number;
        bottom: number;
      };
      startsOpened: boolean;
      initialAction: {
        kind: "none";
      } | {
        kind: "menu";
      } | {
        kind: "open-activity";
        activityId: string;
      } | {
        kind: "search";
        text: string;
      };
      languages: ("en" | "es" | "pt")[];
      allowedOrigins: unknown[];
      groups: {
        claim: string;
        groupId: string;
      }[];
      guest: {
        enabled: boolean;
        accountId?: string;
        keyword: string;
        welcome: {
          en?: string;
          es?: string;
          pt?: string;
        };
        startsOpened: boolean;
        initialAction: {
          kind: "none";
        } | {
          kind: "menu";
        } | {
          kind: "open-activity";
          activityId: string;
        } | {
          kind: "search";
          text: string;
        };
        reachesPeople: boolean;
      };
    };
    WidgetSettingsInput: {
      title: {
        en?: string;
        es?: string;
        pt?: string;
      };
      greeting: {
        en?: string;
        es?: string;
        pt?: string;
      };
      button: {
        en?: string;
        es?: string;
        pt?: string;
      };
      welcome: {
        en?: string;
        es?: string;
        pt?: string;
      };
      accent: string;
      position: "left" | "right";
      offset: {
        side: number;
        bottom: number;
      };
      startsOpened: boolean;
      initialAction: {
        kind: "none";
      } | {
        kind: "menu";
      } | {
        kind: "open-activity";
        activityId: string;
      } | {
        kind: "search";
        text: string;
      };
      languages: ("en" | "es" | "pt")[];
      allowedOrigins: string[];
      groups: {
        claim: string;
        groupId: string;
      }[];
      guest: {
        enabled: boolean;
        accountId?: string;
        keyword: string;
        welcome: {
          en?: string;
          es?: string;
          pt?: string;
        };
        startsOpened: boolean;
        initialAction: {
          kind: "none";
        } | {
          kind: "menu";
        } | {
          kind: "open-activity";
          activityId: string;
        } | {
          kind: "search";
          text: string;
        };
        reachesPeople: boolean;
      };
    };
    Error: {
      error: {
        code: "request/malformed" | "request/too-large" | "request/not-found" | "request/method-not-allowed" | "request/too-many" | "request/foreign-origin" | "session/required" | "session/wrong-credentials" | "session/expired" | "access/denied" | "identity/refused" | "identity/expired" | "identity/ended" | "identity/unusable" | "identity/not-configured" | "guest/off" | "guest/refused" | "guest/nothing-to-claim" | "widget/refused" | "widget/changed" | "conversation/not-found" | "conversation/stale-epoch" | "conversation/epoch-required" | "conversation/closed" | "conversation/not-owner" | "conversation/move-refused" | "message/empty" | "message/too-long" | "file/not-found" | "file/empty" | "file/too-large" | "file/refused" | "file/already-sent" | "file/harmful" | "file/unchecked" | "token/not-found" | "token/refused" | "token/scope" | "language-model/refused" | "language-model/changed" | "language-model/not-ready" | "webhook/not-found" | "webhook/refused" | "webhook/changed" | "other-desk/not-found" | "other-desk/refused" | "other-desk/changed" | "other-desk/unsigned" | "request/key-reused" | "request/under-way" | "request/outdated" | "attendance/not-found" | "attendance/taken" | "attendance/gone" | "attendance/at-capacity" | "attendance/not-in-group" | "attendance/offline" | "attendance/off" | "attendance/not-configured" | "attendance/closed" | "attendance/offered-to-other" | "attendance/not-offered" | "attendance/channel-full" | "attendance/no-target" | "attendance/choose-group" | "attendance/finished" | "ticket/not-found" | "ticket/changed" | "ticket/no-chat" | "interaction/not-found" | "interaction/changed" | "agreement/not-found" | "agreement/refused" | "agreement/in-use" | "mapping/changed" | "ticket/not-configured" | "ticket/invalid-fields" | "activity/not-found" | "activity/not-available" | "article/not-found" | "article/refused" | "article/changed" | "folder/not-found" | "folder/refused" | "portfolio/not-found" | "portfolio/refused" | "portfolio/in-use" | "account/not-found" | "account/refused" | "group/not-found" | "group/refused" | "group/in-use" | "routing/refused" | "parameter/not-found" | "parameter/refused" | "calendar/not-found" | "calendar/refused" | "calendar/in-use" | "mode/refused" | "consult/not-found" | "consult/ended" | "consult/not-invited" | "consult/not-originator" | "consult/no-invitee" | "consult/no-recipient" | "consult/recipient-gone" | "contact/not-found" | "contact/not-mutual" | "understanding/not-found" | "understanding/refused" | "understanding/known" | "participant/refused" | "canned-reply/not-found" | "canned-reply/refused" | "push/refused" | "template/not-found" | "template/refused" | "template/in-use" | "mail/not-found" | "chat/off" | "survey/not-found" | "survey/closed" | "report/refused" | "channel/refused" | "privacy/refused" | "privacy/changed" | "privacy/too-large" | "sign-on/refused" | "sign-on/changed" | "server/busy" | "server/failed";
        message: string;
        details?: unknown;
      };
    };
  };
  responses: {
    "304": { headers: { [name: string]: unknown }; content?: never };
    "400": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "request/malformed";
            message: string;
            details?: unknown;
          };
        } } };
    "401": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "session/required" | "session/wrong-credentials" | "session/expired" | "identity/refused" | "identity/expired" | "identity/ended" | "other-desk/unsigned";
            message: string;
            details?: unknown;
          };
        } } };
    "403": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "request/foreign-origin" | "access/denied" | "guest/refused" | "token/scope" | "attendance/not-in-group" | "consult/not-invited" | "consult/not-originator" | "channel/refused";
            message: string;
            details?: unknown;
          };
        } } };
    "404": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "request/not-found" | "conversation/not-found" | "file/not-found" | "token/not-found" | "webhook/not-found" | "other-desk/not-found" | "attendance/not-found" | "ticket/not-found" | "interaction/not-found" | "agreement/not-found" | "activity/not-found" | "article/not-found" | "folder/not-found" | "portfolio/not-found" | "account/not-found" | "group/not-found" | "parameter/not-found" | "calendar/not-found" | "consult/not-found" | "contact/not-found" | "understanding/not-found" | "canned-reply/not-found" | "template/not-found" | "mail/not-found" | "survey/not-found";
            message: string;
            details?: unknown;
          };
        } } };
    "405": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "request/method-not-allowed";
            message: string;
            details?: unknown;
          };
        } } };
    "409": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "guest/nothing-to-claim" | "widget/changed" | "conversation/stale-epoch" | "conversation/closed" | "conversation/not-owner" | "conversation/move-refused" | "file/already-sent" | "file/unchecked" | "language-model/changed" | "language-model/not-ready" | "webhook/changed" | "other-desk/changed" | "request/under-way" | "attendance/taken" | "attendance/gone" | "attendance/at-capacity" | "attendance/offline" | "attendance/offered-to-other" | "attendance/not-offered" | "attendance/channel-full" | "attendance/finished" | "ticket/changed" | "interaction/changed" | "agreement/in-use" | "mapping/changed" | "article/changed" | "portfolio/in-use" | "group/in-use" | "calendar/in-use" | "consult/ended" | "consult/recipient-gone" | "understanding/known" | "template/in-use" | "survey/closed" | "privacy/changed" | "sign-on/changed";
            message: string;
            details?: unknown;
          };
        } } };
    "412": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "request/outdated";
            message: string;
            details?: unknown;
          };
        } } };
    "413": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "request/too-large" | "file/too-large";
            message: string;
            details?: unknown;
          };
        } } };
    "422": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "identity/unusable" | "identity/not-configured" | "guest/off" | "widget/refused" | "conversation/epoch-required" | "message/empty" | "message/too-long" | "file/empty" | "file/refused" | "file/harmful" | "token/refused" | "language-model/refused" | "webhook/refused" | "other-desk/refused" | "request/key-reused" | "attendance/off" | "attendance/not-configured" | "attendance/closed" | "attendance/no-target" | "attendance/choose-group" | "ticket/no-chat" | "agreement/refused" | "ticket/not-configured" | "ticket/invalid-fields" | "activity/not-available" | "article/refused" | "folder/refused" | "portfolio/refused" | "account/refused" | "group/refused" | "routing/refused" | "parameter/refused" | "calendar/refused" | "mode/refused" | "consult/no-invitee" | "consult/no-recipient" | "contact/not-mutual" | "understanding/refused" | "participant/refused" | "canned-reply/refused" | "push/refused" | "template/refused" | "chat/off" | "report/refused" | "privacy/refused" | "privacy/too-large" | "sign-on/refused";
            message: string;
            details?: unknown;
          };
        } } };
    "429": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "request/too-many";
            message: string;
            details?: unknown;
          };
        } } };
    "500": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "server/failed";
            message: string;
            details?: unknown;
          };
        } } };
    "503": { headers: { [name: string]: unknown }; content: { "application/json": {
          error: {
            code: "server/busy";
            message: string;
            details?: unknown;
          };
        } } };
  };
}
