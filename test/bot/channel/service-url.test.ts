import { createServiceUrlCheck } from "../../../bot/channel/service-url.js";

describe("service URLs (S21)", () => {
  const allows = createServiceUrlCheck({
    allowed: ["https://smba.trafficmanager.net/", "https://own.test/bots"],
    isOpen: false,
  });

  it.each([
    "https://smba.trafficmanager.net/emea/",
    "https://SMBA.trafficmanager.net/",
    "https://smba.trafficmanager.net:443/teams",
    "https://own.test/bots",
    "https://own.test/bots/one",
  ])("allows %s", (url) => {
    expect(allows(url)).toBe(true);
  });

  it.each([
    "",
    "smba.trafficmanager.net",
    "http://smba.trafficmanager.net/",
    "https://smba.trafficmanager.net:8443/",
    "https://smba.trafficmanager.net.evil.test/",
    "https://smba.trafficmanager.net@evil.test/",
    "https://evil.test/https://smba.trafficmanager.net/",
    "https://evil.test#https://smba.trafficmanager.net/",
    "https://own.test/botsandmore",
    "https://own.test/bots/../admin",
    "https://own.test/bots?to=http://127.0.0.1",
    "http://127.0.0.1:3978/",
    "http://169.254.169.254/",
    "file:///etc/passwd",
    "urn:botframework:websocket:wss://evil.test",
  ])("refuses %s", (url) => {
    expect(allows(url)).toBe(false);
  });

  it("allows only this machine without an app id, whatever else is listed", () => {
    const open = createServiceUrlCheck({ allowed: ["https://smba.trafficmanager.net/"], isOpen: true });

    expect(["http://localhost:5000", "http://127.0.0.1:5000/", "http://[::1]:5000/"].map(open)).toEqual([
      true,
      true,
      true,
    ]);
    expect(open("https://smba.trafficmanager.net/")).toBe(false);
    expect(open("http://127.0.0.1:5000/internal")).toBe(false);
  });
});
