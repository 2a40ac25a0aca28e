// What of the map can be pointed at: places, and flags of the army.

import type { Projection } from "../model/geo";
import type { Snapshot } from "../model/state";
import type { Scenario } from "../model/types";
import { flags, spots, zoomOf, type Look } from "./draw";

export interface Thing { kind: "place" | "unit"; index: number; x: number; y: number }

const units = (scenario: Scenario, shot: Snapshot, view: Projection): Thing[] =>
  shot.t < 0 ? [] : flags(scenario, shot, view).map(({ index, x, y }) => ({ kind: "unit", index, x, y }));
const places = (scenario: Scenario, shot: Snapshot, view: Projection, look: Look): Thing[] =>
  spots(scenario, shot, view, look).map(({ place, x, y }) => ({ kind: "place", index: place, x, y }));

/** All that is shown, from left to right, as keys walk through it. */
export function things(scenario: Scenario, shot: Snapshot, view: Projection, look: Look): Thing[] {
  return [...places(scenario, shot, view, look), ...units(scenario, shot, view)].sort((a, b) => a.x - b.x || a.y - b.y);
}

/** What lies under a pixel: a flag, which is drawn last, or else the nearest place. */
export function under(scenario: Scenario, shot: Snapshot, view: Projection, look: Look, x: number, y: number): Thing | null {
  const zoom = zoomOf(view);
  const flag = units(scenario, shot, view).findLast((one) => x > one.x - 4 && x < one.x + 12 * zoom + 3 && y > one.y - 9 * zoom - 3 && y < one.y + 7 * zoom + 2);
  if (flag) return flag;
  const far = (one: Thing): number => Math.hypot(one.x - x, one.y - y);
  return places(scenario, shot, view, look).filter((one) => far(one) < 16).sort((a, b) => far(a) - far(b))[0] ?? null;
}
