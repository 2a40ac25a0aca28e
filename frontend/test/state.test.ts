// The page's state at a moment is that of Python (tests/unit/test_state_for_the_page.py).
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { flags } from "../src/map/draw";
import { Projection } from "../src/model/geo";
import { stateAt, type Ground } from "../src/model/state";
import type { Event, Scenario } from "../src/model/types";

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../tests/golden/${name}`, import.meta.url), "utf8")) as
  Ground & { events: Event[]; moments: any[] };
const told = read("state_at.json"), army = read("army_at.json");

test.each([told, army].flatMap((day) => day.moments.map((one) => [one.t, one, day] as const)))("at second %i", (t, python, told) => {
  const { warned: _w, seen: _s, ...mine } = stateAt(told, told.events, t);
  const sorted = <V>(map: Map<number, V>): [number, V][] => [...map].sort((a, b) => a[0] - b[0]);
  const plain = {
    ...mine, holders: sorted(mine.holders), guards: sorted(mine.guards), persons: sorted(mine.persons), services: sorted(mine.services), crowds: sorted(mine.crowds),
    contested: [...mine.contested].sort((a, b) => a - b),
  };
  const flat = (one: { at: [number, number] }) => ({ ...one, at: one.at.map((part) => part.toFixed(9)) });
  expect({ ...plain, units: [], army: plain.army.map(flat) }).toEqual({ ...python, units: [], army: python.army.map(flat) });
  expect(plain.units.length).toBe(python.units.length);
  plain.units.forEach((unit, i) => {
    const other = python.units[i];
    expect({ ...unit, at: 0, heading: 0 }).toEqual({ ...other, at: 0, heading: 0 });
    expect(unit.at[0]).toBeCloseTo(other.at[0], 9);
    expect(unit.at[1]).toBeCloseTo(other.at[1], 9);
    if (other.heading === null) expect(unit.heading).toBeNull();
    else expect(unit.heading!).toBeCloseTo(other.heading, 6);
  });
});

test("the order of what has not happened yet does not matter to the past", () => {
  const t = told.events[10]![1]!;
  const departs = told.events.filter((event) => event[1]! > t && told.kinds[event[2]!]!.name !== "team_departs");
  const without = told.events.filter((event) => !departs.includes(event));
  expect(stateAt(told, without, t).units).toEqual(stateAt(told, told.events, t).units);
});

test("people in the street are those that each district told last", () => {
  const kinds = told.kinds, crowd = kinds.findIndex((kind) => kind.name === "crowd");
  const at = (seq: number, t: number, district: number, many: number): Event => [seq, t, crowd, district, 0, -1, many, -1];
  const events = [at(0, 100, 0, 30), at(1, 100, 1, 500), at(2, 400, 0, 45), at(3, 700, 1, 0)];
  const crowds = (t: number) => [...stateAt({ kinds, places: told.places }, events, t).crowds];
  expect([99, 100, 400, 900].map(crowds)).toEqual([[], [[0, 30], [1, 500]], [[0, 45], [1, 500]], [[0, 45], [1, 0]]]);
});

test("a unit from outside the city has no flag in it", () => {
  const shot = stateAt(army, army.events, 7800), at = army.places[army.units![0]!.place]!.at;
  const shown = flags(army as unknown as Scenario, shot, new Projection({ at, perMetre: 0.01 }, 2000, 2000));
  expect(shot.army.map((one) => one.doing)).toEqual(["there", "there", "outside"]);
  expect(shown.map((one) => one.index)).toEqual([0, 1]);
});
