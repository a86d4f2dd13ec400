import {
  type CSSVariablesResolver,
  createTheme,
  type MantineThemeOverride,
  Menu,
  Modal,
} from "@mantine/core";

const fontFamily =
  'Inter, "Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Mantine's defaults bent as little as possible: one accent, softer corners, shades that pass 4.5:1. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: "indigo",
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: "md",
  fontFamily,
  headings: { fontFamily, fontWeight: "650" },
  cursorType: "pointer",
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    // A menu beside its button stays within the page's landmarks, and has no child that is no item of it.
    Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }),
    // The head of a dialog is no second banner of the page.
    Modal: Modal.extend({ defaultProps: { attributes: { header: { role: "none" } } } }),
  },
});

/** Words in a colour on a light page: on white, on the tint of the same colour, and on that under the pointer. */
const colouredWords = {
  red: "#b02020",
  pink: "#9c1c48",
  grape: "#7c2a90",
  violet: "#5636b4",
  indigo: "#3048b5",
  blue: "#15579a",
  cyan: "#0a6678",
  teal: "#066448",
  green: "#1d6b2f",
  lime: "#41690a",
  yellow: "#7a4700",
  orange: "#a03607",
} as const;

/** Titles of alerts, badges and quiet buttons in colours that pass 4.5:1; Mantine's own are too pale for it. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: Object.fromEntries(
    Object.entries(colouredWords).flatMap(([name, color]) => [
      [`--mantine-color-${name}-light-color`, color],
      [`--mantine-color-${name}-outline`, color],
    ]),
  ),
  dark: {},
});
