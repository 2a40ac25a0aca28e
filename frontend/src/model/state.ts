// The state of one world at a moment, from its events alone.
// Twin of malaparte.report.state_at; fixtures hold the two together.

import { ACTOR, KIND, PLACE, T, TARGET, VALUE, type Event, type Kind, type Point, type Scenario } from "./types";

export type Side = "plot" | "regime";
export type Doing = "waiting" | "moving" | "there";
export type Fate = "warned" | "sheltered" | "arrested";

/** A squad of the plot or a group of the reserve; men is -1 while nobody has counted them. */
export interface Unit {
  side: Side; index: number; at: Point; place: number; doing: Doing; heading: number | null; men: number;
}

/** What a unit of the army does, by its number in the log; one that is beaten chooses no more. */
export const CHOICES = ["obeys", "waits", "joins", "beaten"] as const;
export type Choice = (typeof CHOICES)[number];
/** A unit of the army; men is -1 while nobody has counted them.  One from outside stands nowhere in the city. */
export interface Regiment { index: number; at: Point; place: number; doing: "moving" | "there" | "outside"; choice: Choice; men: number }

export interface Snapshot {
  t: number;
  alarm: boolean; failed: boolean; street: boolean; ended: boolean;
  holders: Map<number, Side>;
  contested: Set<number>;
  guards: Map<number, number>;
  persons: Map<number, Fate>;
  services: Map<number, number>;
  /** People in the street by district, as last told. */
  crowds: Map<number, number>;
  units: Unit[];
  army: Regiment[];
  /** Not in the Python twin: guards who have been warned, and where persons were last seen. */
  warned: Set<number>;
  seen: Map<number, number>;
}

interface Leg { leaves: number; start: number; end: number; arrives: number; men: number; fellIn: boolean }

type Legs = Map<string, Leg & { side: Side; index: number }>;

/** What of a scenario the state needs: names of kinds and positions. */
export type Ground = Pick<Scenario, "kinds"> & { places: { at: Point }[]; units?: { place: number; outside: boolean }[] };

export function stateAt(ground: Ground, events: Event[], t: number): Snapshot {
  const shot: Snapshot = {
    t, alarm: false, failed: false, street: false, ended: false,
    holders: new Map(), contested: new Set(), guards: new Map(), persons: new Map(), services: new Map(), crowds: new Map(),
    units: [], army: [], warned: new Set(), seen: new Map(),
  };
  const legs: Legs = new Map();
  const army: March[] = (ground.units ?? []).map(({ place, outside }) => ({ leaves: 0, start: place, end: place, arrives: 0, men: -1, choice: "obeys", outside }));
  const known = new Set<number>();
  for (const event of events) {
    const name = kindName(ground.kinds, event);
    if (event[T]! > t) {
      if (name === "team_departs" && !known.has(event[ACTOR]!)) {
        known.add(event[ACTOR]!);
        depart(legs, "plot", event);
      }
      continue;
    }
    if (name === "team_departs") known.add(event[ACTOR]!);
    moveUnits(legs, name, event);
    moveArmy(army, name, event);
    change(shot, name, event);
  }
  shot.units = [...legs.values()].map((leg) => unitOf(ground, leg, t));
  shot.army = army.map((one, index) => {
    const { at, place, doing } = unitOf(ground, { ...one, side: "regime", index, fellIn: false }, t);
    return { index, at, place, doing: one.outside ? "outside" : doing === "moving" ? doing : "there", choice: one.choice, men: one.men };
  });
  return shot;
}

interface March { leaves: number; start: number; end: number; arrives: number; men: number; choice: Choice; outside: boolean }

function moveArmy(army: March[], name: string, event: Event): void {
  const one = name.startsWith("unit_") ? army[event[ACTOR]!] : undefined;
  if (!one) return;
  switch (name) {
    case "unit_chooses": case "unit_yields": one.choice = CHOICES[event[VALUE]!] ?? "waits"; break;
    case "unit_marches": Object.assign(one, { leaves: event[T]!, start: event[PLACE]!, end: event[TARGET]!, arrives: event[VALUE]! }); break;
    case "unit_takes": case "unit_retakes": one.men = event[VALUE]!; break;
    case "unit_beaten": one.choice = "beaten"; break;
    case "unit_refuses": one.choice = "waits"; break;
  }
}

export const kindName = (kinds: Kind[], event: Event): string => kinds[event[KIND]!]?.name ?? "";

