const postgresUniqueViolation = "23505";

/** Whether the database refused a row because another holds its unique key, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  const code = String(error.code);
  if (code === postgresUniqueViolation) return true;
  return code.startsWith("SQLITE_CONSTRAINT") && error.message.includes("UNIQUE");
}
