import type { ApiReferenceKey } from "./en.js";

export const apiReferenceEs: Readonly<Record<ApiReferenceKey, string>> = {
  title: "API REST",
  hint: "Todas las direcciones de esta mesa, hechas de los esquemas que comprueban lo que entra.",
  rules:
    "Los programas traen un token creado en Administración → Integraciones, como Authorization: Bearer. Las listas dan next: envíelo como after para seguir. Un POST admite Idempotency-Key, un GET If-None-Match y un PUT If-Match.",
  find: "Buscar direcciones",
  "found.one": "{count} dirección",
  "found.other": "{count} direcciones",
  open: "Abierta a cualquiera",
  closed: "Con sesión o con token",
  parameters: "Parámetros",
  parameter: "Parámetro",
  place: "Dónde",
  kind: "Tipo",
  required: "(obligatorio)",
  "in.path": "ruta",
  "in.query": "consulta",
  "in.header": "cabecera",
  body: "Cuerpo",
  schema: "Esquema",
  example: "Ejemplo",
};
