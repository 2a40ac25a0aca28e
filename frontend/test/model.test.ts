import { describe, expect, test } from "vitest";
import { readAddress, writeAddress, type View } from "../src/model/address";
import { axisOf, clock, dateOf, parseClock, place, sayDate, timeAt, wall, haste, within } from "../src/model/clock";
import { apart, beside, heightOf, heightsOf, holdings, stairs, ticks } from "../src/model/curves";
import { fit, Projection, zoomed } from "../src/model/geo";
import { meets, placeLabels, type Label } from "../src/model/labels";
import { curve, density, fault, lies, reach } from "../src/model/spread";
import { brief, ownerOf } from "../src/model/brief";
import { sayShare } from "../src/model/share";
import { reachOf, twoDigits } from "../src/model/ratio";
import { viewOf, type Step } from "../src/lesson/data";
import { noticed } from "../src/model/state";
import { exact, few, signed } from "../src/words";
import { nothing, type Comparison, type Decision, type Scenario } from "../src/model/types";

describe("clock", () => {
  test("says and reads hours", () => {
    expect([clock(41_400), clock(90_060), wall(90_060)]).toEqual(["11:30", "25:01", "01:01"]);
    expect(["11:30", "1130", " 7:05 ", "25:00"].map(parseClock)).toEqual([41_400, 41_400, 25_500, 90_000]);
    expect(["", "11", "11:60", "a:30", "-1:00"].map(parseClock)).toEqual([null, null, null, null, null]);
    expect(sayDate(dateOf("1927-11-07", 0), "ru")).toBe("7 ноября 1927 года");
  });
  test("no moment lies outside of the axis, or between the road and the day", () => {
    const road = axisOf([36_000, 60_000], -86_400 * 250, 0), day = axisOf([60_000], null, 21_600);
    expect([-86_400 * 999, -5, 0, 25_200, 9_999_999].map((t) => within(road, t))).toEqual([-86_400 * 250, -5, road.from, road.from, road.to]);
    expect([-5, 25_200, 9_999_999].map((t) => within(day, t))).toEqual([day.from, day.from, day.to]);
  });
  test("the axis joins road and day and can be read back", () => {
    const axis = axisOf([36_000, 40_000, 172_800], -86_400 * 250, 0);
    expect(axis.to).toBeGreaterThan(172_800); // nothing is cut off
    expect(place(axis, 41_800)).toBeGreaterThan(0.5); // the empty hours do not stretch it
    expect(haste(axis, 100_000)).toBeGreaterThan(10);
    expect(haste(axis, 38_000)).toBe(1);
    for (const t of [-86_400 * 200, -86_400, axis.from, 38_000, 60_000, 150_000, 172_000, axis.to]) expect(Math.abs(timeAt(axis, place(axis, t)) - t)).toBeLessThan(3);
    expect(place(axis, axis.to)).toBe(1);
    expect(axisOf([], null, 0).to).toBeGreaterThan(axisOf([], null, 0).from);
  });
});

describe("address", () => {
  const view: View = {
    scenario: "moscow-1927-article", seed: 5, do: { guards: "none", order: "together" }, set: { "numbers.guard_tech": { pert: [1, 2, 3] } },
    world: 17, t: -86_400, lang: "ru", side: "b", tab: "why",
  };
  test("is read as it was written", () => expect(readAddress(writeAddress(view))).toEqual({ view, ignored: [], wrong: [] }));
  test("names parameters that it does not know", () =>
    expect(readAddress("?foo=1&toString=2&seed=3")).toEqual({ view: { seed: 3 }, ignored: ["foo", "toString"], wrong: [] }));
  test.each([["?seed=x&world=-3", ["seed=x", "world=-3"]], ["?do=guards", ["do=guards"]], ["?set=[1]&lang=fr&side=c&t=1.5", ["set=[1]", "lang=fr", "side=c", "t=1.5"]], ["?t=11:75", ["t=11:75"]]])(
    "%s names the values that it does not understand", (query, wrong) => expect(readAddress(query)).toEqual({ view: {}, ignored: [], wrong }));
  test("a moment may be an hour", () => expect(readAddress("?t=11:30").view.t).toBe(41_400));
});

