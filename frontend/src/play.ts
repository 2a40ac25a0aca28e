// Playback: a moment of one world, apart from where the world came from (server or lesson file).

import { computed, effect, signal } from "@preact/signals";
import { axisOf, daysBetween, haste, place, timeAt, within, DAY } from "./model/clock";
import { beside, holdings, ticks } from "./model/curves";
import { noticed, seenBy, stateAt, type Sight } from "./model/state";
import { KIND, T, type Scenario, type World } from "./model/types";

export const scenario = signal<Scenario | null>(null);
export const world = signal<World | null>(null);
export const t = signal(0);
/** What one world in twenty exceeds, by curve of the road: the full height of the strip. */
export const heights = signal<Record<string, number> | null>(null);
export const playing = signal(false);
export const speed = signal(12); // minutes of the day in a second
export const hovered = signal<number | null>(null); // a place
export const labelsShown = signal(true);
export const allPlaces = signal(false);
export const legendShown = signal(false);

/** Who looks; whoever has to decide sees nothing that comes later. */
export const sight = signal<Sight>("all");
export const limit = signal<number | null>(null);

export const axis = computed(() => {
  const shown = scenario.value, told = world.value;
  if (!shown) return axisOf([], null, 0);
  const roadFrom = shown.road && told?.road ? daysBetween(shown.date, shown.road.since) * DAY : null;
  const departs = shown.kinds.findIndex((kind) => kind.name === "team_departs");
  const first = told?.events.find((event) => event[KIND] === departs);
  const times = ticks(shown.kinds, told?.events ?? []).map((tick) => tick.t);
  const begins = Math.min(first?.[T] ?? Infinity, ...times);
  const lines = (told?.chronicle.en ?? []).map((one) => one.time).filter((time) => time > begins);
  return axisOf([...(first ? [first[T]!] : []), ...times, ...lines], roadFrom, shown.start);
});
export const steps = computed(() =>
  scenario.value && world.value ? holdings(scenario.value, world.value.events) : []);
/** Events worth a stop that whoever looks can know of. */
export const marks = computed(() =>
  scenario.value && world.value ? ticks(scenario.value.kinds, world.value.events).filter((tick) => noticed(sight.value, tick.tone)) : []);
/** The last moment that can be shown. */
export const latest = computed(() => Math.min(axis.value.to, limit.value ?? Infinity));

/** The scenario with the guards of this world: a decision may have posted others, or nobody. */
export const ground = computed(() => {
  const shown = scenario.value, guards = world.value?.guards;
  if (!shown || !guards) return shown;
  const posted = new Map(guards.map((one) => [one.place, one]));
  const places = shown.places.map(({ guard: _guard, hidden: _hidden, ...place }, index) => {
    const one = posted.get(index);
    return one && !(one.hidden && sight.value === "plot") ? { ...place, guard: one.guard, hidden: one.hidden } : place;
  });
  return { ...shown, places };
});

/** Everything that one can stop at: shocks of the road, then ticks of the day. */
export const stops = computed(() => {
  const shown = scenario.value;
  const shocks = shown?.road && axis.value.roadFrom !== null
    ? shown.road.shocks.map((one) => daysBetween(shown.date, one.date) * DAY).filter((one) => one >= axis.value.roadFrom!)
    : [];
  return [...new Set([...shocks, ...marks.value.map((tick) => tick.t)])].filter((one) => one <= latest.value).sort((a, b) => a - b);
});
export const shot = computed(() => {
  const shown = scenario.value, told = world.value;
  return shown && told ? seenBy(sight.value, stateAt(shown, told.events, t.value)) : null;
});
export const counts = computed(() => {
  const found = steps.value.findLast((step) => step.t <= t.value) ?? steps.value[0];
  return found ?? { t: 0, plot: 0, state: 0, contested: 0 };
});

export function seek(to: number): void {
  t.value = Math.min(latest.value, within(axis.value, to));
}
export const step = (way: 1 | -1): void => seek(beside(stops.value, t.value, way));

/** Where a world begins to be worth watching: a little before anything happens at a place. */
export function opening(): number {
  const first = marks.value.find((tick) => tick.name === "fight_begins" || tick.name === "half_begins");
  return first ? first.t : axis.value.from;
}

const ROAD_SECONDS = 18; // the whole road at the usual speed
let last = 0;
function frame(now: number): void {
  if (!playing.value) return;
  const passed = Math.min(0.25, (now - last) / 1000);
  last = now;
  const { roadFrom, from } = axis.value, to = latest.value;
  if (roadFrom !== null && t.value < from) {
    const p = place(axis.value, t.value) + (passed / ROAD_SECONDS) * (speed.value / 12) * axis.value.split;
    t.value = Math.min(to, p >= axis.value.split ? from : timeAt(axis.value, p));
  } else t.value = Math.min(to, t.value + passed * speed.value * 60 * haste(axis.value, t.value));
  if (t.value >= to) playing.value = false;
  else requestAnimationFrame(frame);
}
effect(() => {
  if (playing.value) {
    last = performance.now();
    requestAnimationFrame(frame);
  }
});
export function toggle(): void {
  if (!playing.value && t.value >= latest.value) {
    if (limit.value !== null) return;
    t.value = axis.value.from;
  }
  playing.value = !playing.value;
}
