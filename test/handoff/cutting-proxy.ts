import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface CuttingProxy {
  readonly port: number;
  /** How many answers were swallowed. */
  cuts(): number;
  close(): Promise<void>;
}

/** Passes bytes on both ways, and cuts the connection instead of every n-th answer: executed, but never told. */
export async function openCuttingProxy(options: {
  readonly targetPort: number;
  readonly cutEvery: number;
}): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let answers = 0;
  let cuts = 0;
  const server = createServer((near) => {
    const far = connect(options.targetPort, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        near.destroy();
        far.destroy();
        sockets.delete(socket);
      });
    }
    near.pipe(far);
    far.on("data", (bytes) => {
      answers += 1;
      if (answers % options.cutEvery !== 0) return void near.write(bytes);
      cuts += 1;
      near.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return {
    port: address.port,
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
