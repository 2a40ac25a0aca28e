// Messages of the laboratory, from the same Fluent files that Python reads.

import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";
import { signal } from "@preact/signals";
import { sayShare } from "./model/share";
import type { Lang, Share, Text } from "./model/types";

export const lang = signal<Lang>("en");
const bundles = signal<Partial<Record<Lang, FluentBundle>>>({});
const texts: Record<Lang, Record<string, string>> = { en: {}, ru: {} };

/** Add words of a language; each part comes once. */
export function addWords(of: Lang, part: string, ftl: string): void {
  // Isolation marks are for mixed directions of writing; here they only disturb copied text.
  const bundle = new FluentBundle(of === "ru" ? "ru" : "en-GB", { useIsolating: false, functions: { NUMBER: numeric, COUNT: ([n]) => say("count", { n: n as FluentVariable }) } });
  const parts = { ...texts[of], [part]: ftl };
  texts[of] = parts;
  for (const text of Object.values(parts)) bundle.addResource(new FluentResource(text));
  bundles.value = { ...bundles.value, [of]: bundle };
}

/** NUMBER with all of its options: the one that comes with Fluent knows no percent. */
function numeric([value]: unknown[], options: object): FluentNumber {
  const bare = value instanceof FluentNumber ? value.valueOf() : Number(value);
  const plain = Object.entries(options).map(([key, one]) => [key, (one as { valueOf(): unknown }).valueOf()]);
  return new FluentNumber(bare, Object.fromEntries(plain));
}

export const hasWords = (of: Lang, part: string): boolean => part in texts[of];

export function say(id: string, args: Record<string, FluentVariable> = {}): string {
  const bundle = bundles.value[lang.value];
  const message = bundle?.getMessage(id);
  if (!bundle || !message?.value) return id;
  return bundle.formatPattern(message.value, args);
}

/** A message, or another text where there is none (labels that a later version adds). */
export function sayOr(id: string, otherwise: string, args: Record<string, FluentVariable> = {}): string {
  return bundles.value[lang.value]?.hasMessage(id) ? say(id, args) : otherwise;
}

export function sentence(id: string, args: Record<string, FluentVariable> = {}): string {
  const text = say(id, args);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export const tell = (text: Text): string => text[lang.value];

export const number = (value: number, digits = 0): string =>
  new Intl.NumberFormat(lang.value === "ru" ? "ru" : "en-GB", { maximumFractionDigits: digits }).format(value).replace("-", "−");

/** A number of many worlds: ignorance supports three digits at most (malaparte.report.share.few). */
export function few(value: number, digits = 6): string {
  const places = value ? Math.min(digits, 2 - Math.floor(Math.log10(Math.abs(value)))) : digits;
  return places < 0 ? number(Number(value.toPrecision(3))) : number(value, places);
}

/** A change: with its sign, and none where it is nothing in these digits. */
export function signed(value: number, digits: number): string {
  const size = few(Math.abs(value), digits);
  return /[1-9∞]/.test(size) ? `${value < 0 ? "−" : "+"}${size}` : size;
}

/** A number as it is declared: nothing of it is rounded away. */
export const exact = (value: number): string => number(value, 9);

/** Curves of the road that are shares, told in per cent. */
const SHARES = new Set(["rumour", "trust", "belief"]);
/** A value of a curve of the road: a share in per cent, three digits that count, none beyond a hundredth. */
export function outValue(name: string, value: number): string {
  const share = SHARES.has(name), size = share ? 100 * value : value;
  const tiny = size > 0 && size < 0.005, said = tiny ? `<${number(0.01, 2)}` : number(Number(size.toPrecision(3)), 2);
  return share ? `${said}${lang.value === "ru" ? "\u00a0" : ""}%` : said;
}

export const slug = (text: string): string => text.replaceAll(",", "").replaceAll(" ", "-").replaceAll("_", "-");
export const labelName = (label: string): string => sayOr(`label-${slug(label)}`, label);
/** A share as far as ignorance lets it be said, in the words of the command line. */
export function range(share: Share): string {
  const said = sayShare(share);
  return say(said.low === said.high ? "said-about" : "said-short", { ...said });
}
/** A share of worlds, with a digit more where it is near to none or all, as on the command line. */
export function percent(share: number): string {
  const least = Math.min(share, 1 - share);
  return say(least > 0 && least < 0.1 ? "percent-fine" : "percent", { share });
}
