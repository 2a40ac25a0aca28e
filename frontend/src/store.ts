// What the page shows and what it asks the server for.

import { batch, computed, effect, signal } from "@preact/signals";
import { compiling, events, file, get, getText, post, Refused } from "./api";
import { readAddress, writeAddress } from "./model/address";
import { heightsOf } from "./model/curves";
import type { Answer, Bands, Cards, ChainFound, Comparison, Explained, Problem, Quantity, Scenario, Weighed, World } from "./model/types";
import { allPlaces, axis, heights, opening, playing, scenario, seek, t, world } from "./play";
import { addWords, hasWords, lang } from "./words";

export type Side = "a" | "b";
export type Tab = "worlds" | "decisions" | "chronicle" | "why" | "numbers" | "record";
export const TABS: Tab[] = ["worlds", "decisions", "chronicle", "why", "numbers", "record"];

export const ref = signal("");
export const seed = signal(1);
export const taken = signal<Record<string, string>>({});
export const set = signal<Record<string, unknown>>({});
export const side = signal<Side>("a");
export const tab = signal<Tab>("worlds");
export const shelf = signal<{ id: string; title: any; reading: any }[]>([]);
/** What went wrong, and in what: the next success of the same job takes it away. lang: of what the server said of it. */
export const notice = signal<{ message: string; code?: string; problems: Problem[]; of?: unknown; address?: Heard; lang?: "en" | "ru" } | null>(null);
/** What an address said that is no parameter, is not understood, or lies outside of its world. */
export interface Heard { ignored: string[]; wrong: string[]; outside: { t: number; from: number; to: number } | null }
/** The scenario of the address cannot be opened; another one must be picked. */
export const lost = signal(false);
export const waiting = signal(true);

export type Job = "run" | "search" | "chain" | "explain" | "given";
export interface Bars { done: number; of: number; counts: number[] }
export const running = signal<"" | Job>("");
/** Whether it waits for another run to end. */
export const queued = signal(false);
export const bars = signal<Partial<Record<Side, Bars>>>({});
export const answers = signal<Partial<Record<Side, Answer>>>({});
export const difference = signal<Comparison | null>(null);
export const worlds = signal(2000);
/** How many worlds the run that streams has. */
export const asking = signal(0);
export const found = signal<{ world: number | null; asked: number } | null>(null);
export const progress = signal<{ done: number; of: number } | null>(null);
export const chain = signal<ChainFound | null>(null);
/** What was asked of a case, and of which: another one asks again. */
export const explained = signal<{ key: string; found: Explained } | null>(null);
export const weighed = signal<{ key: string; found: Weighed } | null>(null);
/** Every comparison made in this sitting: what changed, and by how much. */
export const tried = signal<{ key: string; do: Record<string, string>; set: Record<string, unknown>; found: Comparison }[]>([]);

export const quantities = signal<Quantity[] | null>(null);
export const cards = signal<Cards | null>(null);
export const bands = signal<Bands | null>(null);
export type Card = { kind: "place" | "unit" | "leader" | "number" | "claim" | "source"; id: string } | { kind: "export" | "help" | "places" | "open"; id: "" };
export const card = signal<Card | null>(null);

export const changed = computed(() => Object.keys(taken.value).length + Object.keys(set.value).length > 0);

/** The case of a side: A is the reading as it tells itself, B has the changes. */
export const caseOf = (which: Side) => ({
  scenario: ref.value, seed: seed.value,
  do: which === "b" ? taken.value : {}, set: which === "b" ? set.value : {},
});

function trouble(error: unknown, of?: unknown): void {
  if (error instanceof DOMException && error.name === "AbortError") return;
  const refused = error instanceof Refused;
  notice.value = { message: refused ? error.message : "", code: refused ? error.code : "gone", problems: refused ? error.problems : [], of, lang: lang.value };
}
export const guarded = <Args extends unknown[]>(job: (...args: Args) => Promise<void>) => (...args: Args): Promise<void> =>
  job(...args).then(() => { if (notice.value?.of === job || notice.value?.code === "gone") notice.value = null; }, (error: unknown) => trouble(error, job));

/** The views that the first one does not need, and their words: asked for once that can be used. */
export const more = signal<typeof import("./more") | null>(null);
async function learn(to: "en" | "ru", ...parts: ("page" | "more")[]): Promise<void> {
  const missing = parts.filter((part) => !hasWords(to, part));
  const found = await Promise.all(missing.map((part) => getText(`words/${to}/${part}`)));
  batch(() => found.forEach((text, i) => addWords(to, missing[i]!, text)));
}
/** The first view stands, or cannot, or has long to wait. */
const settled = new Promise<void>((done) => void effect(() => { if (!waiting.value || lost.value || compiling.value !== null) done(); }));
const learnMore = guarded(async () => {
  const [views] = await Promise.all([import("./more"), learn(lang.value, "more")]);
  more.value = views;
  // The other language, so that it is there when the server is not.
  await learn(lang.value === "ru" ? "en" : "ru", "page", "more");
});
export const speak = guarded(async (to: "en" | "ru") => {
  await learn(to, "page", ...(more.value ? ["more" as const] : []));
  lang.value = to;
  document.documentElement.lang = to;
  if (faulty && notice.value?.code === "file") await openFile(faulty); // told in the new language
});

