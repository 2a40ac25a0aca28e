// The city under the map, and the columns of marchers as a layer of warmth.

import type { Projection } from "../model/geo";
import type { City, Point, Scenario } from "../model/types";
import { GREY, RING, RIVER, STREET, WALL } from "./palette";
import type { Pen, Stroke } from "./pen";

const ORDER = ["river", "street", "ring", "rail", "wall"];

export function drawCity(pen: Pen, city: City[], view: Projection): void {
  const zoom = Math.min(2.6, Math.max(0.8, view.camera.perMetre / 0.06));
  for (const kind of ORDER)
    for (const one of city) {
      if (one.kind !== kind) continue;
      pen.line(one.line.map((at) => [view.x(at), view.y(at)]), style(one, zoom));
      if (kind === "rail")
        pen.line(one.line.map((at) => [view.x(at), view.y(at)]), { colour: "#F3ECDD", width: 1, dash: [5, 5] });
    }
}

function style(one: City, zoom: number): Stroke {
  switch (one.kind) {
    case "river": return { colour: RIVER, width: 1.3 * one.w * zoom };
    case "street": return { colour: STREET, width: 2.4 * zoom };
    case "ring": return { colour: RING, width: 4.6 * zoom };
    case "rail": return { colour: GREY, width: 2 };
    default: return { colour: WALL, width: 1.8 * zoom };
  }
}

/** How full the streets are, 0 to 1: the columns come and go within half an hour (twin: malaparte.report.crowds). */
export function crowd(scenario: Scenario, t: number): number {
  const march = scenario.march;
  if (!march) return 0;
  const ramp = 1800;
  return Math.min(1, Math.max(0, (t - march.since) / ramp), Math.max(0, (march.until - t) / ramp));
}

/** Points along the march, some sixty metres apart. */
export function along(scenario: Scenario): Point[] {
  const route = (scenario.march?.route ?? []).map((place) => scenario.places[place]!.at);
  return route.slice(1).flatMap((end, i) => {
    const start = route[i]!;
    const far = Math.hypot(end[0] - start[0], (end[1] - start[1]) * 0.56) * 111_000;
    const many = Math.max(1, Math.round(far / 60));
    return Array.from({ length: many }, (_, k): Point => [
      start[0] + ((end[0] - start[0]) * k) / many, start[1] + ((end[1] - start[1]) * k) / many,
    ]);
  });
}

/** The columns as warmth; a canvas keeps them as a layer, so that a frame only copies it. */
export function march(pen: Pen, scenario: Scenario, view: Projection): void {
  const radius = Math.max(16, 330 * view.camera.perMetre);
  for (const at of along(scenario)) pen.glow(view.x(at), view.y(at), radius, "march");
}
