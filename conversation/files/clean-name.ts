const maxChars = 120;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name to show and to save under: without folders, without characters that cannot be seen or that turn the text
 * around, and none that a file system reads as something else (reliability S8). Bytes are never kept under it.
 */
export function cleanName(name: string): string {
  const last = decode(name).split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*%;]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .replace(reserved, "_$&");
  return shorten(clean) || "file";
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The ending tells people what it is, so the middle goes. */
function shorten(name: string): string {
  if (name.length <= maxChars) return name;
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : "";
  return (
    [...name.slice(0, maxChars - ending.length - 1)].filter((one) => !/\p{Cs}/u.test(one)).join("") +
    "…" +
    ending
  );
}
