// One moment of one world: places, units, alarm, names.

import type { Projection } from "../model/geo";
import { placeLabels, type Box, type Label } from "../model/labels";
import type { Choice, Snapshot, Unit } from "../model/state";
import type { Lang, Point, Scenario } from "../model/types";
import { BLUE, GREY, INK, OCHRE, PAPER, RED, WATER } from "./palette";
import { FACE, type Pen } from "./pen";

export const COLOURS = { paper: PAPER, ink: INK, ochre: OCHRE };
const STILL = typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;
export interface Look { lang: Lang; labels: boolean; all: boolean; hovered: number | null; selected: number | null; covers: Box[] }
export interface Spot { place: number; x: number; y: number; half: number }

export const sideOf = (command: boolean, zoom: number): number => (command ? 16 : 12) * zoom;
export const zoomOf = (view: Projection): number => Math.min(1.5, Math.max(0.72, view.camera.perMetre / 0.06));

/** Where the places lie that are shown, those with a crowd too; later ones lie on top. */
export function spots(scenario: Scenario, shot: Snapshot, view: Projection, look: Look): Spot[] {
  const zoom = zoomOf(view);
  const out = new Set([...shot.crowds].flatMap(([district, many]) => (many > 0 ? [scenario.districts[district]!.place] : [])));
  const found = scenario.places.flatMap((place, index) => {
    if (!look.all && !place.goal && !place.seat && !out.has(index)) return [];
    if (!view.shows(place.at)) return [];
    return [{ place: index, x: view.x(place.at), y: view.y(place.at), half: sideOf(place.command || place.seat, zoom) / 2 }];
  });
  const rank = (one: Spot): number =>
    shot.contested.has(one.place) ? 3 : shot.holders.get(one.place) === "plot" ? 2 : scenario.places[one.place]!.goal ? 1 : 0;
  return found.sort((a, b) => rank(a) - rank(b));
}

export function drawMoment(pen: Pen, scenario: Scenario, shot: Snapshot, view: Projection, look: Look, since: number | null): void {
  const shown = spots(scenario, shot, view, look);
  services(pen, scenario, shot, view, look);
  crowds(pen, scenario, shot, view);
  for (const spot of shown) node(pen, scenario, shot, spot, look);
  if (since !== null) ripple(pen, scenario, view, shot.t - since);
  const today = shot.t >= 0; // nobody stands anywhere on the road to the day
  const units = today ? arranged(scenario, shot, view) : [];
  for (const one of units) unit(pen, one, zoomOf(view));
  if (today) people(pen, scenario, shot, view);
  const army = today ? flags(scenario, shot, view) : [];
  for (const one of army) flag(pen, one.x, one.y, one.choice, zoomOf(view));
  if (look.labels) names(pen, scenario, shot, view, look, shown, units, army);
}

/** Pixels from the middle of a crowd to its edge: the area grows as the number of people. */
export const spreadOf = (many: number): number => 2.5 * Math.sqrt(many);

function crowds(pen: Pen, scenario: Scenario, shot: Snapshot, view: Projection): void {
  for (const [district, many] of shot.crowds) {
    const { at } = scenario.places[scenario.districts[district]!.place]!;
    if (many > 0) pen.glow(view.x(at), view.y(at), spreadOf(many) * zoomOf(view), "crowd");
  }
}

