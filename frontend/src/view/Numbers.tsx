// Every number with its spread, source and grade; changing one makes it ours, and says so.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { curve, fault, PARAMETERS, reach } from "../model/spread";
import type { Quantity } from "../model/types";
import { scenario } from "../play";
import { cards, caseOf, download, needCards, needQuantities, openFile, quantities, ref, set, setValue, tab } from "../store";
import { Sources } from "./Sources";
import { exact, few, number, say, sayOr, tell } from "../words";
import { numberName, unitName } from "./Named";

const GRADES = ["documented", "claimed", "estimated", "assumed"] as const;

export function Numbers() {
  const sought = useSignal(""), grade = useSignal("");
  useEffect(() => { void needQuantities(); void needCards(); }, [scenario.value?.ref]);
  const all = quantities.value;
  if (!all) return <p>{say("page-loading")}</p>;
  const words = sought.value.toLowerCase();
  const shown = all.filter((one) => (!grade.value || one.basis === grade.value) &&
    (!words || [one.path, tell(one.doc), one.note ? tell(one.note) : "", ...one.used].some((text) => text.toLowerCase().includes(words))));
  const groups = Map.groupBy ? Map.groupBy(shown, groupOf) : grouped(shown);
  return (
    <section class="numbers">
      <h2>{say("page-numbers", { n: all.length })}</h2>
      <div class="grades">{GRADES.map((one) => (
        <button key={one} aria-pressed={grade.value === one} onClick={() => (grade.value = grade.value === one ? "" : one)}>
          <Grade basis={one} /> {say(`page-${one}`)} <b>{all.filter((q) => q.basis === one).length}</b></button>))}</div>
      <input type="search" class="search" placeholder={say("page-search-numbers")} aria-label={say("page-search-numbers")} onInput={(event) => (sought.value = event.currentTarget.value)} />
      {Object.keys(set.value).length > 0 && (
        <div class="mine"><p>{say("page-own-numbers", { n: Object.keys(set.value).length })}</p>
          <button onClick={() => void download("scenario.yaml", caseOf("b"), `${ref.value}-mine.yaml`)}>{say("page-save-scenario")}</button>{" "}
          <button onClick={() => (set.value = {})}>{say("page-undo-all")}</button>{" "}
          <button onClick={() => (tab.value = "worlds")}>{say("page-see-outcomes")}</button></div>)}
      <label class="drop">{say("page-drop")} <input class="hidden" type="file" accept=".yaml,.yml" onChange={(event) => { const one = event.currentTarget.files?.[0]; if (one) void openFile(one); }} /></label>
      {[...groups].map(([name, those]) => (
        <details key={name} open={Boolean(words) || groups.size < 3}><summary>{sayOr(`page-group-${name.replaceAll(".", "-")}`, name)} <em>{those.length}</em></summary>
          {those.map((one) => <NumberRow key={one.path} quantity={one} />)}</details>))}
    </section>
  );
}
const groupOf = (one: Quantity): string => one.path.split(".").slice(0, one.path.startsWith("road.") ? 2 : 1).join(".");
function grouped(all: Quantity[]): Map<string, Quantity[]> {
  const found = new Map<string, Quantity[]>();
  for (const one of all) found.set(groupOf(one), [...(found.get(groupOf(one)) ?? []), one]);
  return found;
}

/** One to four bars: how well a number is supported. */
export function Grade({ basis }: { basis: string }) {
  const bars = 4 - GRADES.indexOf(basis as (typeof GRADES)[number]);
  return <svg class="grade" viewBox="0 0 16 12" width="16" height="12" aria-hidden="true">
    {[0, 1, 2, 3].map((i) => <rect key={i} x={i * 4} y={9 - i * 3} width="3" height={3 + i * 3} class={i < bars ? "on" : "off"} />)}</svg>;
}

export function Curve({ quantity, args, kind, wide = 120, high = 30 }: { quantity: Quantity; args?: number[]; kind?: string; wide?: number; high?: number }) {
  const [least, most] = reach(quantity.kind, quantity.args, quantity.within);
  const from = Math.max(least, quantity.lo ?? -Infinity), to = Math.min(most, quantity.hi ?? Infinity);
  const mine = args && kind ? reach(kind, args, []) : null;
  const lo = mine ? Math.min(from, mine[0]) : from, hi = mine ? Math.max(to, mine[1]) : to;
  const draw = (of: string, by: number[]): string => {
    if (of === "point" || of === "categorical") return "";
    return `M0 ${high}L${curve(of, by, lo, hi).map(([x, y]) => `${(x * wide).toFixed(1)} ${(high - y * (high - 3)).toFixed(1)}`).join("L")}L${wide} ${high}Z`;
  };
  const pins = (of: string, by: number[]) => {
    const pairs = of === "point" ? [[by[0]!, 1]] : of === "categorical" ? by.flatMap((value, i) => (i % 2 ? [] : [[value, by[i + 1]!]])) : [];
    const top = Math.max(...pairs.map((one) => one[1]!), 0) || 1;
    return pairs.map(([value, weight]) => {
      const x = hi > lo ? ((value! - lo) / (hi - lo)) * wide : wide / 2;
      return <line key={value} x1={x} x2={x} y1={high} y2={high - (weight! / top) * (high - 3)} />;
    });
  };
  return (
    <svg class="curve" viewBox={`-2 0 ${wide + 4} ${high + 12}`} role="img" aria-label={sayQuantity(quantity)}>
      <path d={draw(quantity.kind, quantity.args)} class="told" /><g class="told-pin">{pins(quantity.kind, quantity.args)}</g>
      {args && kind && <><path d={draw(kind, args)} class="mine" /><g class="mine-pin">{pins(kind, args)}</g></>}
      <line x1={0} x2={wide} y1={high} y2={high} class="axis" />
      <text x={0} y={high + 10}>{few(lo)}</text><text x={wide} y={high + 10} text-anchor="end">{few(hi)}</text>
    </svg>
  );
}

