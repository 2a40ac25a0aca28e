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

/** How full the streets are, 0 to 1: the columns come and go within half an hour. */
export function crowd(scenario: Scenario, t: number): number {
  const march = scenario.march;
  if (!march) return 0;
  const ramp = 1800;
  return Math.min(1, Math.max(0, (t - march.since) / ramp), Math.max(0, (march.until - t) / ramp));
}

/** Points along the march, some thirty metres apart. */
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

/** The layer of warmth on a canvas of its own, so that a frame only copies it. */
export function heat(scenario: Scenario, view: Projection, scale: number): HTMLCanvasElement {
  const layer = document.createElement("canvas");
  layer.width = view.width * scale;
  layer.height = view.height * scale;
  const g = layer.getContext("2d")!;
  g.scale(scale, scale);
  const radius = Math.max(16, 330 * view.camera.perMetre);
  const sprite = document.createElement("canvas");
  sprite.width = sprite.height = 64;
  const s = sprite.getContext("2d")!;
  const gradient = s.createRadialGradient(32, 32, 0, 32, 32, 32);
  gradient.addColorStop(0, "rgba(205,140,30,.16)");
  gradient.addColorStop(0.5, "rgba(205,140,30,.06)");
  gradient.addColorStop(1, "rgba(205,140,30,0)");
  s.fillStyle = gradient;
  s.fillRect(0, 0, 64, 64);
  for (const at of along(scenario))
    g.drawImage(sprite, view.x(at) - radius, view.y(at) - radius, 2 * radius, 2 * radius);
  return layer;
}
