/** Where the build has put the texts of each language, from the root of the desk. */
declare module "virtual:widget-texts" {
  export const addresses: Readonly<Record<import("../../contract/locale.js").Locale, string>>;
}