export function NumberRow({ quantity, open = false }: { quantity: Quantity; open?: boolean }) {
  const editing = useSignal(open);
  const now = set.value[quantity.path];
  const changed = spreadOf(now);
  return (
    <article class={`number${now !== undefined ? " changed" : ""}`} id={`n-${quantity.path}`}>
      <header><button class="link path" aria-expanded={editing.value} onClick={() => (editing.value = !editing.value)}>{numberName(quantity.path)} <small class="id">{quantity.path}</small></button>
        <span class="basis"><Grade basis={now !== undefined ? "assumed" : quantity.basis} /> {now !== undefined ? say("page-ours") : say(`page-${quantity.basis}`)}</span></header>
      <div class="number-body"><Curve quantity={quantity} {...(changed ? { args: changed.args, kind: changed.kind } : {})} /><div><p class="said">{sayQuantity(changed ? { ...quantity, ...changed } : quantity)}</p><p class="unit">{unitName(quantity.unit)}</p></div></div>
      {editing.value && <Details quantity={quantity} />}
    </article>
  );
}

/** A spread in words: its parameters by name. */
function sayQuantity({ kind, args }: Quantity): string {
  if (kind === "categorical") return args.filter((_, i) => i % 2 === 0).map((value, i) => `${exact(value)} (× ${exact(args[2 * i + 1]!)})`).join(", ");
  return (PARAMETERS[kind] ?? []).map((name, i) => `${say(`page-arg-${name}`)} ${exact(args[i]!)}`).join(", ");
}
function spreadOf(value: unknown): { kind: string; args: number[] } | null {
  if (typeof value === "number") return { kind: "point", args: [value] };
  if (!value || typeof value !== "object") return null;
  const [kind, args] = Object.entries(value)[0] ?? [];
  return kind && Array.isArray(args) ? { kind, args } : kind && typeof args === "number" ? { kind, args: [args] } : null;
}

function Details({ quantity }: { quantity: Quantity }) {
  const begin = spreadOf(set.value[quantity.path]) ?? { kind: quantity.kind in PARAMETERS && quantity.kind !== "categorical" ? quantity.kind : "point", args: quantity.args };
  const kind = useSignal(begin.kind), args = useSignal<number[]>(begin.args), wrong = useSignal<string | null>(null);
  const choose = (to: string): void => {
    const [lo, hi] = reach(quantity.kind, quantity.args, quantity.within), middle = (lo + hi) / 2;
    kind.value = to;
    args.value = { point: [middle], uniform: [lo, hi], triangular: [lo, middle, hi], pert: [lo, middle, hi] }[to] ?? quantity.args;
  };
  const keep = (): void => {
    wrong.value = fault(kind.value, args.value, quantity.lo, quantity.hi);
    if (wrong.value) return;
    setValue(quantity.path, kind.value === "point" ? args.value[0]! : { [kind.value]: args.value });
  };
  return (
    <div class="details">
      <p>{tell(quantity.doc)}</p>
      {quantity.note && <p><i>{tell(quantity.note)}</i></p>}
      {quantity.sources.length > 0 && <Sources ids={quantity.sources} known={cards.value?.sources ?? {}} />}
      {quantity.sources.length === 0 && <p>{say("page-no-source")}</p>}
      {quantity.used.length > 0 && <p class="used">{say("page-used", { n: quantity.used.length })} <code>{quantity.used.slice(0, 4).join(", ")}{quantity.used.length > 4 ? " …" : ""}</code></p>}
      <form class="edit" onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <select aria-label={say("page-form")} value={kind.value} onChange={(event) => choose(event.currentTarget.value)}>
          {["point", "uniform", "triangular", "pert"].map((one) => <option key={one} value={one}>{say(`page-spread-${one}`)}</option>)}
          {!["point", "uniform", "triangular", "pert"].includes(kind.value) && <option value={kind.value}>{say("spread-kind", { kind: kind.value })}</option>}
        </select>
        {(PARAMETERS[kind.value] ?? []).map((name, i) => (
          <label key={name}><span>{say(`page-arg-${name}`)}</span><input type="number" step="any" required value={args.value[i]}
            onInput={(event) => (args.value = args.value.map((old, j) => (j === i ? event.currentTarget.valueAsNumber : old)))} /></label>))}
        <span class="unit">{quantity.lo !== null && quantity.hi !== null ? `${number(quantity.lo, 3)}–${number(quantity.hi, 3)} ${unitName(quantity.unit, quantity.hi)}` : unitName(quantity.unit)}</span>
        <button class="action" type="submit">{say("page-change")}</button>
        {set.value[quantity.path] !== undefined && <button type="button" onClick={() => setValue(quantity.path, null)}>{say("page-undo")}</button>}
        {wrong.value && <p role="alert" class="wrong">{say(`page-${wrong.value}`)}</p>}
      </form>
    </div>
  );
}
