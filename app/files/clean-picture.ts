import sharp from "sharp";
import { AppError } from "../../contract/index.js";

/** Above every telephone's camera; what is larger is drawn to be large. */
const pixelsMost = 100_000_000;
/** Of one picture that moves, over all its frames together. */
const movingPixelsMost = 200_000_000;
const framesMost = 500;
const secondsMost = 20;
/** Each may hold some hundred megabytes while it is drawn anew. */
const atOnce = 1;

/** The loaders of the formats that are taken, and no others: no SVG, no PDF, no TIFF, nothing that calls a program. */
const loaders = ["Jpeg", "Png", "Webp", "Nsgif"];

const formats = {
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
} as const;
type PictureType = keyof typeof formats;

/** Draws a picture anew; other types are not its business and come back as `undefined`. */
export type CleanPicture = (bytes: Buffer, type: string) => Promise<Buffer | undefined>;

/**
 * A picture of the same kind with the same pixels and nothing else: no place where it was taken, no serial number, no
 * second file behind the first. What is too large when drawn, moves too long, takes too long or is broken is
 * `file/refused` (reliability S27).
 */
export function createCleanPicture(): CleanPicture {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: loaders.map((name) => `VipsForeignLoad${name}`) });
  sharp.cache(false);
  sharp.concurrency(1);
  let turns: Promise<unknown>[] = Array.from({ length: atOnce }, () => Promise.resolve());

  /** One after the other: many at once would be the bomb. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const [first = Promise.resolve(), ...others] = turns;
    const done = first.then(work);
    turns = [...others, done.catch(() => undefined)];
    return done;
  }

  return async (bytes, type) => (isPicture(type) ? inTurn(() => draw(bytes, type)) : undefined);
}

async function draw(bytes: Buffer, type: PictureType): Promise<Buffer> {
  const moves = type === "image/gif" || type === "image/webp";
  try {
    const options = { failOn: "error", limitInputPixels: movingPixelsMost, sequentialRead: true } as const;
    const { width, height, pages = 1, pageHeight = height } = await sharp(bytes, options).metadata();
    const pixels = width * pageHeight;
    if (pixels > pixelsMost || pages > framesMost || pixels * pages > movingPixelsMost) throw tooMuch();
    return await sharp(bytes, { ...options, animated: moves })
      .timeout({ seconds: secondsMost })
      .autoOrient()
      .toFormat(formats[type], type === "image/jpeg" ? { quality: 88 } : {})
      .toBuffer();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const said = error instanceof Error ? error.message : "";
    throw /pixel limit|timeout/i.test(said) ? tooMuch() : broken();
  }
}

function isPicture(type: string): type is PictureType {
  return type in formats;
}

function tooMuch(): AppError {
  return new AppError(
    "file/refused",
    "This picture is too large or moves too long. Please send a smaller one.",
  );
}

function broken(): AppError {
  return new AppError("file/refused", "This picture is broken and cannot be opened.");
}
