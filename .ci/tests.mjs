import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/**
 * `node .ci/tests.mjs <file> <command …>` runs all suites, and those that failed once more, alone and one after the
 * other. A suite that passes only then is called unstable, with what it failed with, and counts as passed; one that
 * fails twice has failed. Writes `passed failed` into the file.
 */
const [countsFile, ...command] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "deskhand-ci-"));

const first = run("first.json", []);
const failed = first.suites.filter(({ status }) => status === "failed");
const second = failed.length === 0 ? undefined : runAgain(failed.map(({ name }) => name));
rmSync(folder, { recursive: true, force: true });

const suites = first.suites.map((suite) => second?.suites.find(({ name }) => name === suite.name) ?? suite);
for (const suite of failed) {
  const last = suites.find(({ name }) => name === suite.name);
  if (last?.status !== "failed") {
    console.log(`UNSTABLE: ${relative(process.cwd(), suite.name)}\n${suite.message}`);
  }
}
const passed = suites.reduce((sum, suite) => sum + count(suite, "passed"), 0);
const faults = suites.reduce((sum, suite) => sum + faultsOf(suite), 0);
const status = (second ?? first).status;
// Jest can end badly although every suite went well, for example when it could not write down what it found.
writeFileSync(countsFile, `${passed} ${Math.max(faults, status === 0 ? 0 : 1)}\n`);

function runAgain(names) {
  console.log(
    `Once more, one after the other: ${names.map((name) => relative(process.cwd(), name)).join(", ")}`,
  );
  return run("second.json", ["--runInBand", "--runTestsByPath", ...names]);
}

function run(file, options) {
  const results = join(folder, file);
  const [program, ...args] = [...command, "--json", `--outputFile=${results}`, ...options];
  const { status } = spawnSync(program, args, { stdio: "inherit" });
  return { status: status ?? 1, suites: readSuites(results) };
}

function readSuites(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).testResults;
  } catch {
    console.log("The run ended without results.");
    return [];
  }
}

/** Nothing may be left out, and a suite that could not even be read has failed too. */
function faultsOf(suite) {
  const broken = suite.assertionResults.length - count(suite, "passed");
  return suite.status === "failed" ? Math.max(1, broken) : broken;
}

function count({ assertionResults }, status) {
  return assertionResults.filter((one) => one.status === status).length;
}
