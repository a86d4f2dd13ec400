import type { ApiReferenceKey } from "./en.js";

export const apiReferencePt: Readonly<Record<ApiReferenceKey, string>> = {
  title: "API REST",
  hint: "Todos os endereços desta central, feitos dos esquemas que conferem o que chega.",
  rules:
    "Programas trazem um token criado em Administração → Integrações, como Authorization: Bearer. As listas dão next: envie-o como after para continuar. Um POST aceita Idempotency-Key, um GET If-None-Match e um PUT If-Match.",
  find: "Buscar endereços",
  "found.one": "{count} endereço",
  "found.other": "{count} endereços",
  open: "Aberto a qualquer um",
  closed: "Com sessão ou com token",
  parameters: "Parâmetros",
  parameter: "Parâmetro",
  place: "Onde",
  kind: "Tipo",
  required: "(obrigatório)",
  "in.path": "caminho",
  "in.query": "consulta",
  "in.header": "cabeçalho",
  body: "Corpo",
  schema: "Esquema",
  example: "Exemplo",
};
