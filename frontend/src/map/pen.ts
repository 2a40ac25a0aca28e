// Drawing onto a canvas, or into an SVG: the few calls that the map uses, so that a saved picture
// is drawn by the same code as the one on the screen.

import { MARCH, RED } from "./palette";

export interface Pen {
  line(points: [number, number][], style: Stroke): void;
  shape(points: [number, number][], fill: string, stroke?: Stroke): void;
  disc(x: number, y: number, radius: number, fill: string | null, stroke?: Stroke): void;
  hatch(x: number, y: number, side: number): void;
  glow(x: number, y: number, radius: number, of: Warm): void;
  text(text: string, x: number, y: number, size: number, colour: string, weight?: number): void;
  fade(alpha: number): void;
}
export interface Stroke { colour: string; width: number; dash?: number[] }

export const FACE = "Jost, 'Segoe UI', Arial, sans-serif";

/** Warmth of a crowd, and of a stretch of the march: colour, distance from the middle, how much of it is there.
 * Twin of malaparte.report.crowds. */
const GLOW = {
  crowd: [RED, [[0, 0.5], [0.45, 0.3], [1, 0]]],
  march: [MARCH, [[0, 0.16], [0.5, 0.06], [1, 0]]],
} as const;
export type Warm = keyof typeof GLOW;
const GLOW_SIDE = 128;
const kept: { [of in Warm]?: HTMLCanvasElement } = {};

/** One picture of warmth, stretched to every size: a gradient a frame would be slow. */
function warm(of: Warm): HTMLCanvasElement {
  const known = kept[of];
  if (known) return known;
  const warmth = (kept[of] = document.createElement("canvas")), [colour, stops] = GLOW[of];
  warmth.width = warmth.height = GLOW_SIDE;
  const g = warmth.getContext("2d")!, half = GLOW_SIDE / 2;
  const gradient = g.createRadialGradient(half, half, 0, half, half, half);
  for (const [at, alpha] of stops) gradient.addColorStop(at, `${colour}${Math.round(255 * alpha).toString(16).padStart(2, "0")}`);
  g.fillStyle = gradient;
  g.fillRect(0, 0, GLOW_SIDE, GLOW_SIDE);
  return warmth;
}

export class CanvasPen implements Pen {
  private pattern: CanvasPattern | null = null;
  constructor(private readonly g: CanvasRenderingContext2D, private readonly colours: { paper: string; ink: string; ochre: string }) {}

  private path(points: [number, number][], close: boolean): void {
    this.g.beginPath();
    points.forEach(([x, y], i) => (i ? this.g.lineTo(x, y) : this.g.moveTo(x, y)));
    if (close) this.g.closePath();
  }
  private stroke(style: Stroke): void {
    this.g.strokeStyle = style.colour;
    this.g.lineWidth = style.width;
    this.g.setLineDash(style.dash ?? []);
    this.g.stroke();
  }
  line(points: [number, number][], style: Stroke): void {
    this.g.lineJoin = this.g.lineCap = "round";
    this.path(points, false);
    this.stroke(style);
  }
  shape(points: [number, number][], fill: string, stroke?: Stroke): void {
    this.g.lineJoin = "miter";
    this.path(points, true);
    this.g.fillStyle = fill;
    this.g.fill();
    if (stroke) this.stroke(stroke);
  }
  disc(x: number, y: number, radius: number, fill: string | null, stroke?: Stroke): void {
    this.g.beginPath();
    this.g.arc(x, y, radius, 0, 2 * Math.PI);
    if (fill) { this.g.fillStyle = fill; this.g.fill(); }
    if (stroke) this.stroke(stroke);
  }
  hatch(x: number, y: number, side: number): void {
    this.pattern ??= this.stripes();
    this.g.fillStyle = this.pattern ?? this.colours.ochre;
    this.g.fillRect(x - side / 2, y - side / 2, side, side);
    this.g.setLineDash([]);
    this.g.strokeStyle = this.colours.ink;
    this.g.lineWidth = 1.6;
    this.g.strokeRect(x - side / 2, y - side / 2, side, side);
  }
  glow(x: number, y: number, radius: number, of: Warm): void {
    this.g.drawImage(warm(of), x - radius, y - radius, 2 * radius, 2 * radius);
  }
  private stripes(): CanvasPattern | null {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 6;
    const g = tile.getContext("2d")!;
    g.fillStyle = this.colours.ochre;
    g.fillRect(0, 0, 6, 6);
    g.strokeStyle = this.colours.ink;
    g.lineWidth = 1.8;
    g.beginPath();
    for (const shift of [-6, 0, 6]) { g.moveTo(shift - 1, 7); g.lineTo(shift + 7, -1); }
    g.stroke();
    return this.g.createPattern(tile, "repeat");
  }
  text(text: string, x: number, y: number, size: number, colour: string, weight = 500): void {
    this.g.font = `${weight} ${size}px ${FACE}`;
    this.g.lineJoin = "round";
    this.g.setLineDash([]);
    this.g.strokeStyle = this.colours.paper;
    this.g.lineWidth = 3.4;
    this.g.strokeText(text, x, y);
    this.g.fillStyle = colour;
    this.g.fillText(text, x, y);
  }
  fade(alpha: number): void { this.g.globalAlpha = alpha; }
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const f = (value: number): string => value.toFixed(1);

export class SvgPen implements Pen {
  private parts: string[] = [];
  private alpha = 1;
  constructor(private readonly colours: { paper: string; ink: string; ochre: string }) {}