describe("labels", () => {
  const label = (key: number, x: number, y: number): Label => ({ key, text: `place ${key}`, x, y, radius: 8, width: 60 });
  test("never lie on each other, on marks, or off the sheet", () => {
    const labels = Array.from({ length: 60 }, (_, i) => label(i, (i * 53) % 400, (i * 91) % 300));
    const blocks = labels.map((one) => ({ left: one.x - 6, top: one.y - 6, right: one.x + 6, bottom: one.y + 6 }));
    const placed = placeLabels(labels, blocks, { left: 0, top: 0, right: 400, bottom: 300 }, 12);
    expect(placed.length).toBeGreaterThan(5);
    for (const [i, one] of placed.entries()) {
      for (const other of placed.slice(i + 1)) expect(meets(one.box, other.box)).toBe(false);
      for (const block of blocks) expect(meets(one.box, block)).toBe(false);
      expect(one.box.left).toBeGreaterThan(0);
      expect(one.box.right).toBeLessThan(400);
    }
  });
});

describe("labels that must be read", () => {
  const sheet = { left: 0, top: 0, right: 200, bottom: 100 }, signs = [{ left: 0, top: 0, right: 200, bottom: 100 }];
  const label = (key: number, first: boolean): Label => ({ key, text: "x", x: 100, y: 50, radius: 8, width: 40, first });
  test("lie over signs, but not over walls or each other", () => {
    expect(placeLabels([label(0, false)], signs, sheet, 12, [])).toEqual([]);
    const [one, two] = placeLabels([label(0, true), label(1, true)], signs, sheet, 12, []);
    expect(meets(one!.box, two!.box)).toBe(false);
    expect(placeLabels([label(0, true)], signs, sheet, 12, signs)).toEqual([]);
  });
});

describe("what may be seen", () => {
  const step = (id: string, decide: string | null): Step => ({ id, decide, title: { en: "", ru: "" }, text: { en: "", ru: "" }, show: "map", at: null, on: null, options: [], claims: [] });
  const steps = [step("story", null), step("arrest", "arrest"), step("plan", null), step("order", "order"), step("day", null), step("truth", null)];
  const decisions = [{ id: "arrest", side: "defence" }, { id: "order", side: "plot" }] as Decision[];
  test("up to the truth is what the side that decides next knows", () =>
    expect(steps.map((_, at) => viewOf(steps, decisions, at).sight)).toEqual(["defence", "defence", "plot", "plot", "all", "all"]));
  test("events of one side are not for the other", () => {
    expect((["plot", "state", "both"] as const).map((tone) => noticed("plot", tone))).toEqual([true, false, true]);
    expect((["plot", "state", "both"] as const).map((tone) => noticed("defence", tone))).toEqual([false, true, true]);
    expect((["plot", "state", "both"] as const).every((tone) => noticed("all", tone))).toBe(true);
  });
});

describe("the height of a curve", () => {
  const full = heightsOf({ rumour: [[0, 0.01], [0.1, 0.05], [null, 0.13, 0.1]] });
  test("is that of the ensemble, so that a small one looks small", () => {
    expect(full).toEqual({ rumour: 0.13 });
    expect(heightOf(0.0002, full.rumour!, 60)).toBeLessThan(0.1);
    expect([heightOf(0.13, full.rumour!, 60), heightOf(0.4, full.rumour!, 60)]).toEqual([60, 60]);
  });
});

describe("a change that moves nothing", () => {
  const found = { worlds: 10, same: 10, numbers: [{ name: "nodes_taken", before: 3, after: 3, value: 0, error: 0 }], places: [] } as unknown as Comparison;
  test("is told from one that does", () => {
    expect(nothing(found)).toBe(true);
    expect(nothing({ ...found, same: 9 })).toBe(false);
    expect(nothing({ ...found, numbers: [{ name: "nodes_taken", before: 3, after: 4, value: 1, error: 0.1 }] })).toBe(false);
  });
});

