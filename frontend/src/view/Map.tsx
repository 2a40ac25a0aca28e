// The map: a canvas that is drawn from the moment, and a table of the same for those who do not see it.

import { batch, effect, signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { crowd, drawCity, march } from "../map/city";
import { COLOURS, drawMoment, forgetWidths, type Look } from "../map/draw";
import { PAPER } from "../map/palette";
import { CanvasPen, SvgPen, type Pen } from "../map/pen";
import { things, under, type Thing } from "../map/things";
import { fit, Projection, zoomed, type Camera } from "../model/geo";
import { stateAt, type Snapshot } from "../model/state";
import type { Point, Scenario } from "../model/types";
import { allPlaces, ground as peopled, hovered, labelsShown, legendShown, marks, scenario, shot, t } from "../play";
import { lang, say, tell } from "../words";
import { covers } from "./cover";
import { Legend } from "./Legend";

export const camera = signal<Camera | null>(null);
let own = false; // whether the viewer has moved the map; until then it follows the size of its box
const size = signal({ width: 0, height: 0 });
/** Milliseconds of the last frames, for whoever measures. */
export const frames: number[] = [];

/** What a fresh map shows: the goals, without the few that lie far out and command nothing. */
export function homeCamera(shown: Scenario, width: number, height: number): Camera {
  const goals = shown.places.filter((place) => place.goal);
  const places = goals.length ? goals : shown.places;
  const middle = (part: 0 | 1): number => places.map(({ at }) => at[part]).sort((a, b) => a - b)[places.length >> 1]!;
  const lat = middle(0), lon = middle(1);
  const far = ({ at }: { at: Point }): number => Math.hypot(at[0] - lat, 0.56 * (at[1] - lon));
  const spare = places.filter((place) => !place.command).sort((a, b) => far(b) - far(a)).slice(0, Math.round(places.length / 15));
  const points = places.filter((place) => !spare.includes(place)).map((place) => place.at);
  const foot = 40, left = width < 500 ? 30 : 0; // for the line that says what this is, and on a phone for the buttons
  const camera = fit(points, width - left, height - foot, width < 500 ? 34 : 54);
  return { ...camera, at: new Projection(camera, width, height).back((width - left) / 2, (height + foot) / 2) };
}

const alarmAt = (): number | null => marks.value.find((tick) => tick.name === "alarm")?.t ?? null;

/** Room under the map of a saved picture, for what it is. */
const FOOT = 50;

/** Draw what the map shows, with what it is under it. */
function paint(pen: Pen, title: string): void {
  const shown = scenario.value!, moment = shot.value!, { width, height } = size.value, view = new Projection(camera.value!, width, height);
  drawCity(pen, shown.city, view);
  pen.fade(crowd(shown, moment.t));
  if (crowd(shown, moment.t) > 0) march(pen, shown, view);
  pen.fade(1);
  drawMoment(pen, peopled.value ?? shown, moment, view, { ...look(null), covers: [] }, alarmAt());
  pen.text(title, 12, height + 22, 13, "#1B1815", 600);
  if (shown.city.length) pen.text(say("map-notice"), 12, height + 40, 12, "#736A5C");
}
/** A saved picture of what the map shows, in the same colours; faces: its letters, as CSS. */
export function picture(title: string, faces: string): string {
  const pen = new SvgPen(COLOURS);
  paint(pen, title);
  return pen.picture(size.value.width, size.value.height + FOOT, title, faces);
}
/** The same in pixels, two for one of the page, with the letters that the page has. */
export function pixels(title: string): HTMLCanvasElement {
  const { width, height } = size.value, canvas = document.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * (height + FOOT);
  const g = canvas.getContext("2d")!;
  g.scale(2, 2);
  g.fillStyle = PAPER;
  g.fillRect(0, 0, width, height + FOOT);
  paint(new CanvasPen(g, COLOURS), title);
  return canvas;
}

const selected = signal<number | null>(null);
const look = (over: number | null = hovered.value): Look => ({
  lang: lang.value, labels: labelsShown.value, all: allPlaces.value, hovered: over, selected: selected.value, covers: covers.value,
});

/** onOpen: what is done with a place or a unit that is clicked, or chosen by keys; without it nothing opens. */
export function MapView({ onOpen, note }: { onOpen?: (kind: Thing["kind"], id: string) => void; note?: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const tip = useSignal<{ x: number; y: number; text: string } | null>(null);

  useEffect(() => {
    const watch = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = box.current!;
      if (!width || !height) return;
      batch(() => {
        if (!own) camera.value = null;
        size.value = { width, height };
      });
    });
    watch.observe(box.current!);
    document.fonts.ready.then(() => { forgetWidths(); size.value = { ...size.value }; });
    let ground: { key: string; city: HTMLCanvasElement; heat: HTMLCanvasElement } | null = null;
    let seen: Scenario | null = null;
    const end = effect(() => {
      const { width, height } = size.value, shown = scenario.value;
      if (!width || !shown) return;
      const moment = shot.value ?? stateAt(shown, [], t.value);
      if (seen !== shown) { seen = shown; own = false; camera.value = null; }
      const at = (camera.value ??= homeCamera(shown, width, height));
      const began = performance.now();
      const view = new Projection(at, width, height), scale = Math.min(2, devicePixelRatio || 1);
      const element = canvas.current!, g = element.getContext("2d")!;
      if (element.width !== Math.round(width * scale) || element.height !== Math.round(height * scale)) {
        element.width = Math.round(width * scale);
        element.height = Math.round(height * scale);
      }
      const key = [shown.id, width, height, scale, at.at, at.perMetre].join();
      if (ground?.key !== key) ground = {
        key,
        city: layer(view, scale, (pen, g) => { g.fillStyle = PAPER; g.fillRect(0, 0, width, height); drawCity(pen, shown.city, view); }),
        heat: layer(view, scale, (pen) => march(pen, shown, view)),
      };
      g.setTransform(1, 0, 0, 1, 0, 0);
      g.globalAlpha = 1;
      g.drawImage(ground.city, 0, 0);
      const warm = crowd(shown, moment.t);
      if (warm > 0) { g.globalAlpha = warm; g.drawImage(ground.heat, 0, 0); g.globalAlpha = 1; }
      g.setTransform(scale, 0, 0, scale, 0, 0);
      drawMoment(new CanvasPen(g, COLOURS), peopled.value ?? shown, moment, view, look(), alarmAt());
      frames.push(performance.now() - began);
      if (frames.length > 600) frames.shift();
    });
    return () => { end(); watch.disconnect(); };
  }, []);

  /** What is asked of the moment that is shown, in the pixels of the map. */
  const shownNow = (): [Scenario, Snapshot, Projection, Look] | null => {
    const shown = scenario.value, moment = shot.value, at = camera.value;
    return shown && moment && at ? [shown, moment, new Projection(at, size.value.width, size.value.height), look()] : null;
  };
  const thingAt = (x: number, y: number): Thing | null => { const now = shownNow(); return now && under(...now, x, y); };
  const pointed = useRef<Thing | null>(null);
  const point = (thing: Thing | null, at: { x: number; y: number } | null = thing): void => {
    pointed.current = thing;
    hovered.value = thing?.kind === "place" ? thing.index : null;
    tip.value = thing && at && { x: at.x, y: at.y, text: thing.kind === "unit" ? `${tell(scenario.value!.units[thing.index]!.name)} · ${doing(thing.index)}` : describe(thing.index) };
  };
  /** Point at the next thing, or again at the one pointed at last. */
  const walk = (way: -1 | 0 | 1): void => {
    const now = shownNow(), all = now ? things(...now) : [];
    const here = all.findIndex((one) => one.kind === pointed.current?.kind && one.index === pointed.current.index);
    point((here >= 0 ? all.at((here + way) % all.length) : way ? all.at(way > 0 ? 0 : -1) : null) ?? null);
  };
  const open = (thing: Thing | null): void => {
    selected.value = thing?.kind === "place" ? thing.index : null;
    const shown = scenario.value;
    if (thing && shown) onOpen?.(thing.kind, (thing.kind === "place" ? shown.places : shown.units)[thing.index]!.id);
  };
  const pan = (dx: number, dy: number): void => {
    const { width, height } = size.value, at = camera.value;
    own = true;
    tip.value = null;
    if (at) camera.value = { ...at, at: new Projection(at, width, height).back(width / 2 - dx, height / 2 - dy) };
  };
  const zoom = (factor: number, x = size.value.width / 2, y = size.value.height / 2): void => {
    const { width, height } = size.value, shown = scenario.value, at = camera.value;
    if (!at || !shown) return;
    // Not further out than where the city fills half of the map.
    const least = homeCamera(shown, width, height).perMetre / 2, by = Math.max(factor, Math.min(1, least / at.perMetre));
    own = true;
    tip.value = null;
    camera.value = zoomed(at, width, height, by, x, y);
  };
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(0);
  const local = (event: { clientX: number; clientY: number }) => {
    const frame = box.current!.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  };

  const onMove = (event: PointerEvent): void => {
    const now = local(event), before = fingers.current.get(event.pointerId);
    if (before) {
      const others = [...fingers.current].filter(([id]) => id !== event.pointerId);
      if (others.length === 1) {
        const other = others[0]![1];
        const was = Math.hypot(before.x - other.x, before.y - other.y), is = Math.hypot(now.x - other.x, now.y - other.y);
        if (was > 0) zoom(is / was, (now.x + other.x) / 2, (now.y + other.y) / 2);
      } else pan(now.x - before.x, now.y - before.y);
      moved.current += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
      fingers.current.set(event.pointerId, now);
      return;
    }
    point(thingAt(now.x, now.y), now);
  };
  const onKey = (event: KeyboardEvent): void => {
    const jobs: Record<string, () => void> = {
      ArrowLeft: () => pan(60, 0), ArrowRight: () => pan(-60, 0), ArrowUp: () => pan(0, 60), ArrowDown: () => pan(0, -60),
      "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), "0": home,
      PageUp: () => walk(-1), PageDown: () => walk(1), Enter: () => open(pointed.current),
    };
    const job = jobs[event.key];
    if (!job || event.ctrlKey || event.metaKey || event.altKey) return;
    job();
    event.preventDefault();
    event.stopPropagation();
  };
  const home = (): void => {
    own = false;
    if (scenario.value) camera.value = homeCamera(scenario.value, size.value.width, size.value.height);
  };

  return (
    <div class="map" ref={box}>
      <canvas ref={canvas} tabIndex={0} role="img" aria-label={`${say("page-map-label")}${onOpen ? ` ${say("page-map-open")}` : ""}`} onKeyDown={onKey} onFocus={() => walk(0)} onBlur={() => { hovered.value = null; tip.value = null; }}
        onPointerDown={(event) => {
          moved.current = 0;
          fingers.current.set(event.pointerId, local(event));
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onMove}
        onPointerUp={(event) => fingers.current.delete(event.pointerId)}
        onClick={(event) => { // not when the finger goes up: its click would then fall on the card
          if (moved.current > 6) return;
          const { x, y } = local(event);
          open(thingAt(x, y));
        }}
        onPointerCancel={(event) => fingers.current.delete(event.pointerId)}
        onPointerLeave={() => point(null)}
        onWheel={(event) => {
          event.preventDefault();
          const { x, y } = local(event);
          zoom(Math.exp(-event.deltaY / 500), x, y);
        }}
        onDblClick={(event) => { const { x, y } = local(event); zoom(1.8, x, y); }} />
      <div class="map-tools" role="group" aria-label={say("page-map-tools")}>
        <button onClick={() => zoom(1.4)} aria-label={say("page-zoom-in")}>+</button>
        <button onClick={() => zoom(1 / 1.4)} aria-label={say("page-zoom-out")}>−</button>
        <button onClick={home} aria-label={say("page-zoom-home")}>⌂</button>
        <button aria-pressed={labelsShown.value} onClick={() => (labelsShown.value = !labelsShown.value)} title={`${say("page-labels")} (L)`} aria-label={say("page-labels")}>Aa</button>
        <button aria-pressed={allPlaces.value} onClick={() => (allPlaces.value = !allPlaces.value)} title={`${say("page-all-places")} (N)`} aria-label={say("page-all-places")}>▫▫</button>
        <button aria-pressed={legendShown.value} onClick={() => (legendShown.value = !legendShown.value)} title={`${say("page-legend")} (K)`} aria-label={say("page-legend")}>▲●</button>
      </div>
      {legendShown.value && <Legend />}
      <p class="map-note">{note && <strong>{note} </strong>}{scenario.value && scenario.value.city.length > 0 && <span>{say("map-notice")}</span>}</p>
      {tip.value && <div class="tip" role="status" style={{ left: `${tip.value.x}px`, top: `${tip.value.y}px` }}>{tip.value.text}</div>}
    </div>
  );
}

/** A place in words: name, who holds it, what is broken, how many are in its street. */
export function describe(index: number): string {
  const shown = scenario.value!, moment = shot.value!, place = shown.places[index]!;
  const parts = [tell(place.name)];
  if (place.goal) parts.push(say(holder(index)));
  const lost = moment.services.get(index) ?? 0;
  if (lost > 0.05) parts.push(say("page-broken", { share: lost }));
  const out = moment.crowds.get(shown.districts.findIndex((one) => one.place === index)) ?? 0;
  if (out > 0) parts.push(say("page-crowd", { n: out }));
  return parts.join(" · ");
}
/** What a unit of the army does, and where. */
export function doing(index: number): string {
  const one = shot.value!.army[index]!, place = tell(scenario.value!.places[one.place]!.name);
  return `${say(`page-unit-${one.choice}`)} · ${one.doing === "outside" ? say("page-outside-city") : one.doing === "moving" ? `→ ${place}` : place}`;
}
export function holder(index: number): string {
  const moment = shot.value!;
  return moment.contested.has(index) ? "page-contested" : moment.holders.get(index) === "plot" ? "page-of-plot" : "page-of-state";
}

/** What stays as it is while nobody moves the map, on a canvas of its own. */
function layer(view: Projection, scale: number, draw: (pen: CanvasPen, g: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(view.width * scale);
  canvas.height = Math.round(view.height * scale);
  const g = canvas.getContext("2d")!;
  g.scale(scale, scale);
  draw(new CanvasPen(g, COLOURS), g);
  return canvas;
}
