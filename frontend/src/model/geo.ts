// Degrees to pixels: equal scale in both directions (malaparte.report.basemap.Projection).

import type { Point } from "./types";

const METRE = 111_320;

export interface Camera { at: Point; perMetre: number } // what is in the middle, pixels a metre

export class Projection {
  private readonly flat: number;
  constructor(readonly camera: Camera, readonly width: number, readonly height: number) {
    this.flat = Math.cos((camera.at[0] * Math.PI) / 180);
  }
  x(at: Point): number {
    return this.width / 2 + (at[1] - this.camera.at[1]) * METRE * this.flat * this.camera.perMetre;
  }
  y(at: Point): number {
    return this.height / 2 - (at[0] - this.camera.at[0]) * METRE * this.camera.perMetre;
  }
  back(x: number, y: number): Point {
    const metres = METRE * this.camera.perMetre;
    return [
      this.camera.at[0] - (y - this.height / 2) / metres,
      this.camera.at[1] + (x - this.width / 2) / (metres * this.flat),
    ];
  }
  shows(at: Point, margin = 30): boolean {
    const x = this.x(at), y = this.y(at);
    return x > -margin && y > -margin && x < this.width + margin && y < this.height + margin;
  }
}

/** The camera that shows all points, with a margin in pixels. */
export function fit(points: Point[], width: number, height: number, margin: number): Camera {
  const lats = points.map((one) => one[0]), lons = points.map((one) => one[1]);
  const north = Math.max(...lats), south = Math.min(...lats), west = Math.min(...lons), east = Math.max(...lons);
  const at: Point = [(north + south) / 2, (west + east) / 2];
  const across = Math.max((east - west) * METRE * Math.cos((at[0] * Math.PI) / 180), 500);
  const down = Math.max((north - south) * METRE, 500);
  const perMetre = Math.min((width - 2 * margin) / across, (height - 2 * margin) / down);
  return { at, perMetre: Math.max(perMetre, 1e-4) };
}

/** The camera after zooming by a factor with one pixel held in place. */
export function zoomed(camera: Camera, width: number, height: number, factor: number, x: number, y: number): Camera {
  const perMetre = Math.min(2, Math.max(0.005, camera.perMetre * factor));
  const held = new Projection(camera, width, height).back(x, y);
  const there = new Projection({ ...camera, perMetre }, width, height).back(x, y);
  return { at: [camera.at[0] + held[0] - there[0], camera.at[1] + held[1] - there[1]], perMetre };
}
