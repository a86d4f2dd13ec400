import { Provider } from "oidc-provider";

/**
 * A real identity provider as a process of its own: people, clients and pages are those of the library. Told by its parent
 * who is known there; says "ready" when it serves. Arguments: its port and the desk's address.
 */
const [, , port, desk] = process.argv;
const people = new Map();

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: "desk",
      client_secret: "a secret of the desk that is long enough",
      redirect_uris: [`${desk}/api/v1/session/oidc/callback`],
      post_logout_redirect_uris: [`${desk}/login`],
      backchannel_logout_uri: `${desk}/api/v1/session/oidc/log-out`,
      backchannel_logout_session_required: true,
    },
  ],
  claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"], groups: ["groups"] },
  cookies: { keys: ["a key of this process"] },
  pkce: { required: () => true },
  features: { backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people.get(id) }) }),
  // Its own refuses addresses of this machine, where the desk of the tests is.
  fetch: (url, { dispatcher: _dispatcher, ...options }) => fetch(url, options),
  // Nobody is asked whether the desk may know them.
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope("openid profile email groups");
    await grant.save();
    return grant;
  },
});

const server = provider.listen(Number(port), "127.0.0.1", () => process.send({ ready: true }));
process.on("message", ({ id, claims }) => {
  people.set(id, claims);
  process.send({ known: id });
});
process.on("disconnect", () => server.close(() => process.exit(0)));