function change(shot: Snapshot, name: string, event: Event): void {
  const place = event[PLACE]!, target = event[TARGET]!, value = event[VALUE]!;
  switch (name) {
    case "fight_begins": case "counterattack": shot.contested.add(place); break;
    case "taken": case "unit_takes": shot.contested.delete(place); shot.holders.set(place, "plot"); break;
    case "retaken": case "unit_retakes": shot.contested.delete(place); shot.holders.set(place, "regime"); break;
    case "repelled": case "counterattack_fails": shot.contested.delete(place); break;
    case "guard_loss": shot.guards.set(target, value); break;
    case "guard_warned": shot.warned.add(event[ACTOR]!); break;
    case "person_warned": shot.persons.set(target, "warned"); break;
    case "person_moves":
      shot.seen.set(target, place);
      if (shot.persons.get(target) === "warned") shot.persons.set(target, "sheltered");
      break;
    case "person_arrested": shot.persons.set(target, "arrested"); shot.seen.set(target, place); break;
    case "service": shot.services.set(place, value / 1000); break;
    case "crowd": shot.crowds.set(event[ACTOR]!, value); break;
    case "alarm": shot.alarm = true; break;
    case "failure": shot.failed = true; break;
    case "street_called": shot.street = true; break;
    case "ends": shot.ended = true; break;
  }
}

/** Move the units; those that are beaten, captured, recalled or done leave the picture. */
function moveUnits(legs: Legs, name: string, event: Event): void {
  const actor = event[ACTOR]!, place = event[PLACE]!, target = event[TARGET]!, value = event[VALUE]!;
  switch (name) {
    case "team_departs": case "shifted": depart(legs, "plot", event); break;
    case "group_sent": depart(legs, "regime", event); break;
    case "team_arrives": count(legs, "plot", actor, value, false); break;
    case "group_arrives": count(legs, "regime", actor, value, true); break;
    case "assault": count(legs, "plot", actor, value, true); break;
    case "plot_loss": count(legs, "plot", target, value, false); break;
    case "group_loss": count(legs, "regime", target, value, false); break;
    case "repelled": case "retaken": case "unit_retakes": leave(legs, "plot", place); break;
    case "taken": case "counterattack_fails": case "unit_takes": leave(legs, "regime", place); break;
    case "person_arrested": case "person_missed": hunted(legs, actor); break;
    case "recalled": legs.delete(`plot ${actor}`); break;
  }
}

function depart(legs: Legs, side: Side, event: Event): void {
  const index = event[ACTOR]!, key = `${side} ${index}`;
  const leg = { side, index, leaves: event[T]!, start: event[PLACE]!, end: event[TARGET]!, arrives: event[VALUE]!, men: -1, fellIn: false };
  legs.set(key, leg);
}

function count(legs: Legs, side: Side, index: number, men: number, fellIn: boolean): void {
  const leg = legs.get(`${side} ${index}`);
  if (!leg) return;
  leg.men = men;
  leg.fellIn ||= fellIn;
  if (men === 0) legs.delete(`${side} ${index}`);
}

/** Take away the units of a side that stood at a place; squads that lie near by stay. */
function leave(legs: Legs, side: Side, place: number): void {
  for (const [key, leg] of legs) if (leg.side === side && leg.fellIn && leg.end === place) legs.delete(key);
}

/** A squad that hunts is done with a person: it leaves, unless it sets out for the next; one that took a place holds it. */
function hunted(legs: Legs, team: number): void {
  if (legs.get(`plot ${team}`)?.fellIn === false) legs.delete(`plot ${team}`);
}

function unitOf(ground: Ground, leg: Leg & { side: Side; index: number }, t: number): Unit {
  const { side, index, men } = leg;
  const start = ground.places[leg.start]!.at, end = ground.places[leg.end]!.at;
  if (t < leg.leaves) return { side, index, at: start, place: leg.start, doing: "waiting", heading: null, men };
  if (t >= leg.arrives || leg.start === leg.end)
    return { side, index, at: end, place: leg.end, doing: "there", heading: null, men };
  const part = (t - leg.leaves) / (leg.arrives - leg.leaves);
  const at: Point = [start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])];
  return { side, index, at, place: leg.end, doing: "moving", heading: heading(start, end), men };
}

/** Direction from one position to another, degrees clockwise from north. */
export function heading(start: Point, end: Point): number {
  const north = end[0] - start[0];
  const east = (end[1] - start[1]) * Math.cos((((start[0] + end[0]) / 2) * Math.PI) / 180);
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

export type Sight = "all" | "plot" | "defence";
/** Whether who looks notices an event: those of one side are not for the other. */
export const noticed = (sight: Sight, tone: "plot" | "state" | "both"): boolean =>
  sight === "all" || tone === "both" || (tone === "plot") === (sight === "plot");
/** What a side knows of a moment: its own men; the state also knows where its persons are and whom it has warned. */
export function seenBy(side: Sight, shot: Snapshot): Snapshot {
  if (side === "all") return shot;
  const units = shot.units.filter((one) => one.side === (side === "plot" ? "plot" : "regime"));
  return side === "plot" ? { ...shot, units, warned: new Set(), seen: new Map() } : { ...shot, units };
}