describe("projection", () => {
  const camera = fit([[55.7, 37.5], [55.8, 37.7]], 800, 600, 40);
  test("there and back", () => {
    const view = new Projection(camera, 800, 600);
    const [lat, lon] = view.back(view.x([55.76, 37.61]), view.y([55.76, 37.61]));
    expect(lat).toBeCloseTo(55.76, 9);
    expect(lon).toBeCloseTo(37.61, 9);
    expect(view.shows([55.7, 37.5], 0) && view.shows([55.8, 37.7], 0)).toBe(true);
  });
  test("zooming holds the pixel under the pointer", () => {
    const at = new Projection(camera, 800, 600).back(200, 150);
    const view = new Projection(zoomed(camera, 800, 600, 2, 200, 150), 800, 600);
    expect(view.x(at)).toBeCloseTo(200, 0); // the middle moves, and with it the length of a degree
    expect(view.y(at)).toBeCloseTo(150, 1);
  });
});

describe("spread", () => {
  const spreads: [string, number[]][] = [["uniform", [2, 5]], ["triangular", [1, 1, 4]], ["triangular", [1, 4, 4]], ["pert", [0, 2, 10]], ["normal", [5, 2]], ["lognormal", [3, 2]], ["beta", [2, 5]], ["beta", [1, 1]], ["poisson", [6]]];
  test.each(spreads)("%s has a curve of height one over its reach", (kind, args) => {
    const [from, to] = reach(kind, args);
    expect(to).toBeGreaterThan(from);
    const points = curve(kind, args, from, to, 200);
    expect(Math.max(...points.map((one) => one[1]))).toBe(1);
    expect(points.every(([, y]) => Number.isFinite(y) && y >= 0)).toBe(true);
  });
  test("the likeliest value is the highest", () => {
    for (const x of [1, 3, 4, 8]) expect(density("pert", [0, 2, 10], x)).toBeLessThan(density("pert", [0, 2, 10], 2));
  });
  test("no number lies beyond the bounds of its field, and a known one at its value", () => {
    const share = { within: [], lo: 0, hi: 1 };
    expect(lies({ kind: "point", args: [0.95], ...share })).toEqual([0.95, 0.95]);
    expect(lies({ kind: "normal", args: [0.8, 0.2], ...share })[1]).toBe(1);
    expect(lies({ kind: "pert", args: [10, 12, 25], within: [], lo: 0, hi: null })).toEqual([10, 25]);
  });
  test("mistakes are named", () => {
    expect(fault("pert", [1, 2, 3], 0, 10)).toBeNull();
    expect(fault("pert", [3, 2, 1], 0, 10)).toBe("fault-order");
    expect(fault("point", [NaN], 0, 10)).toBe("fault-number");
    expect(fault("uniform", [1, 30], 0, 10)).toBe("fault-bounds");
  });
});

describe("curves", () => {
  const kinds = ["fight_begins", "taken", "retaken", "news"].map((name) => ({ name, actor: "", target: "", value: "" }));
  const scenario = { start: 0, kinds, places: [{ goal: true }, { goal: true }, { goal: false }] } as unknown as Scenario;
  const event = (t: number, kind: number, at: number) => [0, t, kind, -1, at, -1, 0, -1];
  const events = [event(10, 0, 0), event(20, 1, 0), event(25, 1, 2), event(30, 3, 1), event(40, 2, 0)];
  test("every goal is held by somebody or fought over", () => {
    const steps = holdings(scenario, events);
    expect(steps.map((one) => [one.t, one.plot, one.state, one.contested])).toEqual([[0, 0, 2, 0], [10, 0, 1, 1], [20, 1, 1, 0], [40, 0, 2, 0]]);
  });
  test("what the army takes and takes back counts, and is worth a stop", () => {
    const army = ["unit_takes", "unit_retakes"].map((name) => ({ name, actor: "", target: "", value: "" }));
    const log = [event(10, 0, 0), event(20, 1, 0)];
    expect(holdings({ ...scenario, kinds: army }, log).map((one) => [one.t, one.plot, one.state])).toEqual([[0, 0, 2], [10, 1, 1], [20, 0, 2]]);
    expect(ticks(army, log).map((one) => [one.t, one.tone])).toEqual([[10, "plot"], [20, "state"]]);
  });
  test("a value of the strip holds from its moment to the next, not before", () => {
    const steps = holdings(scenario, [event(20, 1, 0), event(40, 2, 0)]);
    expect(stairs(steps, (one) => one.plot, (t) => t, (n) => 10 * n)).toBe("M0.0 0.0H20.0V10.0H40.0V0.0");
    expect(stairs([], (one) => one.plot, (t) => t, (n) => n)).toBe("");
  });
  test("labels of the strip keep apart, the first ones before the others", () => {
    const all = [0, 30, 60, 90, 120, 130].map((x) => ({ x, first: x === 130 }));
    expect(apart(all, 50).map((one) => one.x)).toEqual([0, 60, 130]);
    expect(apart(all, 10).map((one) => one.x)).toEqual([0, 30, 60, 90, 120, 130]);
  });
  test("ticks leave out what is not worth a stop", () => {
    expect(ticks(kinds, events).map((one) => one.t)).toEqual([10, 20, 25, 40]);
    expect([beside([10, 20], 10, 1), beside([10, 20], 10, -1), beside([10, 20], 25, -1)]).toEqual([20, 10, 20]);
  });
});

