import fc from "fast-check";
import { readCsv, writeCsv } from "../../../tickets/portfolio/transfer/csv.js";

const cellsOf = (content: string) => readCsv(content)?.map(({ cells }) => cells);

describe("writing CSV", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1"])(
    "makes a cell that a spreadsheet would run harmless: %j (S35)",
    (cell) => {
      const written = writeCsv([["a", cell]]);

      expect(written.slice(2).replace(/^"/, "").startsWith("'")).toBe(true);
      expect(cellsOf(written)).toEqual([["a", cell]]);
    },
  );

  it("quotes what would end a cell", () => {
    expect(writeCsv([['say "hi"', "a,b", "x\ny", "plain"]])).toBe('"say ""hi""","a,b","x\ny",plain\r\n');
  });

  it("is read back as it was, whatever the cells hold", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab,;\t\r\n\"'=+-@ é") });
    const rows = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 5 });

    fc.assert(
      fc.property(rows, (some) => {
        const table = [["x", "y", "z"], ...some.map((row) => [...row])];

        expect(cellsOf(writeCsv(table))).toEqual(table.filter((row) => row.some((cell) => cell !== "")));
      }),
    );
  });
});

describe("reading CSV", () => {
  it("takes what spreadsheets save: byte order mark, semicolons or tabs, any line end", () => {
    const expected = [
      ["type", "key"],
      ["origin", "web"],
    ];

    expect(cellsOf("\uFEFFtype;key\r\norigin;web\r\n")).toEqual(expected);
    expect(cellsOf("type\tkey\norigin\tweb")).toEqual(expected);
    expect(cellsOf("type,key\rorigin,web\r\r")).toEqual(expected);
  });

  it("tells the line each row begins at, also after a cell of several lines", () => {
    const rows = readCsv('a,b\n"one\ntwo",x\n\nlast,y\n');

    expect(rows?.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it("keeps an empty last cell and refuses a quote that is never closed", () => {
    expect(cellsOf("a,b,\nx,,")).toEqual([
      ["a", "b", ""],
      ["x", "", ""],
    ]);
    expect(readCsv('a,"b\nc,d\n')).toBeUndefined();
  });
});
