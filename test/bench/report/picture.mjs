const width = 320;
const height = 220;
const inside = { left: 52, right: 12, top: 30, bottom: 34 };
const across = 3;
/** Told apart in black and white too, by their marks; legible on light and on dark ground. */
const inks = [...["var(--a)", "var(--b)", "var(--c)", "var(--d)", "var(--e)", "var(--f)", "var(--g)"]];
const lineHeight = 13;

/**
 * Curves over sizes as one SVG, both axes of each logarithmic. `panels`: title, unit, and lines with a name and points
 * [size, value]. It brings its own colours for light and dark ground.
 */
export function drawPicture(panels) {
  const rows = Math.ceil(panels.length / across);
  const most = Math.max(...panels.map(({ lines }) => lines.length));
  const each = height + most * lineHeight + 14;
  const drawn = panels.map((panel, at) => {
    const [x, y] = [(at % across) * width, Math.floor(at / across) * each];
    return `<g transform="translate(${x} ${y})">${drawPanel(panel)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * across} ${each * rows}" role="img" aria-label="${toText(
      panels.map(({ title }) => title).join("; "),
    )}">`,
    `<style>${style}</style>`,
    ...drawn,
    "</svg>\n",
  ].join("\n");
}

const style = `
:root { --ground: #ffffff; --ink: #1f2430; --faint: #c9ced8; --a: #0b62c4; --b: #b3261e; --c: #2e7d32; --d: #8e24aa; --e: #b26a00; --f: #00838f; --g: #5d4037; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #1b1e26; --ink: #e6e9ef; --faint: #4a5160; --a: #7ab8ff; --b: #ff8a80; --c: #81c784; --d: #d49bff; --e: #ffb74d; --f: #6fd3dd; --g: #c8a99d; }
}
svg { background: var(--ground); }
text { font: 11px system-ui, sans-serif; fill: var(--ink); }
.title { font-weight: 600; font-size: 12px; }
.axis { stroke: var(--faint); stroke-width: 1; }
.line { fill: none; stroke-width: 2; }`;

function drawPanel({ title, unit, lines }) {
  const points = lines.flatMap((line) => line.points);
  const [x, y] = [scale(points.map(([size]) => size)), scale(points.map(([, value]) => value))];
  const toX = (size) => inside.left + x.share(size) * (width - inside.left - inside.right);
  const toY = (value) => height - inside.bottom - y.share(value) * (height - inside.top - inside.bottom);
  return [
    `<text class="title" x="8" y="16">${toText(`${title}, ${unit}`)}</text>`,
    ...x.ticks.map((tick) => vertical(toX(tick), tick)),
    ...y.ticks.map((tick) => horizontal(toY(tick), tick)),
    ...lines.map((line, at) => drawLine(line, inks[at % inks.length], toX, toY)),
    ...lines.map((line, at) => legend(line, inks[at % inks.length], height + at * lineHeight)),
  ].join("\n");
}

function drawLine({ points }, ink, toX, toY) {
  const path = points.map(([size, value]) => `${toX(size).toFixed(1)},${toY(value).toFixed(1)}`);
  const dots = path.map((place) => {
    const [cx, cy] = place.split(",");
    return `<circle cx="${cx}" cy="${cy}" r="3" fill="${ink}"/>`;
  });
  return `<polyline class="line" stroke="${ink}" points="${path.join(" ")}"/>${dots.join("")}`;
}

function legend({ name }, ink, y) {
  return `<rect x="${inside.left}" y="${y - 8}" width="10" height="8" fill="${ink}"/><text x="${inside.left + 16}" y="${y}">${toText(name)}</text>`;
}

function vertical(x, tick) {
  const bottom = height - inside.bottom;
  return (
    `<line class="axis" x1="${x}" y1="${inside.top}" x2="${x}" y2="${bottom}"/>` +
    `<text x="${x}" y="${bottom + 14}" text-anchor="middle">${toShort(tick)}</text>`
  );
}

function horizontal(y, tick) {
  return (
    `<line class="axis" x1="${inside.left}" y1="${y}" x2="${width - inside.right}" y2="${y}"/>` +
    `<text x="${inside.left - 6}" y="${y + 4}" text-anchor="end">${toShort(tick)}</text>`
  );
}

/** From the power of ten below the least to the one above the most. */
function scale(values) {
  const real = values.filter((value) => value > 0);
  const from = Math.floor(Math.log10(Math.min(...real)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...real))));
  return {
    share: (value) => (Math.log10(Math.max(value, 10 ** from)) - from) / (to - from),
    ticks: Array.from({ length: to - from + 1 }, (_, at) => 10 ** (from + at)),
  };
}

function toShort(value) {
  if (value >= 1_000_000) return `${value / 1_000_000}M`;
  return value >= 1000 ? `${value / 1000}k` : String(Number(value.toPrecision(1)));
}

function toText(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
