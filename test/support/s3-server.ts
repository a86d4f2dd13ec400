import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";

export const s3Keys = { S3_ACCESS_KEY_ID: "S3RVER", S3_SECRET_ACCESS_KEY: "S3RVER" };

export interface S3Server {
  readonly url: string;
  /** The names of what is kept in the bucket. */
  names(): string[];
  /** What lies on its disk, to look for words in. */
  readonly folder: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export const bucket = "desk-files";

/** A server that speaks S3 and checks signatures, with one bucket on disk. */
export async function openS3(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-s3-"));
  let port = 0;
  let server: S3rver | undefined;
  const start = async () => {
    server = new S3rver({
      port,
      address: "127.0.0.1",
      silent: true,
      directory: folder,
      configureBuckets: [{ name: bucket, configs: [] }],
    });
    ({ port } = (await server.run()) as AddressInfo);
  };
  const stop = async () => {
    await server?.close();
    server = undefined;
  };
  await start();
  return {
    folder,
    start,
    stop,
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    names: () =>
      readdirSync(join(folder, bucket), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith("._S3rver_object"))
        .map((name) => name.replace("._S3rver_object", "")),
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
