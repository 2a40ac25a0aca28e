// Times: seconds after 00:00 of the day; the road lies before, in days of 86,400 seconds.

import type { Lang } from "./types";

export const DAY = 86_400;

const two = (n: number): string => String(n).padStart(2, "0");

/** 41400 -> "11:30"; 90000 -> "25:00", hours after 24 belong to the day after. */
export const clock = (t: number): string => `${two(Math.floor(t / 3600))}:${two(Math.floor((t % 3600) / 60))}`;

/** The hour as a wall clock shows it. */
export const wall = (t: number): string => clock(((t % DAY) + DAY) % DAY);

/** "11:30", "1130" or "25:00" -> seconds; null if it is no time. */
export function parseClock(text: string): number | null {
  const match = /^\s*(\d{1,2})[:.]?([0-5]\d)\s*$/.exec(text);
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 : null;
}

/** Days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 864e5);

export function dateOf(day: string, t: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + t * 1000);
}

export function sayDate(date: Date, lang: Lang, short = false): string {
  const said = new Intl.DateTimeFormat(lang === "ru" ? "ru" : "en-GB", {
    day: "numeric", month: short ? "short" : "long", ...(short ? {} : { year: "numeric" }), timeZone: "UTC",
  }).format(date);
  return said.replace(" г.", " года");
}

/** Hours of the day in which nothing happens, and which therefore take a few minutes of the axis. */
export interface Gap { from: number; to: number }
/** The axis of a world: the road by days, then the day by hours, joined to one line from 0 to 1. */
export interface Axis { roadFrom: number | null; from: number; to: number; split: number; gaps: Gap[] }

const LONG = 5 * 3600, SHORT = 1200, EDGE = 1800;

/** The axis that reaches the last of the times; long hours without any are shortened, none is cut off. */
export function axisOf(times: number[], roadFrom: number | null, start: number): Axis {
  const sorted = [...times].sort((a, b) => a - b);
  const first = sorted[0] ?? start + 8 * 3600, last = sorted.at(-1) ?? start + 18 * 3600;
  const from = Math.max(start, Math.floor((first - 600) / 3600) * 3600);
  const to = Math.max(Math.ceil((last + 600) / 3600) * 3600, from + 4 * 3600);
  const gaps = sorted.flatMap((one, i) => {
    const before = sorted[i - 1];
    return before !== undefined && one - before > LONG ? [{ from: before + EDGE, to: one - EDGE }] : [];
  });
  return { roadFrom, from, to, split: roadFrom === null ? 0 : 0.26, gaps };
}

/** Seconds of the axis from its beginning to a moment: those of a gap are fewer. */
function drawn(axis: Axis, t: number): number {
  let length = t - axis.from;
  for (const gap of axis.gaps) {
    const inside = Math.min(gap.to, Math.max(gap.from, t)) - gap.from, whole = gap.to - gap.from;
    length -= inside * (1 - SHORT / whole);
  }
  return length;
}

/** How many times faster than elsewhere time runs at a moment. */
export function haste(axis: Axis, t: number): number {
  const gap = axis.gaps.find((one) => one.from <= t && t < one.to);
  return gap ? (gap.to - gap.from) / SHORT : 1;
}

/** The moment of the axis that is nearest to a time; between the road and the first hour lies nothing. */
export function within({ roadFrom, from, to }: Axis, t: number): number {
  if (roadFrom !== null && t < 0) return Math.max(roadFrom, t);
  return Math.min(to, Math.max(from, t));
}

export function place(axis: Axis, t: number): number {
  if (axis.roadFrom !== null && t < axis.from)
    return axis.split * Math.min(1, Math.max(0, (t - axis.roadFrom) / (0 - axis.roadFrom)));
  const part = drawn(axis, t) / drawn(axis, axis.to);
  return axis.split + (1 - axis.split) * Math.min(1, Math.max(0, part));
}

export function timeAt(axis: Axis, p: number): number {
  if (axis.roadFrom !== null && p < axis.split) return Math.round(axis.roadFrom * (1 - p / axis.split));
  let t = axis.from + ((p - axis.split) / (1 - axis.split)) * drawn(axis, axis.to);
  for (const gap of axis.gaps) {
    if (t <= gap.from) break;
    const whole = gap.to - gap.from, inside = Math.min(1, (t - gap.from) / SHORT);
    t += inside * (whole - SHORT);
  }
  return Math.round(t);
}
