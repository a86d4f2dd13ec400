/** Twice what the largest picture of a person takes, for screens of high density. */
const sidePx = 160;

/** The middle of a picture as a small square, in base64. Throws for what is no picture. */
export async function toSquare(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  const side = Math.min(picture.width, picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = sidePx;
  canvas.height = sidePx;
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
  canvas.getContext("2d")?.drawImage(picture, left, top, side, side, 0, 0, sidePx, sidePx);
  picture.close();
  return canvas.toDataURL("image/jpeg", 0.85).replace(/^data:[^,]*,/, "");
}
