export const PAPER = "#F3ECDD", INK = "#1B1815", RED = "#C1272D", BLUE = "#1D4E89", OCHRE = "#E0A100", GREY = "#736A5C", MARCH = "#CD8C1E";
export const RIVER = "#B9CCD8", WATER = "#436579", STREET = "#E0D5BC", RING = "#D8CCB0", WALL = "#8C4A33";

/** Colour and shape of an outcome; what a later version adds is grey and a bar. */
export function toneOf(label: string): { colour: string; mark: "wedge" | "disc" | "bar" | "ring"; hatch?: boolean } {
  switch (label) {
    case "held": case "seized, holding not simulated": return { colour: RED, mark: "wedge" };
    case "lost": return { colour: "#8A5A00", mark: "wedge", hatch: true };
    case "repelled": return { colour: BLUE, mark: "disc" };
    case "prevented": return { colour: "#4F7CB0", mark: "ring" };
    case "street contained": return { colour: "#5B6F86", mark: "disc" };
    case "rising crushed": return { colour: INK, mark: "disc" };
    default: return { colour: GREY, mark: "bar" };
  }
}
