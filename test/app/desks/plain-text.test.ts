import fc from "fast-check";
import { sameWords, toPlainText, toSimpleHtml } from "../../../app/desks/plain-text.js";

describe("words between desks (issue 8)", () => {
  it.each([
    ["<p>Yours is <b>ready</b>.<br>Come by.</p><p>Chris</p>", "Yours is ready.\nCome by.\nChris"],
    ["a &lt;b&gt; &amp; c&nbsp;d", "a <b> & c d"],
    ["<style>p { color: red }</style><script>alert(1)</script>left", "left"],
    ["<ul><li>one</li><li>two</li></ul>", "one\ntwo"],
    ["<img src=x onerror=alert(1)>picture", "picture"],
    ["no marks at all", "no marks at all"],
    ["<p>cut <b>off", "cut off"],
    ["", ""],
  ])("reads %j as %j", (html, text) => {
    expect(toPlainText(html)).toBe(text);
  });

  it("brings back the very words that were written, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(sameWords(toPlainText(toSimpleHtml(text)), text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("takes no mark of what people write for one of HTML", () => {
    expect(toSimpleHtml('<img src="x"> & co\nnext\n\nlast')).toBe(
      "<p>&lt;img src=&quot;x&quot;&gt; &amp; co<br>next</p><p>last</p>",
    );
  });
});
