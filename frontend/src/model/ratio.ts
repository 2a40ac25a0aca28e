// How many times likelier one reading makes a statement than another (malaparte.web.why).

export interface Ratio { way: "more" | "less" | "same"; value: number | null; low: number | null; high: number | null }

const SPAN = 3; // a bar of full length: a thousand times

/** A bar to the right if this reading makes it likelier, to the left if the other does; powers of ten. */
export function reachOf(one: Ratio): { value: number; low: number; high: number } {
  const power = (size: number | null): number => Math.min(SPAN, Math.max(-SPAN, size === null ? SPAN : size <= 0 ? -SPAN : Math.log10(size)));
  const [value, low, high] = [power(one.value), power(one.low), power(one.high)];
  return one.way === "less" ? { value: -value, low: -high, high: -low } : { value, low, high };
}

/** A number with two digits that count, and as a whole number from ten on. */
export const twoDigits = (value: number): number =>
  value <= 0 ? value : value >= 10 ? Math.round(value) : Number(value.toPrecision(2));