/** Read the address, then scenario, words and world; the first answer follows by itself. */
export const start = guarded(async () => {
  const { view, ignored, wrong } = readAddress(location.search);
  const words = speak(view.lang ?? (navigator.language.startsWith("ru") ? "ru" : "en"));
  const first = await get<{ scenario: string; known: boolean }>(`first?${new URLSearchParams({ scenario: view.scenario ?? "" }).toString()}`);
  batch(() => {
    ref.value = first.scenario;
    seed.value = view.seed ?? 1;
    taken.value = view.do ?? {};
    set.value = view.set ?? {};
    side.value = view.side === "b" && (view.do || view.set) ? "b" : "a";
    if (TABS.includes(view.tab as Tab)) tab.value = view.tab as Tab;
    else if (view.tab !== undefined) wrong.push(`tab=${view.tab}`);
  });
  await words;
  void settled.then(learnMore);
  // Whatever is wrong with this scenario, another one can be picked.
  void get<typeof shelf.value>("library").then((found) => (shelf.value = found), trouble);
  if (!first.known) { lost.value = true; throw new Refused(first.scenario, [], "no-scenario"); }
  opened = open().catch((error: unknown) => { lost.value = true; throw error; });
  if (side.value === "b") await opened; // decisions that are not there would stop its world
  const [unknown] = await Promise.all([opened as Promise<string[]>, openWorld(view.world ?? 17, view.t ?? null)]);
  wrong.push(...unknown);
  const { roadFrom, from, to } = axis.value;
  const at = view.t ?? null, outside = at !== null && (at > to || at < (roadFrom ?? from)) ? { t: at, from, to } : null;
  if (ignored.length || wrong.length || outside)
    notice.value = { message: "", code: "address", problems: [], address: { ignored, wrong, outside } };
  if (outside) letGo();
  ready();
  if (Object.keys(set.value).length) void needQuantities(); // what is changed is told in words
  void run(true).then(needScale); // another window may be at its first run
});
/** An hour that lies outside of the world is no matter any more once another one is sought. */
function letGo(): void {
  const began = t.value;
  const end = effect(() => {
    if (t.value === began) return;
    const said = notice.peek(), { ignored = [], wrong = [] } = said?.address ?? {};
    if (said?.address?.outside) notice.value = ignored.length || wrong.length ? { ...said, address: { ignored, wrong, outside: null } } : null;
    queueMicrotask(() => end());
  });
}
function ready(): void {
  if (!waiting.value) return;
  waiting.value = false;
  remember();
}

/** Read the scenario; decisions of the address that it has not are dropped, and returned. */
async function open(): Promise<string[]> {
  const shown = await post<Scenario>("scenario", { scenario: ref.value });
  scenario.value = shown;
  const known = new Map(shown.decisions.map((one) => [one.id, one]));
  const wrong = Object.entries(taken.value).filter(([id, option]) => !known.get(id)?.options.some((one) => one.id === option));
  if (wrong.length) {
    taken.value = Object.fromEntries(Object.entries(taken.value).filter((pair) => !wrong.some((one) => one[0] === pair[0])));
    if (!changed.value) side.value = "a";
  }
  return wrong.map((one) => `do=${one.join(":")}`);
}

export const pick = guarded(async (name: string) => {
  batch(() => {
    ref.value = name; taken.value = {}; set.value = {}; side.value = "a";
    answers.value = {}; difference.value = null; quantities.value = null; cards.value = null; bands.value = null; heights.value = null;
    chain.value = null; found.value = null; tried.value = []; world.value = null; playing.value = false;
  });
  opened = open();
  await opened;
  lost.value = false;
  await openWorld(17, null);
  ready();
  await run(true);
  await needScale();
});

let asked = 0;
let opened: Promise<unknown> = Promise.resolve();
export async function openWorld(number: number, at: number | null = t.value): Promise<void> {
  const mine = ++asked;
  // The moment is one of the scenario's clock, so the scenario comes first, whichever answers first.
  const [told] = await Promise.all([post<World>("world", { ...caseOf(side.value), world: number }), opened]);
  if (mine !== asked) return; // another world was asked for meanwhile
  batch(() => {
    world.value = told;
    playing.value = false;
    seek(at ?? opening());
  });
}
export const showWorld = guarded(async (number: number, which: Side = side.value) => {
  side.value = which;
  await openWorld(number, null);
});
export const flip = guarded(async (which: Side) => {
  side.value = which;
  await openWorld(world.value?.world ?? 17);
});