  private put(tag: string, attributes: string, stroke?: Stroke, inner = ""): void {
    const line = stroke
      ? ` stroke="${stroke.colour}" stroke-width="${f(stroke.width)}"${stroke.dash ? ` stroke-dasharray="${stroke.dash.join(" ")}"` : ""}`
      : "";
    const faded = this.alpha < 1 ? ` opacity="${this.alpha}"` : "";
    this.parts.push(`<${tag} ${attributes}${line}${faded}${inner ? `>${inner}</${tag}>` : "/>"}`);
  }
  private points = (points: [number, number][]): string => `M${points.map(([x, y]) => `${f(x)} ${f(y)}`).join("L")}`;
  line(points: [number, number][], style: Stroke): void {
    this.put("path", `d="${this.points(points)}" fill="none" stroke-linejoin="round" stroke-linecap="round"`, style);
  }
  shape(points: [number, number][], fill: string, stroke?: Stroke): void {
    this.put("path", `d="${this.points(points)}Z" fill="${fill}"`, stroke);
  }
  disc(x: number, y: number, radius: number, fill: string | null, stroke?: Stroke): void {
    this.put("circle", `cx="${f(x)}" cy="${f(y)}" r="${f(radius)}" fill="${fill ?? "none"}"`, stroke);
  }
  hatch(x: number, y: number, side: number): void {
    this.put("rect", `x="${f(x - side / 2)}" y="${f(y - side / 2)}" width="${side}" height="${side}" fill="url(#hatch)"`,
      { colour: this.colours.ink, width: 1.6 });
  }
  glow(x: number, y: number, radius: number, of: Warm): void {
    this.disc(x, y, radius, `url(#${of})`);
  }
  text(text: string, x: number, y: number, size: number, colour: string, weight = 500): void {
    const halo = `stroke="${this.colours.paper}" stroke-width="3.4" stroke-linejoin="round" paint-order="stroke"`;
    this.put("text", `x="${f(x)}" y="${f(y)}" font-size="${size}" font-weight="${weight}" fill="${colour}" ${halo}`, undefined, escape(text));
  }
  fade(alpha: number): void { this.alpha = alpha; }

  /** The whole picture; `title` is what it is, and stays with every copy.  faces: the letters that go with it, as CSS. */
  picture(width: number, height: number, title: string, faces = ""): string {
    const { paper, ink, ochre } = this.colours;
    const hatch = `<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${ochre}"/><rect width="2" height="5" fill="${ink}"/></pattern>${Object.entries(GLOW).map(([id, [colour, stops]]) => `<radialGradient id="${id}">${stops.map(([at, alpha]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${alpha}"/>`).join("")}</radialGradient>`).join("")}</defs>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FACE.replaceAll('"', "'")}"><title>${escape(title)}</title>${faces && `<style>${faces}</style>`}${hatch}<rect width="${width}" height="${height}" fill="${paper}"/>${this.parts.join("")}</svg>\n`;
  }
}
