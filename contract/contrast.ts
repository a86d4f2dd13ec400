/** WCAG 2.2 asks at least this much of text on its ground. */
export const leastContrast = 4.5;

/** The text colour that can be read on this ground; one of black and white always can. */
export function textColorOn(ground: string): "#ffffff" | "#000000" {
  return contrastOf("#ffffff", ground) >= leastContrast ? "#ffffff" : "#000000";
}

/** The contrast of two colours written `#rrggbb`, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
