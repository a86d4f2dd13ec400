/** Where people reach the desk, for links that leave it. */
export interface Address {
  /** Without a closing slash. */
  url(): string;
  /** The port that was taken, where the configuration leaves it open. */
  listensAt(port: number): void;
}

export function createAddress(server: {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
}): Address {
  let port = server.port;
  const host = server.host.includes(":") ? `[${server.host}]` : server.host;
  return {
    url: () => server.publicUrl ?? `http://${host}:${port}`,
    listensAt: (taken) => {
      port = taken;
    },
  };
}