function node(pen: Pen, scenario: Scenario, shot: Snapshot, spot: Spot, look: Look): void {
  const place = scenario.places[spot.place]!;
  const { x, y, half } = spot;
  const lost = shot.services.get(spot.place) ?? 0;
  if (!place.goal && !place.seat) {
    pen.shape(square(x, y, 2.2), GREY);
  } else if (shot.contested.has(spot.place)) {
    pen.hatch(x, y, 2 * half + 4);
  } else if (shot.holders.get(spot.place) === "plot") {
    pen.shape(square(x, y, half), RED, { colour: INK, width: 1.6 });
  } else {
    const stood = shot.t >= 0 && place.guard !== undefined && !shot.holders.has(spot.place) && shot.guards.get(place.guard) !== 0;
    pen.shape(square(x, y, half), PAPER, { colour: INK, width: 1.6 });
    if (stood) {
      if (place.hidden) pen.disc(x, y, half * 0.5, null, { colour: BLUE, width: 2 });
      else pen.disc(x, y, half * 0.58, BLUE);
      if (shot.warned.has(place.guard!)) pen.shape([[x + half - 1, y - half - 1.5], [x + half + 5, y - half - 1.5], [x + half + 2, y - half - 7]], BLUE);
    } else if (shot.holders.get(spot.place) === "regime") pen.disc(x, y, half * 0.58, BLUE);
  }
  if (lost > 0.05 && (place.goal || place.seat)) {
    pen.fade(0.35 + 0.4 * lost); // what does not work is dimmed and crossed out
    pen.shape(square(x, y, half - 0.8), PAPER);
    pen.fade(1);
    pen.line([[x - half, y + half], [x + half, y - half]], { colour: INK, width: 1.6 });
  }
  if (look.hovered === spot.place || look.selected === spot.place)
    pen.shape(square(x, y, half + 5), "rgba(0,0,0,0)", { colour: INK, width: 2.5 });
}

const square = (x: number, y: number, half: number): [number, number][] => [
  [x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half],
];

/** Lines from a place that is pointed at to those that need it and those it needs. */
function services(pen: Pen, scenario: Scenario, shot: Snapshot, view: Projection, look: Look): void {
  const at = look.hovered ?? look.selected;
  if (at === null) return;
  for (const one of scenario.services) {
    if (one.supplier !== at && one.consumer !== at) continue;
    const from = scenario.places[one.supplier]!.at, to = scenario.places[one.consumer]!.at;
    const broken = (shot.services.get(one.consumer) ?? 0) > 0.05;
    pen.line([[view.x(from), view.y(from)], [view.x(to), view.y(to)]],
      { colour: broken ? RED : BLUE, width: 1.4, ...(one.supplier === at ? {} : { dash: [3, 4] }) });
  }
}

/** The alarm runs from place to place; a ring from the first warned shows when it began. */
function ripple(pen: Pen, scenario: Scenario, view: Projection, age: number): void {
  const centre = scenario.places[scenario.seats.centre];
  if (!centre || age < 0 || age > 1500 || STILL) return;
  const part = age / 1500;
  pen.fade(0.8 * (1 - part));
  pen.disc(view.x(centre.at), view.y(centre.at), 14 + 190 * part, null, { colour: BLUE, width: 3 });
  pen.fade(1);
}

interface Set { unit: Unit; x: number; y: number; heading: number }

/** Units with pixel and heading: those at a place around it, others side by side (Vogel 1979). */
export function arranged(scenario: Scenario, shot: Snapshot, view: Projection): Set[] {
  const zoom = zoomOf(view);
  const cells = new Map<string, Unit[]>();
  for (const one of shot.units) {
    if (!view.shows(one.at)) continue;
    const key = one.doing === "there" ? `p${one.place}` : one.doing === "waiting" ? `w${one.place}` : `m${one.side}${one.index}`;
    const cell = cells.get(key);
    if (cell) cell.push(one);
    else cells.set(key, [one]);
  }
  const found: Set[] = [];
  for (const [key, cell] of cells) {
    const place = scenario.places[cell[0]!.place]!;
    const start = key.startsWith("p") && (place.goal || place.seat) ? sideOf(place.command, zoom) * 0.95 : 0;
    cell.forEach((unit, order) => {
      const [dx, dy] = spiral(order, start, key.startsWith("w") ? 0.72 * zoom : zoom);
      const inward = (Math.atan2(-dx, dy) * 180) / Math.PI;
      found.push({ unit, x: view.x(unit.at) + dx, y: view.y(unit.at) + dy, heading: unit.heading ?? (start ? inward : 0) });
    });
  }
  return found;
}

