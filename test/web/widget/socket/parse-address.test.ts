import { parse as parseAsThePackage } from "engine.io-client";
import { parse } from "../../../../web/widget/socket/parse-address.js";

const addresses = [
  "https://desk.example.com",
  "http://desk.example.com:4360/",
  "http://127.0.0.1:3978",
  "http://[::1]:3978",
  "https://desk.example.com/path?a=1",
];

describe("an address of a desk", () => {
  it.each(addresses)("is read as the socket's own package reads it: %s", (address) => {
    const { protocol, host, port, query } = parseAsThePackage(address);

    expect(parse(address)).toEqual({ protocol, host, port, query });
  });
});
