import type { S3Client } from "@aws-sdk/client-s3";
import type { Objects } from "../../conversation/index.js";

export interface S3Place {
  readonly bucket: string;
  /** Left out for Amazon's own. */
  readonly endpoint: string | undefined;
  readonly region: string;
  /** The bucket stands in the path and not in the name of the host, as most other stores want it. */
  readonly isPathStyle: boolean;
  /** Before the id of each file. */
  readonly prefix: string;
  /** Without them the surroundings are asked, as Amazon's machines answer. */
  readonly keys: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

const connectMs = 5000;
const answerMs = 30_000;

/**
 * Bytes of files in a store that speaks S3. Nobody but the desk reads there: downloads go through its own checks. The
 * client is loaded at the first use, so that a desk without such a store pays nothing for it.
 */
export function createS3(place: S3Place): Objects {
  const { bucket, prefix } = place;
  let opening: ReturnType<typeof open> | undefined;
  const opened = () => {
    opening ??= open(place);
    return opening;
  };
  const named = (id: string) => ({ Bucket: bucket, Key: `${prefix}${id}` });
  return {
    put: async (id, bytes) => {
      const { client, s3 } = await opened();
      const body = { Body: bytes, ContentLength: bytes.length, ContentType: "application/octet-stream" };
      await client.send(new s3.PutObjectCommand({ ...named(id), ...body }));
    },
    get: async (id) => {
      const { client, s3 } = await opened();
      const { Body } = await client.send(new s3.GetObjectCommand(named(id)));
      if (Body === undefined) throw new Error("The store of files answered without a body.");
      return Buffer.from(await Body.transformToByteArray());
    },
    remove: async (id) => {
      const { client, s3 } = await opened();
      await client.send(new s3.DeleteObjectCommand(named(id)));
    },
  };
}

async function open({ endpoint, region, isPathStyle, keys }: S3Place) {
  const s3 = await import("@aws-sdk/client-s3");
  const client: S3Client = new s3.S3Client({
    region,
    forcePathStyle: isPathStyle,
    ...(endpoint === undefined ? {} : { endpoint }),
    // The client writes into what it is given.
    ...(keys === undefined ? {} : { credentials: { ...keys } }),
    requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs },
    // Stores other than Amazon's do not know the newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  return { client, s3 };
}
