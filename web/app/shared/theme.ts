import { createTheme, type MantineThemeOverride, Menu, Modal } from "@mantine/core";

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
