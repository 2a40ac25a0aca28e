// Numbers, changes and worlds by name, in the language of the page.

import { brief, ownerOf } from "../model/brief";
import type { Quantity } from "../model/types";
import { scenario } from "../play";
import { changed, quantities, seed, set, side, taken } from "../store";
import { exact, say, sayOr, sentence, tell } from "../words";

/** The number at a path, or the shared one that is used there. */
export const numberAt = (path: string): Quantity | undefined => quantities.value?.find((one) => one.path === path || one.used.includes(path));
/** A number in words and whose it is, in the language of the page; its path where they are not known. */
export function numberName(path: string): string {
  const known = numberAt(path), owner = known && scenario.value && ownerOf(scenario.value, known.path);
  return known ? `${brief(tell(known.doc))}${owner ? ` · ${tell(owner)}` : ""}` : path;
}
/** A number in words, with its path in small type. */
export function Named({ path }: { path: string }) {
  const name = numberName(path);
  return name === path ? <code>{path}</code> : <>{name} <small class="id">{path}</small></>;
}
/** A unit in words: alone, or after a number, of a range after the last one. */
export const unitName = (unit: string, n?: number): string => n !== undefined ? sayOr(`counted-${unit}`, unitName(unit), { n }) : sayOr(`unit-${unit.replaceAll("/", "-per-").replaceAll(" ", "-")}`, unit);

function sayValue(path: string, value: unknown): string {
  const unit = numberAt(path)?.unit;
  return typeof value === "number" ? `${exact(value)}${unit ? ` ${unitName(unit, value)}` : ""}` : JSON.stringify(value);
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
