/** Each language in its own words. */
export const languageNames = { en: "English", es: "Español", pt: "Português" } as const;
