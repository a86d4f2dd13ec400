import { clientAddress } from "../../config/index.js";

const remoteAddress = "10.0.0.1";

describe("the address of a client (S31)", () => {
  it("is the peer's, whatever a header claims, when no proxy stands in front", () => {
    expect(clientAddress({ remoteAddress, forwardedFor: "203.0.113.9", trustedProxies: 0 })).toBe(
      remoteAddress,
    );
  });

  it("is what the last trusted proxy saw, not what the client wrote before it", () => {
    const forwardedFor = "198.51.100.1, 203.0.113.9";

    expect(clientAddress({ remoteAddress, forwardedFor, trustedProxies: 1 })).toBe("203.0.113.9");
    expect(clientAddress({ remoteAddress, forwardedFor, trustedProxies: 2 })).toBe("198.51.100.1");
  });

  it("falls back to the peer when the header holds no address", () => {
    expect(clientAddress({ remoteAddress, forwardedFor: "'; drop table", trustedProxies: 1 })).toBe(
      remoteAddress,
    );
    expect(clientAddress({ remoteAddress, forwardedFor: "", trustedProxies: 1 })).toBe(remoteAddress);
    expect(clientAddress({ remoteAddress, forwardedFor: undefined, trustedProxies: 1 })).toBe(remoteAddress);
  });

  it("is one address in both of its spellings", () => {
    const mapped = clientAddress({
      remoteAddress: "::ffff:10.0.0.1",
      forwardedFor: undefined,
      trustedProxies: 0,
    });

    expect(mapped).toBe(remoteAddress);
  });
});
