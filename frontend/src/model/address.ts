// The address of a view: what is needed to see the same thing again.

export interface View {
  scenario: string; seed: number; do: Record<string, string>; set: Record<string, unknown>;
  world: number | null; t: number | null; lang: "en" | "ru"; side: "a" | "b"; tab: string;
}

const KNOWN = ["scenario", "seed", "do", "set", "world", "t", "lang", "side", "tab"];

/** Read a query string; parameters that are not known, or make no sense, are named and ignored. */
export function readAddress(query: string): { view: Partial<View>; ignored: string[] } {
  const view: Partial<View> = {};
  const ignored: string[] = [];
  for (const [key, text] of new URLSearchParams(query)) {
    const number = /^-?\d{1,15}$/.test(text) ? Number(text) : null;
    if (!KNOWN.includes(key)) ignored.push(key);
    else if (key === "seed" || key === "world") {
      if (number === null || number < 0 || number >= 2 ** 40) ignored.push(key);
      else view[key] = number;
    } else if (key === "t") {
      if (number === null) ignored.push(key);
      else view.t = number;
    } else if (key === "do") {
      const pairs = text.split(",").map((pair) => pair.split(":"));
      if (pairs.some((pair) => pair.length !== 2 || pair.includes(""))) ignored.push(key);
      else view.do = Object.fromEntries(pairs as [string, string][]);
    } else if (key === "set") {
      const found = object(text);
      if (found) view.set = found;
      else ignored.push(key);
    } else if (key === "lang") {
      if (text === "en" || text === "ru") view.lang = text;
      else ignored.push(key);
    } else if (key === "side") {
      if (text === "a" || text === "b") view.side = text;
      else ignored.push(key);
    } else if (key === "scenario") view.scenario = text;
    else view.tab = text;
  }
  return { view, ignored };
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
