import { isIP, type LookupFunction } from "node:net";
import { AppError, type ErrorCode } from "../../contract/index.js";
import { isPublicAddress } from "./public-address.js";

/** Throws `code` where the desk sends nothing to this address. Names are looked up when something is sent. */
export function checkAddress(
  text: string,
  { mayBePrivate, code }: { readonly mayBePrivate: boolean; readonly code: ErrorCode },
): void {
  if (!URL.canParse(text)) throw refused(code, "This is no address.");
  const { protocol, username, password, hostname } = new URL(text);
  if (protocol !== "https:" && !(mayBePrivate && protocol === "http:")) {
    throw refused(code, "The address must begin with https://.");
  }
  if (username !== "" || password !== "") {
    throw refused(code, "The address must not carry a name or a password.");
  }
  // The parser has turned every way to write an IPv4 address, decimal, octal or hexadecimal, into the plain one.
  const host = hostname.replace(/^\[|\]$/g, "");
  if (!mayBePrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw privateAddress(code);
}

/** Looks names up, and knows only addresses in the internet at large. One that is private among others refuses all. */
export function publicOnly(lookup: LookupFunction): LookupFunction {
  return (host, options, done) => {
    lookup(host, options, (error, found, family) => {
      if (error !== null) return done(error, found, family);
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      if (addresses.length > 0 && addresses.every(isPublicAddress)) return done(null, found, family);
      done(privateAddress("webhook/refused"), found, family);
    });
  };
}

function privateAddress(code: ErrorCode): AppError {
  return refused(code, "The address belongs to this machine or to a private network.");
}

function refused(code: ErrorCode, message: string): AppError {
  return new AppError(code, message);
}
