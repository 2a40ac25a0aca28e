// What is drawn at a moment, by a pen that only notes its texts.
import { expect, test, vi } from "vitest";
import { drawMoment, flags, type Look } from "../src/map/draw";
import type { Pen } from "../src/map/pen";
import { things, under } from "../src/map/things";
import { Projection } from "../src/model/geo";
import type { Box } from "../src/model/labels";
import { stateAt } from "../src/model/state";
import type { Scenario } from "../src/model/types";

vi.stubGlobal("document", { createElement: () => ({ getContext: () => ({ measureText: (text: string) => ({ width: 7 * text.length }) }) }) });

const place = { id: "x", name: { en: "Exchange", ru: "" }, at: [55, 37], category: "", goal: true, command: true, seat: false };
const shown = { kinds: [], units: [], services: [], districts: [], city: [], places: [place], seats: { centre: 0 } } as unknown as Scenario;
const home = stateAt(shown, [], 0);
/** Names with the pixel of their left end; the place is at 400, 300. */
function names(covers: Box[], shot = home): [string, number, number][] {
  const texts: [string, number, number][] = [], nothing = () => undefined;
  const text = (name: string, x: number, y: number) => texts.push([name, x, y]);
  const pen = { line: nothing, shape: nothing, disc: nothing, hatch: nothing, glow: nothing, fade: nothing, text } as unknown as Pen;
  const look: Look = { lang: "en", labels: true, all: false, hovered: null, selected: null, covers };
  drawMoment(pen, shown, shot, new Projection({ at: [55, 37], perMetre: 0.1 }, 800, 600), look, null);
  return texts.filter(([name]) => name === "Exchange");
}

test("no name lies under what covers the map", () => {
  expect(names([])).toHaveLength(1);
  expect(names([{ left: 200, top: 100, right: 800, bottom: 500 }])).toEqual([]);
});

test("no name lies over persons", () => {
  const beside = [{ left: 412, top: 292, right: 800, bottom: 308 }, { left: 0, top: 292, right: 388, bottom: 308 }];
  const above = names(beside)[0]!, with12 = names(beside, { ...home, seen: new Map([[0, 0]]) })[0]!;
  expect(above[2]).toBeLessThan(300);
  expect(with12[2]).toBeGreaterThan(300); // there they are above, so it goes below
});

test("a flag is found under a pixel of its cloth, a place around its middle, and keys walk from left to right", () => {
  const unit = { id: "u", name: { en: "Guards", ru: "" }, place: 0, outside: false };
  const scene = { ...shown, places: [place, { ...place, id: "west", at: [55, 36.99] }], units: [unit] } as unknown as Scenario;
  const view = new Projection({ at: [55, 37], perMetre: 0.1 }, 800, 600), look = { all: false } as Look;
  const day = stateAt(scene, [], 0), eve = stateAt(scene, [], -3600);
  const [flag] = flags(scene, day, view);
  expect(under(scene, day, view, look, flag!.x + 6, flag!.y - 4)).toMatchObject({ kind: "unit", index: 0 });
  expect(under(scene, eve, view, look, flag!.x + 6, flag!.y - 4)?.kind).not.toBe("unit"); // drawn on the day only
  expect(under(scene, day, view, look, 398, 303)).toMatchObject({ kind: "place", index: 0 });
  expect(under(scene, day, view, look, 200, 100)).toBeNull();
  expect(things(scene, day, view, look).map((one) => `${one.kind} ${one.index}`)).toEqual(["place 1", "place 0", "unit 0"]);
});
