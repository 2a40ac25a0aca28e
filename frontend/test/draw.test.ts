// What is drawn at a moment, by a pen that only notes its texts.
import { expect, test, vi } from "vitest";
import { drawMoment, type Look } from "../src/map/draw";
import type { Pen } from "../src/map/pen";
import { Projection } from "../src/model/geo";
import type { Box } from "../src/model/labels";
import { stateAt } from "../src/model/state";
import type { Scenario } from "../src/model/types";

vi.stubGlobal("document", { createElement: () => ({ getContext: () => ({ measureText: (text: string) => ({ width: 7 * text.length }) }) }) });

test("no name lies under what covers the map", () => {
  const place = { id: "x", name: { en: "Exchange", ru: "" }, at: [55, 37], category: "", goal: true, command: true, seat: false };
  const shown = { kinds: [], units: [], services: [], districts: [], city: [], places: [place], seats: { centre: 0 } } as unknown as Scenario;
  const names = (covers: Box[]): string[] => {
    const texts: string[] = [], nothing = () => undefined;
    const pen = { line: nothing, shape: nothing, disc: nothing, hatch: nothing, glow: nothing, fade: nothing, text: (text: string) => texts.push(text) } as unknown as Pen;
    const look: Look = { lang: "en", labels: true, all: false, hovered: null, selected: null, covers };
    drawMoment(pen, shown, stateAt(shown, [], 0), new Projection({ at: [55, 37], perMetre: 0.1 }, 800, 600), look, null);
    return texts;
  };
  expect(names([])).toEqual(["Exchange"]);
  expect(names([{ left: 200, top: 100, right: 800, bottom: 500 }])).toEqual([]);
});