describe("shares", () => {
  const share = (value: number, low: number, high: number, error: number | null = 0.001) => sayShare({ count: 1, of: 10_000, sets: 100, value, error, low, high, said: "" });
  test("a range holds its share, however near to all it is", () => {
    expect(share(0.997, 0.9964, 0.9999)).toEqual({ low: 995, high: 1000, of: 1000 });
    expect(share(0.43, 0.03, 0.91)).toEqual({ low: 3, high: 91, of: 100 });
    expect(share(1, 0.9997, 1, 0)).toEqual({ low: 9997, high: 10_000, of: 10_000 });
  });
  test("without a known error the assumptions alone speak", () => expect(share(0.5, 0.2, 0.8, null)).toEqual({ low: 20, high: 80, of: 100 }));
});

describe("numbers in words", () => {
  test("of many worlds have three digits at most, and those of a scenario all of theirs", () => {
    expect([1474.4, 298.66, 26.81, 0.0412345, 0.8249, 0, -107.2].map((one) => few(one, 2))).toEqual(["1,470", "299", "26.8", "0.04", "0.82", "0", "−107"]);
    expect([signed(-1474.4, 1), signed(26.81, 2), signed(0.001, 1)]).toEqual(["−1,470", "+26.8", "0"]);
    expect([4653, 0.1475, 150_250].map(exact)).toEqual(["4,653", "0.1475", "150,250"]);
  });
});

describe("names of numbers", () => {
  test("are the first clause of what they mean", () => {
    expect(brief("Chance that a person who is there is taken, not missed.")).toBe("Chance that a person who is there is taken, not missed");
    expect(brief("Constant of the chance of arrest; 2.3 in the published model.")).toBe("Constant of the chance of arrest");
    expect(brief("one two three four", 12)).toBe("one two …");
    expect(brief("Share of the group that is at `place`.")).toBe("Share of the group that is at place");
  });
});

describe("whose a number is", () => {
  const named = (id: string) => ({ id, name: { en: id.toUpperCase(), ru: "" } });
  const shown = { places: [named("bank")], squads: [named("red")], leaders: [], units: [named("cadets")], districts: [], reserves: [{ id: "first", place: 0 }], road: null } as unknown as Scenario;
  test("is told by its path, and by nothing where it is everybody's", () =>
    expect(["army.units.cadets.men", "guards.bank.size", "squads.red.count", "reserves.first.groups", "numbers.fire", "army.units.gone.men"].map((path) => ownerOf(shown, path)?.en))
      .toEqual(["CADETS", "BANK", "RED", "BANK", undefined, undefined]));
});

describe("ratios", () => {
  test("a bar points to the reading that makes a statement likelier", () => {
    expect(reachOf({ way: "more", value: 10, low: 1, high: 100 })).toEqual({ value: 1, low: 0, high: 2 });
    expect(reachOf({ way: "less", value: 10, low: 5, high: 100 })).toEqual({ value: -1, low: -2, high: -Math.log10(5) });
  });
  test("what has no bound ends where the picture does", () => {
    expect(reachOf({ way: "more", value: null, low: 20, high: null }).high).toBe(3);
    expect(reachOf({ way: "same", value: 0, low: 0, high: 4 }).low).toBe(-3);
  });
  test("two digits count", () => expect([0.0123, 1.27, 123.4, 0].map(twoDigits)).toEqual([0.012, 1.3, 123, 0]));
});
