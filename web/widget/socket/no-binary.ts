/** In place of what takes binary parts out of messages and puts them back: the contract has none. */
export function hasBinary(): boolean {
  return false;
}

export const isBinary = hasBinary;

export function deconstructPacket(): never {
  throw new Error("The chat sends text only.");
}

export const reconstructPacket = deconstructPacket;
