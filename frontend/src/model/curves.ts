// What the strip under the map shows: counts by time, and ticks.

import { KIND, PLACE, T, type Curve, type Event, type Kind, type Scenario } from "./types";

/** What one world in twenty exceeds on some day, by curve (malaparte.web.world_view.heights). */
export const heightsOf = (bands: Record<string, Curve[]>): Record<string, number> =>
  Object.fromEntries(Object.entries(bands).map(([name, cuts]) => [name, Math.max(...cuts.at(-1)!.filter((one) => one !== null))]));

/** Height of a curve in pixels: the same value is as high in every world, and one beyond the scale ends at the top. */
export const heightOf = (value: number, full: number, pixels: number): number => pixels * Math.min(1, Math.max(0, value / full));

export interface Step { t: number; plot: number; state: number; contested: number }

/** How many goals each side holds, a step at every change. */
export function holdings(scenario: Scenario, events: Event[]): Step[] {
  const goals = new Set(scenario.places.flatMap((place, index) => (place.goal ? [index] : [])));
  const held = new Set<number>(), fought = new Set<number>();
  const step = (t: number): Step => {
    const plot = [...held].filter((one) => !fought.has(one)).length;
    return { t, plot, contested: fought.size, state: goals.size - plot - fought.size };
  };
  const steps = [step(scenario.start)];
  for (const event of events) {
    const place = event[PLACE]!;
    if (!goals.has(place)) continue;
    const name = scenario.kinds[event[KIND]!]?.name;
    if (name === "fight_begins" || name === "counterattack") fought.add(place);
    else if (name === "taken" || name === "unit_takes") { fought.delete(place); held.add(place); }
    else if (name === "retaken" || name === "unit_retakes") { fought.delete(place); held.delete(place); }
    else if (name === "repelled" || name === "counterattack_fails") fought.delete(place);
    else continue;
    steps.push(step(event[T]!));
  }
  return steps;
}

/** A line of steps: each value holds from its moment to the next. */
export function stairs(steps: Step[], of: (step: Step) => number, x: (t: number) => number, y: (value: number) => number): string {
  return steps.map((one, i) => (i ? `H${x(one.t).toFixed(1)}V${y(of(one)).toFixed(1)}` : `M${x(one.t).toFixed(1)} ${y(of(one)).toFixed(1)}`)).join("");
}

/** Those of many labels on a line that lie so far apart; the first ones go before the others, then from left to right. */
export function apart<One extends { x: number; first: boolean }>(all: One[], room: number): One[] {
  const kept: One[] = [];
  for (const one of [...all].sort((a, b) => Number(b.first) - Number(a.first)))
    if (kept.every((other) => Math.abs(other.x - one.x) >= room)) kept.push(one);
  return all.filter((one) => kept.includes(one));
}

export type Tone = "plot" | "state" | "both";
/** Kinds worth a tick, and whose they are; all others pass without one. */
const TONES: Record<string, Tone> = {
  half_begins: "plot", fight_begins: "both", taken: "plot", repelled: "state", retaken: "state",
  counterattack: "state", counterattack_fails: "plot", alarm: "state", person_arrested: "plot",
  failure: "plot", street_called: "plot", flight: "plot", power_begins: "plot", power_ends: "state",
  seized: "plot", ends: "both", unit_chooses: "both", unit_takes: "plot", unit_retakes: "state", unit_beaten: "both", unit_refuses: "plot", unit_yields: "both",
  army_over: "plot", army_back: "state", rising: "state", crowd_dispersed: "plot", authority_speaks: "state", strike: "state",
  held: "plot", new_power_ends: "state",
};

export interface Tick { t: number; tone: Tone; name: string; place: number; seq: number }

/** Every event that is worth a stop. */
export function ticks(kinds: Kind[], events: Event[]): Tick[] {
  return events.flatMap((event) => {
    const name = kinds[event[KIND]!]?.name ?? "";
    const tone = TONES[name];
    return tone ? [{ t: event[T]!, tone, name, place: event[PLACE]!, seq: event[0]! }] : [];
  });
}

/** The time of the tick before or after a moment; the moment itself if there is none. */
export function beside(times: number[], t: number, way: 1 | -1): number {
  const found = way > 0 ? times.find((one) => one > t) : times.findLast((one) => one < t);
  return found ?? t;
}
