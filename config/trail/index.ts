export { createOtlpTracer, type OtlpOptions } from "./otlp.js";
export { createTrail, type DeskTrail, type Tracer } from "./trail.js";
