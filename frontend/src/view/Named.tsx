// Numbers, changes and worlds by name, in the language of the page.

import { brief, ownerOf } from "../model/brief";
import type { Quantity } from "../model/types";
import { scenario } from "../play";
import { changed, quantities, seed, set, side, taken } from "../store";
import { sayDate } from "../model/clock";
import { exact, lang, say, sayOr, sentence, tell } from "../words";

/** The number at a path, or the shared one that is used there. */
export const numberAt = (path: string): Quantity | undefined => quantities.value?.find((one) => one.path === path || one.used.includes(path));
/** Whose a number is, in words: a price from its day on; of what several share only where another number is called the same. */
function whose({ path, used, doc }: Quantity): string {
  const shown = scenario.value!, quote = shown.road?.quotes.find((one) => path.startsWith(`road.grain.quotes.${one.id}.`));
  if (quote) return say("page-since", { date: sayDate(new Date(`${quote.since}T00:00:00Z`), lang.value) });
  const own = ownerOf(shown, path);
  if (own || !quantities.value!.some((one) => one.path !== path && tell(one.doc) === tell(doc))) return own ? tell(own) : "";
  const names = [...new Set(used.flatMap((one) => ownerOf(shown, one) ?? []).map(tell))];
  return names.length ? say("page-of-several", { first: names.slice(0, 2).join(", "), n: Math.max(0, names.length - 2) }) : "";
}
/** A number in words and whose it is, in the language of the page; its path where they are not known. */
export function numberName(path: string, most?: number): string {
  const known = numberAt(path), owner = known && scenario.value && whose(known);
  return known ? `${brief(tell(known.doc), most)}${owner ? ` · ${owner}` : ""}` : path;
}
/** A number in words, with its path in small type. */
export function Named({ path }: { path: string }) {
  const name = numberName(path);
  return name === path ? <code>{path}</code> : <>{name} <small class="id">{path}</small></>;
}
/** A unit in words: alone, or after a number, of a range after the last one. */
export const unitName = (unit: string, n?: number): string => n !== undefined ? sayOr(`counted-${unit}`, unitName(unit), { n }) : sayOr(`unit-${unit.replaceAll("/", "-per-").replaceAll(" ", "-")}`, unit);
/** What has no measure of its own: the word goes before the number. */
const BARE = new Set(["share", "probability", "factor", "weight", "log"]);
/** A number, or a range that ends at n, with its unit. */
export const measured = (text: string, unit: string, n: number): string =>
  !unit ? text : BARE.has(unit) ? `${unitName(unit)} ${text}` : `${text} ${unitName(unit, n)}`;

function sayValue(path: string, value: unknown): string {
  const unit = numberAt(path)?.unit;
  return typeof value === "number" ? measured(exact(value), unit ?? "", value) : JSON.stringify(value);
}
/** Changes in words: the options that were chosen, and the numbers that were set. */
export function nameOf(taken: Record<string, string>, set: Record<string, unknown>): string {
  const decisions = Object.entries(taken).map(([id, option]) => {
    const found = scenario.value?.decisions.find((one) => one.id === id);
    const title = found?.options.find((one) => one.id === option)?.title;
    return title ? tell(title) : `${id}: ${option}`;
  });
  const values = Object.entries(set).map(([path, value]) => `${numberName(path)} = ${sayValue(path, value)}`);
  return [...decisions, ...values].join(" + ");
}
export function placeName(id: string): string {
  const place = scenario.value?.places.find((one) => one.id === id);
  return place ? tell(place.name) : id;
}

/** What a view or a picture is: which simulated world, and of B what was changed. */
export function stamp(world: number): string {
  const text = `${sentence("simulated", { number: String(world), reading: scenario.value!.id, seed: String(seed.value) })}.`;
  return side.value === "b" && changed.value ? `${text} ${say("page-changed", { what: nameOf(taken.value, set.value) })}` : text;
}
