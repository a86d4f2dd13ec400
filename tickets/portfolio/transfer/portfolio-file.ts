import { z } from "zod";
import { AppError, type PortfolioFormat, portfolioTypes } from "../../../contract/index.js";
import type { PortfolioState } from "../state.js";
import { columns, fromCells, toCells } from "./columns.js";
import { readCsv, writeCsv } from "./csv.js";
import { type FileRecord, toRecord } from "./record.js";

const format = "deskhand-portfolio";
const plural = {
  origin: "origins",
  contract: "contracts",
  catalog: "catalogs",
  service: "services",
  activity: "activities",
} as const;
const recordsMax = 20_000;
const listSchema = z.array(z.record(z.string(), z.unknown())).default([]);
const fileSchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(1),
  origins: listSchema,
  contracts: listSchema,
  catalogs: listSchema,
  services: listSchema,
  activities: listSchema,
});

/** The whole portfolio as a file. CSV begins with a byte order mark, without which spreadsheets spoil accents. */
export function exportPortfolio(state: PortfolioState, as: PortfolioFormat): string {
  const byType = portfolioTypes.map(
    (type) => [type, state.all(type).map((item) => toRecord(item, state))] as const,
  );
  if (as === "csv") {
    const rows = byType.flatMap(([type, records]) => records.map((record) => toCells(type, record)));
    return `\uFEFF${writeCsv([columns, ...rows])}`;
  }
  const lists = Object.fromEntries(byType.map(([type, records]) => [plural[type], records]));
  return `${JSON.stringify({ format, version: 1, ...lists }, null, 2)}\n`;
}

/** The records of a file, parents before what they hold. Throws `portfolio/refused` for what is no such file. */
export function readPortfolioFile(content: string, from: PortfolioFormat): FileRecord[] {
  const records = from === "csv" ? readCsvFile(content) : readJsonFile(content);
  if (records.length > recordsMax) throw refused(`A file may hold ${recordsMax} rows; this one has more.`);
  const known: readonly string[] = portfolioTypes;
  return records.sort((a, b) => known.indexOf(a.type) - known.indexOf(b.type));
}

function readJsonFile(content: string): FileRecord[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch {
    throw refused("This file is not JSON.");
  }
  const file = fileSchema.safeParse(parsed);
  if (!file.success) {
    throw refused(`This is not a portfolio file: ${z.prettifyError(file.error)}`);
  }
  return portfolioTypes.flatMap((type) =>
    file.data[plural[type]].map((values, index) => ({ at: `${plural[type]}[${index}]`, type, values })),
  );
}

function readCsvFile(content: string): FileRecord[] {
  const rows = readCsv(content);
  if (rows === undefined) throw refused("A quotation mark in this file is never closed.");
  const [heading, ...lines] = rows;
  const names = heading?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const unknown = names.filter((name) => name !== "" && !columns.includes(name));
  const missing = ["type", "key"].filter((name) => !names.includes(name));
  const repeated = names.filter((name, index) => name !== "" && names.indexOf(name) < index);
  if (missing.length > 0) throw refused(`The first line must name these columns: ${missing.join(", ")}.`);
  if (unknown.length > 0) throw refused(`These columns are not known: ${unknown.slice(0, 10).join(", ")}.`);
  if (repeated.length > 0) throw refused(`These columns stand there twice: ${repeated.join(", ")}.`);
  return lines.map(({ line, cells }) => {
    const given = names.flatMap((name, index) => {
      const cell = cells[index];
      return name === "" || cell === undefined ? [] : [[name, cell] as const];
    });
    return fromCells(new Map(given), line);
  });
}

function refused(message: string): AppError {
  return new AppError("portfolio/refused", message);
}
