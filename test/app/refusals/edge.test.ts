import { io } from "socket.io-client";
import { type RunningDesk, startDesk } from "../../support/desk.js";

describe("refusals at the edge", () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  const logIn = async (language: string, body: unknown) => {
    const response = await fetch(`${desk.url}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": language },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { error: { code: string; message: string; details?: unknown } };
  };

  it.each([
    ["en", "The name or the password is not right."],
    ["es-MX,es;q=0.9", "El nombre o la contraseña no son correctos."],
    ["pt-BR", "O nome ou a senha não estão corretos."],
    ["fr", "The name or the password is not right."],
  ])("tells a browser in %s that the log-in failed", async (language, message) => {
    const { error } = await logIn(language, { username: "ana", password: "wrong" });

    expect(error).toMatchObject({ code: "session/wrong-credentials", message });
  });

  it("tells what is wrong with a form in the language of the page", async () => {
    const { error } = await logIn("pt", { username: "ana" });

    expect(error).toMatchObject({
      code: "request/malformed",
      message: "O que foi enviado não está como esperado; verifique os dados.",
      details: { problems: [{ at: "password", problem: "Falta este dado." }] },
    });
  });

  it("tells it where no method is", async () => {
    const response = await fetch(`${desk.url}/api/v1/nowhere`, { headers: { "accept-language": "es" } });

    // With pages behind it nothing is there, without them nothing answers this method.
    expect(await response.json()).toMatchObject({
      error: {
        message: expect.stringMatching(
          /^(No hay nada en esta dirección|Esta dirección no responde a este método)\.$/,
        ),
      },
    });
  });

  it("tells a socket in the language its page has chosen", async () => {
    const ana = await desk.connect("ana");
    const socket = io(desk.url, {
      auth: { token: ana.token, locale: "pt" },
      transports: ["websocket"],
      extraHeaders: { "accept-language": "es" },
    });

    const refused = await socket.emitWithAck("attendance:accept", {
      attendanceId: "0198a0a0-0000-7000-8000-000000000000",
      requestId: "r1",
    });
    const stranger = await new Promise<Error & { data?: unknown }>((resolve) => {
      const other = io(desk.url, { auth: { locale: "es" }, transports: ["websocket"], forceNew: true });
      other.on("connect_error", (error) => {
        other.disconnect();
        resolve(error);
      });
    });
    socket.disconnect();

    expect(refused).toMatchObject({
      ok: false,
      error: { code: "access/denied", message: "Somente atendentes aceitam atendimentos." },
    });
    expect(stranger.data).toEqual({ code: "session/required", message: "Inicie sesión primero." });
  });
});
