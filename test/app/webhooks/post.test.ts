import type { LookupFunction } from "node:net";
import { checkUrl, createPost } from "../../../app/webhooks/post.js";
import { isPublicAddress } from "../../../app/outgoing/public-address.js";
import { openReceiver, type Receiver } from "../../support/receiver.js";

const onlyPublic = { mayBePrivate: false };
const lookupTo =
  (...addresses: string[]): LookupFunction =>
  (_host, { all }, done) => {
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    if (all) done(null, found);
    else done(null, addresses[0] ?? "", 4);
  };

describe("where webhooks go (issue 8, attack S21)", () => {
  it.each([
    ...["127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
    ...["169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7"],
    ...["203.0.113.9", "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12::1"],
    ...["::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "ff02::1"],
    ...["2001::1", "not an address", ""],
  ])("takes %s for no place in the internet", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["8.8.8.8", "93.184.216.34", "172.32.0.1", "2606:2800:220:1::1", "2a00:1450:4001::8a"])(
    "takes %s for a place in the internet",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...["https://127.0.0.1/x", "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/"],
    ...["https://127.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/"],
    ...["https://0/", "https://169.254.169.254/latest/meta-data/", "https://１２７.0.0.1/"],
    ...["http://example.com/", "ftp://example.com/", "https://me:secret@example.com/", "example.com"],
  ])("refuses %s when it is set", (url) => {
    expect(() => checkUrl(url, onlyPublic)).toThrow(
      expect.objectContaining({ code: "webhook/refused", status: 422 }),
    );
  });

  it("takes an address by name, and one of the internet", () => {
    for (const url of ["https://example.com/x?y", "https://8.8.8.8:8443/", "https://[2606:2800::1]/"]) {
      expect(() => checkUrl(url, onlyPublic)).not.toThrow();
    }
    expect(() => checkUrl("http://127.0.0.1:9/", { mayBePrivate: true })).not.toThrow();
  });

  describe("with a receiver on this machine", () => {
    let receiver: Receiver;
    beforeEach(async () => {
      receiver = await openReceiver();
    });
    afterEach(() => receiver.close());

    const bodyOf = (url: string) => ({
      url,
      headers: { "Content-Type": "application/json" },
      body: '{"a":1}',
    });

    it.each([["127.0.0.1"], ["::1"], ["93.184.216.34", "10.0.0.1"]])(
      "does not call a name that stands for %s %s",
      async (...addresses) => {
        const post = createPost({ ...onlyPublic, lookup: lookupTo(...addresses) });

        const posted = await post(bodyOf(`https://innocent.example:${new URL(receiver.url).port}/`));

        expect(posted).toEqual({
          isTaken: false,
          reason: "The address belongs to this machine or to a private network.",
        });
        expect(receiver.got).toEqual([]);
      },
    );

    it("calls the address it has looked at, once looked up: a name that changes gains nothing", async () => {
      let looks = 0;
      const rebinding: LookupFunction = (host, options, done) => {
        looks += 1;
        // 192.0.2.0/24 is nobody's: that it is called, and not this machine, is seen by the failure.
        lookupTo(looks === 1 ? "93.184.216.34" : "127.0.0.1")(host, options, done);
      };
      const post = createPost({ ...onlyPublic, lookup: rebinding, timeoutMs: 300 });

      const posted = await post(bodyOf(`https://rebinding.example:${new URL(receiver.url).port}/`));

      expect(posted.isTaken).toBe(false);
      expect(looks).toBe(1);
      expect(receiver.got).toEqual([]);
    });

    it("follows no redirect", async () => {
      receiver.behave = (_received, response) => {
        response.statusCode = 307;
        response.setHeader("Location", receiver.url);
        response.end();
      };

      const posted = await createPost({ mayBePrivate: true })(bodyOf(receiver.url));

      expect(posted).toEqual({ isTaken: false, status: 307, reason: "Redirects are not followed." });
      expect(receiver.got).toHaveLength(1);
    });

    it("waits only so long for who never answers, and for who never ends", async () => {
      const post = createPost({ mayBePrivate: true, timeoutMs: 200 });
      receiver.behave = () => undefined;
      const silent = await post(bodyOf(receiver.url));
      receiver.behave = (_received, response) => {
        response.statusCode = 200;
        response.write("and so on");
      };
      const endless = await post(bodyOf(receiver.url));

      expect([silent, endless]).toEqual(
        Array(2).fill({ isTaken: false, reason: "No answer within 0.2 seconds." }),
      );
    });

    it("reads only so much of an answer", async () => {
      receiver.behave = (_received, response) => {
        response.statusCode = 200;
        response.end(Buffer.alloc(1024 * 1024));
      };

      const posted = await createPost({ mayBePrivate: true })(bodyOf(receiver.url));

      expect(posted).toEqual({ isTaken: false, reason: "The answer is too long." });
    });

    it("says what a receiver that is not there, or not well, did", async () => {
      const post = createPost({ mayBePrivate: true });
      receiver.behave = (_received, response) => {
        response.statusCode = 503;
        response.end();
      };
      expect(await post(bodyOf(receiver.url))).toEqual({
        isTaken: false,
        status: 503,
        reason: "The receiver answered 503.",
      });
      await receiver.close();
      expect(await post(bodyOf(receiver.url))).toMatchObject({ isTaken: false });
    });
  });
});
