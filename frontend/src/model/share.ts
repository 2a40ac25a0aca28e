// A share in words, with no digit that its range does not support (malaparte.results.share.say_share).

import type { Share } from "./types";

export interface Said { low: number; high: number; of: number }

/** The range is widened by two standard errors and rounded outwards, so that it holds the share. */
export function sayShare({ of: cases, value, error, low: least, high: most }: Share): Said {
  const doubt = 2 * (error ?? 0), sure = !cases || value === 0 || value === 1;
  const low = Math.max(0, sure ? least : Math.min(least, value - doubt));
  const high = Math.min(1, sure ? most : Math.max(most, value + doubt));
  let of = 100;
  while (Math.min(high, 1 - low) * of < 2 && of < 1_000_000) of *= 10;
  return { low: Math.floor(low * of + 1e-6), high: Math.ceil(high * of - 1e-6), of };
}
