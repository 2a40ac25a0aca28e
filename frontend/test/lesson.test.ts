// Where a class is, kept in the address of the lesson.

import { expect, test } from "vitest";
import { recall, record, type Step } from "../src/lesson/data";

const steps = [
  { id: "story", decide: null, options: [] },
  { id: "arrest", decide: "arrest", options: ["refuse", "first"] },
  { id: "plan", decide: null, options: [] },
  { id: "order", decide: "order", options: ["nodes", "arrests"] },
  { id: "day", decide: null, options: [] },
] as unknown as Step[];

test("an address gives back what was written into it", () => {
  const chosen = { arrest: "first", order: "nodes" };
  expect(recall(`#${record(steps[4]!, chosen, "ru")}`, steps)).toEqual({ step: 4, chosen, lang: "ru" });
});

test("nobody comes beyond a decision that has not been taken", () => {
  expect(recall("#step=day&order=nodes", steps).step).toBe(1);
  expect(recall("#step=day&arrest=first", steps).step).toBe(3);
});

test("what is unknown is left", () => {
  expect(recall("", steps)).toEqual({ step: 0, chosen: {}, lang: null });
  expect(recall("#step=night&arrest=never&lang=la", steps)).toEqual({ step: 0, chosen: {}, lang: null });
});