let stop: AbortController | null = null;
/** A patient job waits for its turn on the server; another one is told that the server is busy. */
async function job(name: Job, body: object, take: (event: string, data: any) => void, patient = false): Promise<void> {
  stop?.abort();
  const mine = (stop = new AbortController());
  running.value = name;
  try {
    for (let turn = false; !turn; ) {
      mine.signal.throwIfAborted();
      try {
        for await (const [event, data] of events(name, body, mine.signal)) {
          queued.value = event === "queued";
          if (!queued.value) take(event, data);
        }
        turn = true;
      } catch (error) {
        if (!patient || !(error instanceof Refused && error.code === "busy")) throw error;
        await new Promise((done) => setTimeout(done, 500));
      }
    }
  } finally {
    if (stop === mine) {
      running.value = "";
      progress.value = null;
      bars.value = {};
      queued.value = false;
    }
  }
}
export const halt = (): void => stop?.abort();

export const run = guarded(async (patient: boolean = false) => {
  const body = { ...caseOf("b"), worlds: worlds.value };
  bars.value = {};
  found.value = null;
  asking.value = body.worlds;
  await job("run", body, (event, data) => {
    if (event === "progress") bars.value = { ...bars.value, [data.side]: data };
    else if (event === "difference") {
      difference.value = data;
      const key = JSON.stringify([body.do, body.set]);
      tried.value = [...tried.value.filter((one) => one.key !== key), { key, do: body.do, set: body.set, found: data }];
    } else batch(() => {
      answers.value = event === "a" ? { a: data } : { ...answers.value, b: data };
      if (event === "a") difference.value = null;
    });
  }, patient);
});
export const search = guarded(async () => {
  found.value = null;
  await job("search", { ...caseOf(side.value), worlds: 100_000 }, (event, data) => {
    if (event === "progress") progress.value = data;
    else found.value = data;
  });
});
export const cut = guarded(async () => {
  await job("chain", { ...caseOf("a"), worlds: 320 }, (event, data) => {
    if (event === "progress") progress.value = data;
    else chain.value = data;
  });
});

export const explain = guarded(async () => {
  const body = caseOf(side.value);
  await job("explain", { ...body, worlds: 2000 }, (event, data) => {
    if (event === "progress") progress.value = data;
    else explained.value = { key: JSON.stringify(body), found: data };
  });
});
export const weigh = guarded(async () => {
  const body = caseOf(side.value);
  await job("given", { ...body, worlds: 6000 }, (event, data) => {
    if (event === "progress") progress.value = data;
    else weighed.value = { key: JSON.stringify(body), found: data };
  });
});

export function decide(decision: string, option: string | null): void {
  const rest = { ...taken.value };
  delete rest[decision];
  taken.value = option === null ? rest : { ...rest, [decision]: option };
}
export function setValue(path: string, value: unknown): void {
  const rest = { ...set.value };
  delete rest[path];
  set.value = value === null ? rest : { ...rest, [path]: value };
}

export const needQuantities = guarded(async () => {
  quantities.value ??= await post<Quantity[]>("numbers", caseOf("a"));
});
export const needCards = guarded(async () => {
  cards.value ??= await post<Cards>("cards", { scenario: ref.value });
});
export const needBands = guarded(async () => {
  bands.value ??= await post<Bands>("road", caseOf("a"));
  heights.value = bands.value.bands ? heightsOf(bands.value.bands) : null;
});
/** The strip needs the scale of its curves; the first answer goes before. */
const needScale = async (): Promise<void> => { if (scenario.value?.road) await needBands(); };

let faulty: File | null = null;
/** A picture, or letters of another encoding, would come out as nonsense. */
async function textOf(dropped: File): Promise<string> {
  const bytes = await dropped.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(dropped.name, [], "no-text");
  }
}
export const openFile = guarded(async (dropped: File) => {
  if (dropped.size > 1_000_000) throw new Refused(dropped.name, [], "too-large");
  const text = await textOf(dropped);
  notice.value = { message: dropped.name, code: "checking", problems: [] };
  const said = await post<{ problems: Problem[]; scenario: string | null }>("check", { name: dropped.name.slice(0, 120), text });
  if (said.scenario) {
    notice.value = null;
    await pick(said.scenario);
  } else {
    faulty = dropped;
    throw new Refused(dropped.name, said.problems, "file");
  }
});

export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 5000);
}
export const download = guarded(async (path: string, body: object, name: string) => save(await file(`export/${path}`, body), name));

/** Keep the address up to date, without filling the history. */
function remember(): void {
  let timer = 0;
  effect(() => {
    const address = writeAddress({
      scenario: ref.value, seed: seed.value, do: taken.value, set: set.value, world: world.value?.world ?? null,
      t: t.value, lang: lang.value, side: side.value, tab: tab.value,
    });
    clearTimeout(timer);
    timer = window.setTimeout(() => history.replaceState(null, "", address), playing.value ? 800 : 150);
  });
}
export { allPlaces };
