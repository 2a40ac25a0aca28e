// Spreads as curves (malaparte.quantity.spread): shape only, scaled to a height of one.

export const PARAMETERS: Record<string, string[]> = {
  point: ["value"], uniform: ["lowest", "highest"], triangular: ["lowest", "likeliest", "highest"],
  pert: ["lowest", "likeliest", "highest"], normal: ["mean", "sd"], lognormal: ["median", "gsd"],
  beta: ["a", "b"], poisson: ["mean"], categorical: [],
};

/** Where to draw a spread: from, to. */
export function reach(kind: string, args: number[], within: (number | null)[] = []): [number, number] {
  const [a = 0, b = 0, c = 0] = args;
  const cut = (lo: number, hi: number): [number, number] => [
    Math.max(lo, within[0] ?? -Infinity), Math.min(hi, within[1] ?? Infinity),
  ];
  switch (kind) {
    case "point": return a === 0 ? [0, 1] : [Math.min(0, 2 * a), Math.max(0, 2 * a)];
    case "uniform": return [a, b];
    case "triangular": case "pert": return [a, c];
    case "normal": return cut(a - 3 * b, a + 3 * b);
    case "lognormal": return cut(a / b ** 2.5, a * b ** 2);
    case "beta": return [0, 1];
    case "poisson": return [Math.max(0, a - 4 * Math.sqrt(a)), a + 4 * Math.sqrt(a)];
    default: {
      const values = args.filter((_, index) => index % 2 === 0);
      return [Math.min(...values), Math.max(...values)];
    }
  }
}

/** From where to where a number lies, within the bounds of its field; one that has no spread lies at its value. */
export function lies({ kind, args, within, lo, hi }: { kind: string; args: number[]; within: (number | null)[]; lo: number | null; hi: number | null }): [number, number] {
  const [from, to] = kind === "point" ? [args[0]!, args[0]!] : reach(kind, args, within);
  return [Math.max(from, lo ?? -Infinity), Math.min(to, hi ?? Infinity)];
}

/** Unscaled density; only its shape counts. */
export function density(kind: string, args: number[], x: number): number {
  const [a = 0, b = 0, c = 0] = args;
  switch (kind) {
    case "uniform": return x >= a && x <= b ? 1 : 0;
    case "triangular":
      if (x < a || x > c) return 0;
      return x < b ? (x - a) / (b - a) : b === c ? 1 : (c - x) / (c - b);
    case "pert": {
      if (x < a || x > c) return 0;
      const p = 4 * ((b - a) / (c - a)), q = 4 - p, u = (x - a) / (c - a);
      return power(u, p) * power(1 - u, q);
    }
    case "beta": return x < 0 || x > 1 ? 0 : power(x, a - 1) * power(1 - x, b - 1);
    case "normal": return Math.exp(-(((x - a) / b) ** 2) / 2);
    case "lognormal": return x <= 0 ? 0 : Math.exp(-((Math.log(x / a) / Math.log(b)) ** 2) / 2) / x;
    case "poisson": { // continuous in x by Stirling's formula; drawn as a curve
      const n = Math.max(x, 0.01);
      return Math.exp(n * Math.log(a) - a - (n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n)));
    }
    default: return 0;
  }
}

const power = (base: number, exponent: number): number => (exponent === 0 ? 1 : Math.pow(Math.max(base, 0), exponent));

/** Points of a curve in the unit square. */
export function curve(kind: string, args: number[], from: number, to: number, points = 48): [number, number][] {
  const xs = Array.from({ length: points + 1 }, (_, i) => from + ((to - from) * i) / points);
  const ys = xs.map((x) => density(kind, args, x));
  const top = Math.max(...ys) || 1;
  return xs.map((_, i) => [i / points, ys[i]! / top]);
}

/** Why parameters make no sense, as an id of a message; null if they do (the server has the last word). */
export function fault(kind: string, args: number[], lo: number | null, hi: number | null): string | null {
  if (args.some((one) => !Number.isFinite(one))) return "fault-number";
  const [a = 0, b = 0, c = 0] = args;
  if (kind === "uniform" && !(a < b)) return "fault-order";
  if ((kind === "triangular" || kind === "pert") && !(a <= b && b <= c && a < c)) return "fault-order";
  if (["point", "uniform", "triangular", "pert"].includes(kind))
    if ((lo !== null && Math.min(...args) < lo) || (hi !== null && Math.max(...args) > hi)) return "fault-bounds";
  return null;
}