function spiral(order: number, start: number, zoom: number): [number, number] {
  if (start === 0 && order === 0) return [0, 0];
  const angle = order * Math.PI * (3 - Math.sqrt(5)) - Math.PI / 4;
  const radius = Math.max(start, order ? 7.5 * zoom * Math.sqrt(order) : start);
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

export function wedge(pen: Pen, x: number, y: number, heading: number, hollow: boolean, zoom = 1): void {
  const turn = (heading * Math.PI) / 180, cos = Math.cos(turn), sin = Math.sin(turn);
  const points = ([[0, -8.5], [4.6, 5.2], [-4.6, 5.2]] as [number, number][]).map(
    ([a, b]): [number, number] => [x + zoom * (a * cos - b * sin), y + zoom * (a * sin + b * cos)]);
  pen.shape(points, hollow ? PAPER : RED, { colour: hollow ? RED : PAPER, width: hollow ? 1.5 : 0.8 });
}

function unit(pen: Pen, one: Set, zoom: number): void {
  if (one.unit.side === "plot") wedge(pen, one.x, one.y, one.heading, one.unit.doing === "waiting", zoom);
  else pen.disc(one.x, one.y, 4.8 * zoom, BLUE, { colour: PAPER, width: 1 });
}

export interface Flag { index: number; choice: Choice; x: number; y: number }

/** Units of the army: on their way, or in a row above the place where they stand; those from outside are not in the city. */
export function flags(scenario: Scenario, shot: Snapshot, view: Projection): Flag[] {
  const zoom = zoomOf(view), row = new Map<number, number>();
  return shot.army.flatMap(({ index, at, place, doing, choice }) => {
    if (doing === "outside" || !view.shows(at)) return [];
    if (doing === "moving") return [{ index, choice, x: view.x(at), y: view.y(at) }];
    const order = row.get(place) ?? 0, half = sideOf(scenario.places[place]!.command, zoom) / 2;
    row.set(place, order + 1);
    return [{ index, choice, x: view.x(at) + half + 3 + 15 * zoom * order, y: view.y(at) - half - 5 * zoom }];
  });
}

/** A flag on its pole: full for the state, forked for the plot, hollow while it waits, grey once it is beaten. */
export function flag(pen: Pen, x: number, y: number, choice: Choice, zoom = 1): void {
  const right = x + 12 * zoom, top = y - 9 * zoom, low = y - zoom, middle = y - 5 * zoom;
  pen.line([[x, top], [x, y + 7 * zoom]], { colour: INK, width: 1.8 });
  const cloth: [number, number][] = [[x, top], [right, top], ...(choice === "joins" ? [[right - 5 * zoom, middle] as [number, number]] : []), [right, low], [x, low]];
  const fill = { obeys: BLUE, joins: RED, waits: PAPER, beaten: GREY }[choice];
  pen.shape(cloth, fill, { colour: INK, width: 1.3 });
  if (choice === "beaten") pen.line([[x, low], [right, top]], { colour: PAPER, width: 1.6 });
}

/** How many persons were last seen at each place, free and taken. */
export function whereabouts(shot: Snapshot): Map<number, { free: number; taken: number }> {
  const found = new Map<number, { free: number; taken: number }>();
  for (const [person, place] of shot.seen) {
    const here = found.get(place) ?? { free: 0, taken: 0 };
    here[shot.persons.get(person) === "arrested" ? "taken" : "free"]++;
    found.set(place, here);
  }
  return found;
}

const diamondOf = (at: Point, view: Projection): { x: number; y: number; half: number } => {
  const zoom = zoomOf(view);
  return { x: view.x(at) - 15 * zoom, y: view.y(at) - 13 * zoom, half: 8.5 * zoom };
};
/** Persons: a diamond with their number, hollow while they are free, black once they are taken. */
function people(pen: Pen, scenario: Scenario, shot: Snapshot, view: Projection): void {
  for (const [index, { free, taken }] of whereabouts(shot)) {
    const place = scenario.places[index]!;
    if (!view.shows(place.at) || (!free && !taken)) continue;
    const { x, y, half } = diamondOf(place.at, view);
    pen.shape([[x, y - half], [x + half, y], [x, y + half], [x - half, y]], taken ? INK : PAPER, { colour: INK, width: 1.4 });
    const text = String(taken || free);
    pen.text(text, x - 3.1 * text.length, y - half - 2, 11.5, INK, 600);
  }
}

let ruler: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();
export function width(text: string, size: number): number {
  const key = `${size} ${text}`;
  let found = widths.get(key);
  if (found === undefined) {
    ruler ??= document.createElement("canvas").getContext("2d")!;
    ruler.font = `500 ${size}px ${FACE}`;
    found = ruler.measureText(text).width;
    widths.set(key, found);
  }
  return found;
}
export const forgetWidths = (): void => widths.clear();

/** Names that do not lie on each other: fought over first, then taken, command nodes, the rest. */
function names(pen: Pen, scenario: Scenario, shot: Snapshot, view: Projection, look: Look, shown: Spot[], units: Set[], army: Flag[]): void {
  const size = view.width < 500 ? 12 : view.width < 1300 ? 13 : 15.5;
  const rank = (place: number): number => {
    const one = scenario.places[place]!;
    if (look.hovered === place || look.selected === place) return -1;
    return shot.contested.has(place) ? 0 : shot.holders.has(place) ? 1 : one.seat || one.command ? 2 : one.goal ? 3 : 4;
  };
  const labels: Label[] = shown
    .map((spot) => ({ spot, rank: rank(spot.place) }))
    .filter((one) => view.camera.perMetre > 0.03 || one.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.spot.place - b.spot.place)
    .map(({ spot }) => {
      const text = scenario.places[spot.place]!.name[look.lang];
      return { key: spot.place, text, x: spot.x, y: spot.y, radius: spot.half + 1, width: width(text, size), first: shot.contested.has(spot.place) };
    });
  const blocks: Box[] = shown.map((spot) => ({ left: spot.x - spot.half, top: spot.y - spot.half, right: spot.x + spot.half, bottom: spot.y + spot.half }));
  for (const one of units) if (one.unit.doing !== "moving") blocks.push({ left: one.x - 3, top: one.y - 3, right: one.x + 3, bottom: one.y + 3 });
  // The buttons and the line under the map lie over it (style.css: .map-tools, .map-note).
  const [wide, high, note] = view.width < 500 ? [56, 210, 44] : view.width < 1300 ? [56, 300, 32] : [68, 360, 38];
  const walls = [{ left: 0, top: 0, right: wide, bottom: high }, { left: 0, top: view.height - note, right: view.width, bottom: view.height }, ...look.covers];
  if (shot.t >= 0) for (const index of whereabouts(shot).keys()) {
    const { x, y, half } = diamondOf(scenario.places[index]!.at, view);
    blocks.push({ left: x - half, top: y - half - 13, right: x + half, bottom: y + half });
  }
  for (const one of army) blocks.push({ left: one.x - 2, top: one.y - 10, right: one.x + 14, bottom: one.y + 7 });
  const sheet = { left: 4, top: 4, right: view.width - 4, bottom: view.height - 4 };
  const placed = placeLabels(labels, blocks, sheet, size, walls);
  for (const one of placed) pen.text(one.text, one.x, one.y, size, INK);
  const taken = [...blocks, ...walls, ...placed.map((one) => one.box)];
  rivers(pen, scenario, view, look.lang, taken, sheet);
}

function rivers(pen: Pen, scenario: Scenario, view: Projection, lang: Lang, taken: Box[], sheet: Box): void {
  for (const one of scenario.city) {
    const text = one.name[lang];
    if (one.kind !== "river" || !text) continue;
    for (const part of [0.5, 0.3, 0.7, 0.15, 0.85]) {
      const at = one.line[Math.floor(part * (one.line.length - 1))]!;
      if (!view.shows(at, 0)) continue;
      const label = { key: 0, text, x: view.x(at), y: view.y(at), radius: 8, width: width(text, 12) };
      const [found] = placeLabels([label], taken, sheet, 12);
      if (!found) continue;
      pen.text(text, found.x, found.y, 12, WATER, 500);
      taken.push(found.box);
      break;
    }
  }
}
