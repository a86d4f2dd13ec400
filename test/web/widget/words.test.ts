import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { widgetTexts } from "../../../web/texts/widget/index.js";
import { createWords } from "../../../web/widget/words.js";

const addresses = { en: "/en.json", es: "/es.json", pt: "/pt.json" };

describe("the widget's words", () => {
  let server: Server;
  let url: string;
  let asked: string[];
  let failures: number;
  beforeEach(async () => {
    asked = [];
    failures = 0;
    server = createServer(({ url: path = "" }, response) => {
      asked.push(path);
      failures -= 1;
      if (failures >= 0) {
        // Not chained: a framework in the same process may have put its own method here, which answers nothing.
        response.writeHead(503);
        return response.end();
      }
      const locale = path.slice(1, 3) as "en";
      return response.end(JSON.stringify(widgetTexts[locale]));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  it("come in one language, once", async () => {
    const words = createWords({ url, addresses });

    const [first, second] = await Promise.all([words.load("pt"), words.load("pt")]);

    expect(first?.("launcher.open")).toBe("Falar");
    expect(first?.count("wait.before", 2)).toBe(widgetTexts.pt["wait.before.other"].replace("{count}", "2"));
    expect([second?.locale, asked]).toEqual(["pt", ["/pt.json"]]);
  });

  it("are asked for again after they could not be had", async () => {
    failures = 1;
    const words = createWords({ url, addresses });

    expect(await words.load("es")).toBeUndefined();
    expect((await words.load("es"))?.locale).toBe("es");
  });

  it("are waited for with growing pauses as long as somebody wants them", async () => {
    const pauses: number[] = [];
    const pause = async (ms: number): Promise<void> => void pauses.push(ms);
    const words = createWords({ url, addresses, pause });

    failures = 3;
    expect((await words.insist("en", () => true))?.locale).toBe("en");
    expect(pauses).toEqual([500, 1000, 2000]);

    failures = 99;
    expect(await words.insist("es", () => pauses.length < 5)).toBeUndefined();
  });
});
