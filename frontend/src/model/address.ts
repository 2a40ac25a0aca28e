// The address of a view: what is needed to see the same thing again.

import { parseClock } from "./clock";

export interface View {
  scenario: string; seed: number; do: Record<string, string>; set: Record<string, unknown>;
  world: number | null; t: number | null; lang: "en" | "ru"; side: "a" | "b"; tab: string;
}

/** Read a query string: parameters that are not known, and those whose value makes no sense, are named and ignored. */
export function readAddress(query: string): { view: Partial<View>; ignored: string[]; wrong: string[] } {
  const view: Partial<View> = {};
  const ignored: string[] = [], wrong: string[] = [];
  const read: Record<string, (text: string) => boolean> = {
    scenario: (text) => keep("scenario", text),
    tab: (text) => keep("tab", text),
    seed: (text) => keep("seed", count(text)),
    world: (text) => keep("world", count(text)),
    t: (text) => keep("t", whole(text) ?? (text.includes(":") ? parseClock(text) : null)),
    do: (text) => keep("do", pairs(text)),
    set: (text) => keep("set", object(text)),
    lang: (text) => keep("lang", text === "en" || text === "ru" ? text : null),
    side: (text) => keep("side", text === "a" || text === "b" ? text : null),
  };
  function keep<Key extends keyof View>(key: Key, value: View[Key] | null): boolean {
    if (value !== null) view[key] = value;
    return value !== null;
  }
  for (const [key, text] of new URLSearchParams(query))
    if (!Object.hasOwn(read, key)) ignored.push(key);
    else if (!read[key]!(text)) wrong.push(`${key}=${text.length > 40 ? `${text.slice(0, 40)}…` : text}`);
  return { view, ignored, wrong };
}

const whole = (text: string): number | null => (/^-?\d{1,15}$/.test(text) ? Number(text) : null);
const count = (text: string): number | null => {
  const found = whole(text);
  return found !== null && found >= 0 && found < 2 ** 40 ? found : null;
};
function pairs(text: string): Record<string, string> | null {
  const found = text.split(",").map((pair) => pair.split(":"));
  return found.some((pair) => pair.length !== 2 || pair.includes("")) ? null : Object.fromEntries(found as [string, string][]);
}

export function writeAddress(view: View): string {
  const query = new URLSearchParams();
  query.set("scenario", view.scenario);
  if (view.seed !== 1) query.set("seed", String(view.seed));
  const pairs = Object.entries(view.do).map(([name, option]) => `${name}:${option}`);
  if (pairs.length) query.set("do", pairs.join(","));
  if (Object.keys(view.set).length) query.set("set", JSON.stringify(view.set));
  if (view.world !== null) query.set("world", String(view.world));
  if (view.t !== null) query.set("t", String(Math.round(view.t)));
  query.set("lang", view.lang);
  if (view.side === "b") query.set("side", "b");
  if (view.tab !== "worlds") query.set("tab", view.tab);
  return `?${query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}

function object(text: string): Record<string, unknown> | null {
  try {
    const found: unknown = JSON.parse(text);
    return found && typeof found === "object" && !Array.isArray(found) ? (found as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
