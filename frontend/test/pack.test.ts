// Logs of the lesson, packed by Python (tests/web/test_lesson.py).
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unpack } from "../src/lesson/data";
import type { Event, Kind } from "../src/model/types";

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../tests/golden/${name}`, import.meta.url), "utf8"));
const { kinds } = read("state_at.json") as { kinds: Kind[] };
const { packed, events } = read("packed.json") as { packed: string; events: Event[] };
const bytes = Uint8Array.from(packed.match(/../g)!, (two) => parseInt(two, 16));
const LEFT_OUT = ["leaked", "detected", "news", "call", "raid", "person_missed"];

test("what Python packs is what the page reads", () => {
  const kept = events.filter((event) => !LEFT_OUT.includes(kinds[event[2]!]!.name));
  expect(unpack(kinds, bytes)).toEqual(kept.map((event, seq) => [seq, ...event.slice(1, 7), -1]));
});

test.each([1, 7, 40])("a log that is cut after %i bytes is refused", (many) => {
  expect(() => unpack(kinds, bytes.subarray(0, many))).toThrow("cut off");
});
