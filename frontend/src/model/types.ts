// What the server sends; the Python twin of each shape is named beside it.

import type { Ratio } from "./ratio";

export type Lang = "en" | "ru";
export type Text = Record<Lang, string>;
export type Point = [number, number]; // latitude, longitude

/** seq, t, kind, actor, place, target, value; -1 for none (malaparte.kernel.events, without the cause). */
export type Event = number[];
export const SEQ = 0, T = 1, KIND = 2, ACTOR = 3, PLACE = 4, TARGET = 5, VALUE = 6;

export interface Kind { name: string; actor: string; target: string; value: string }

export interface Place {
  id: string; name: Text; at: Point; category: string;
  goal: boolean; command: boolean; seat: boolean; guard?: number; hidden?: boolean;
}

export interface Card {
  evidence: Text; differs: Text; theory: Text; sources: string[];
}
export interface Option { id: string; title: Text; set: Record<string, unknown>; card: Card | null }
export interface Decision {
  id: string; side: "plot" | "defence"; default: string;
  title: Text; who: Text; asked: Text; knows: Text; options: Option[];
}

export interface City { kind: string; name: Text; w: number; line: Point[] }

/** A number of the record; the scenario was made from an input, so that it tests nothing. */
export interface Stated { output: string; date: string; value: number; lo: number; hi: number; kind: "record" | "reconstruction"; input: boolean }

/** malaparte.web.view.scenario_view */
export interface Scenario {
  ref: string; id: string; title: Text; reading: Text; summary: Text; date: string;
  start: number; hours: number;
  basis: { total: number; documented: number; claimed: number; estimated: number; assumed: number; unseen: number };
  kinds: Kind[]; labels: string[]; causes: string[]; columns: string[];
  places: Place[];
  squads: { id: string; name: Text }[];
  leaders: { id: string; name: Text }[];
  reserves: { id: string; place: number }[];
  units: { id: string; name: Text; place: number; outside: boolean }[];
  services: { supplier: number; consumer: number; kind: string }[];
  teams: number[]; groups: number[]; persons: number[];
  districts: { id: string; name: Text; place: number }[];
  march: { route: number[]; since: number; until: number } | null;
  seats: { centre: number; shelter: number; headquarters: number };
  decisions: Decision[];
  road: {
    since: string; until: string;
    record: Stated[];
    shocks: { id: string; name: Text; date: string }[];
    quotes: { id: string; since: string }[];
  } | null;
  city: City[];
}

export interface Passage { time: number; text: string; places: string[]; events: number[] }

/** A guard that is posted in this case, by index. */
export interface Posted { place: number; guard: number; hidden: boolean }

/** malaparte.web.world_view.world_view */
export interface World {
  world: number; seed: number; events: Event[]; row: number[];
  chronicle: Record<Lang, Passage[]>; guards: Posted[];
  road: { told: Record<Lang, string[]>; series: Record<string, Curve>; facts: Record<string, number> } | null;
}

/** A value every two days; null where it is not known. */
export type Curve = (number | null)[];
export interface Bands { worlds: number; sets: number; days: string[]; bands: Record<string, Curve[]> }

export interface Share {
  count: number; of: number; sets: number; value: number; error: number | null; low: number; high: number; said: string;
}
export interface Chance { share: Share; given_plot: Share | null }
export interface Summary {
  scenario: string; seed: number; worlds: number; sets: number;
  do: Record<string, string>; set: Record<string, unknown>;
  plot: Chance; launched: Chance; alarm: Chance; seized: Chance;
  outcomes: { label: string; chance: Chance }[];
  places: { place: string; falls: Chance }[];
  typical: number;
}
export interface Dot { world: number; was: number; now: number }
export interface Answer {
  summary: Summary; dots: Dot[];
  landmarks: { typical: number; nearest: number | null; power: number | null; lost: number | null; asked: number };
}
export interface Difference {
  name: string; before: Share; after: Share; value: number; error: number | null;
  low: number; high: number; gained: number; lost: number;
}
export interface Comparison {
  worlds: number; sets: number; same: number;
  do_after: Record<string, string>; set_after: Record<string, unknown>;
  outcomes: Difference[]; places: Difference[];
  numbers: { name: string; before: number; after: number; value: number; error: number | null }[];
  flips: { before: string; after: string; count: number; worlds: number[] }[];
}

/** Whether a change moved nothing at all: no end, no number of any world. */
export const nothing = (found: Comparison): boolean =>
  found.same === found.worlds && found.numbers.every((one) => one.value === 0 && !one.error) && found.places.every((one) => one.value === 0 && one.gained === 0);

export interface Problem { file: string; line: number; path: string; found: string; expected: string; hint: string }

/** malaparte.web.numbers.numbers_view */
export interface Quantity {
  path: string; used: string[]; doc: Text; kind: string; args: number[]; within: (number | null)[];
  said: string; unit: string; lo: number | null; hi: number | null;
  basis: string; sources: string[]; note: Text | null;
}

export interface Source {
  author: string; title: string; author_ru: string | null; title_ru: string | null;
  year: number | null; publisher: string | null; kind: string; seen: string; note: Text | null;
}
export interface Claim {
  says: Text; book: Text; historians: Text; conflict: string; grade: Text; sources: string[];
  paths: Record<string, string[]>; outside: Text | null; later: string | null;
}
export interface Cards {
  places: Record<string, { name: Text; role: Text | null; grade: Text | null; note: Text | null; sources: string[]; precision: number; category: string }>;
  units: Record<string, { commander: Text; arm: "foot" | "horse" | "armour" }>;
  sources: Record<string, Source>;
  claims: Record<string, Claim>;
  article: { says: Text; claims: string[]; outside: Text | null; later: string | null }[];
}

export interface ChainFound {
  worlds: number; few: { sets: number; worlds: number } | null;
  links: { name: string; built: boolean; moved: number; changes: { name: string; digits: number; before: number; value: number; low: number; high: number }[] }[];
}

/** malaparte.web.why */
export interface CarriedOne {
  name: string; mechanism: string | null; numbers: number; moved: number;
  index: { first: number; first_low: number; first_high: number; total: number; total_low: number; total_high: number };
}
export interface Branch { value: number; sets: number; path: string | null; limit: number; unit: string; yes: Branch | null; no: Branch | null }
export interface Explained {
  points: number; design: number; worlds: number; by: string; seen: number; unseen: number; sure: number; of: number;
  groups: CarriedOne[]; numbers: CarriedOne[]; idle: string[]; home: Record<string, string>;
  information: { path: string; share: number; low: number; high: number }[]; tree: Branch;
}
export type Three = [low: number, middle: number, high: number];
export interface Weighed {
  scenario: string; worlds: number; sets: number; worth_worlds: number; worth_sets: number; moved: number; of: number;
  told: { name: string; says: Text; absent: boolean; grade: string; fits: number | null; chance: number; ratios: Ratio[] }[];
  readings: ({ scenario: string } & Ratio)[];
  outcomes: { name: string; before: Share; after: Share }[];
  learned: { path: string; unit: string; before: Three; after: Three; moved: boolean }[];
}
