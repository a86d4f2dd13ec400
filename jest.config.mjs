const esmOnly = [
  "uuid",
  "jose",
  "@panva",
  "markdown-it",
  "rate-limiter-flexible",
  "@seriousme",
  "openid-client",
  "oauth4webapi",
];

export default {
  testSequencer: "<rootDir>/test/support/sequencer.mjs",
  testEnvironment: "<rootDir>/test/support/environment.mjs",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.(t|m?j)sx?$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022" },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join("|")})/)`],
  // Looking up a global inside jest's context is slow; these are handed to each module instead.
  sandboxInjectedGlobals: [
    "Array",
    "Error",
    "Float64Array",
    "Int32Array",
    "JSON",
    "Map",
    "Math",
    "Number",
    "Object",
    "Reflect",
    "Set",
    "String",
    "Symbol",
    "WeakMap",
  ],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  // Only what hangs is ended; a slow machine is no failure.
  testTimeout: 240_000,
  maxWorkers: 2,
  // What a suite has loaded is not all let go of; a worker with gigabytes behind it collects garbage more than it tests.
  workerIdleMemoryLimit: "1GB",
};
