// Which assumptions carry the answer, and what the record says: asked for here, computed by the server.

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { reachOf, twoDigits, type Ratio } from "../model/ratio";
import type { Branch, CarriedOne, Explained, Share, Three, Weighed } from "../model/types";
import { caseOf, card, explain, explained, halt, needQuantities, progress, quantities, running, shelf, side, waiting, weigh, weighed } from "../store";
import { few, labelName, number, range, say, sayOr, sentence, tell } from "../words";
import { Named, unitName } from "./Named";

type Job = "explain" | "given";

/** A button that asks, and while the server computes the way to stop it. */
function Ask({ name, ask, words }: { name: Job; ask: () => Promise<void>; words: string }) {
  const going = running.value === name, done = progress.value;
  if (!going) return <button class="wide" disabled={waiting.value || running.value !== ""} onClick={() => void ask()}>{words}</button>;
  return (
    <div class="asking"><progress max={done?.of ?? 1} value={done?.done ?? 0} aria-label={words} />
      <button class="wide" onClick={halt}>■ {say("page-stop")} ({number(done?.done ?? 0)} / {number(done?.of ?? 0)})</button></div>);
}

const same = (key: string): boolean => key === JSON.stringify(caseOf(side.value));
const open = (path: string): (() => void) | undefined =>
  quantities.value?.some((one) => one.path === path) ? () => (card.value = { kind: "number", id: path }) : undefined;

/** A row whose name stands above its picture; the picture says nothing that the text does not. */
function Row({ name, path, children, told, note }: { name: string; path?: string; children: ComponentChildren; told: string; note?: string }) {
  const act = path ? open(path) : undefined, shown = path ? <Named path={path} /> : name;
  return (
    <tr><th scope="row">{act ? <button class="link" onClick={act}>{shown}</button> : shown}{note && <small> {note}</small>}</th>
      <td><svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">{children}</svg><span>{told}</span></td></tr>);
}

function Shares({ all, caption }: { all: CarriedOne[]; caption: string }) {
  const x = (value: number): number => 100 * Math.min(1, Math.max(0, value));
  return (
    <figure class="stacked"><figcaption>{caption}</figcaption>
      <table><thead class="hidden"><tr><th>{say("page-what")}</th><th>{say("explain-total")}</th></tr></thead>
        <tbody>{all.map(({ name, mechanism, numbers, index }) => (
          <Row key={name} name={mechanism === null ? mechanismName(name) : name} {...(mechanism === null ? {} : { path: name })}
            note={mechanism === null ? (numbers ? say("report-explained-count", { n: numbers }) : "") : mechanismName(mechanism)}
            told={`${number(Math.max(0, index.total), 2)} (${number(Math.max(0, index.total_low), 2)}–${number(Math.max(0, index.total_high), 2)})`}>
            <rect x={0} y={1} width={100} height={12} class="room" /><rect x={0} y={1} width={Math.max(0.4, x(index.total))} height={12} class="with" />
            <rect x={0} y={1} width={x(Math.min(index.first, index.total))} height={12} class="alone" />
            <line x1={x(index.total_low)} x2={x(index.total_high)} y1={7} y2={7} class="whisker" /></Row>))}</tbody></table></figure>);
}
const mechanismName = (name: string): string => (name === "luck" ? sentence("explain-luck") : sayOr(`mechanism-${name.replaceAll(".", "-")}`, name));

function Conditions({ here, by }: { here: Branch; by: string }) {
  if (!here.yes || !here.no) return <b>{say("explain-leaf", { by, value: number(by === "outcome" ? 100 * here.value : here.value, 1), sets: here.sets })}</b>;
  const path = here.path ?? "", act = open(path), [before, after] = say("report-if-most", { path: "\n", limit: few(here.limit), unit: unitName(here.unit, Number(here.limit.toPrecision(3))) }).split("\n");
  return <ul class="tree"><li>{before}{act ? <button class="link" onClick={act}><Named path={path} /></button> : <Named path={path} />}{after}: <Conditions here={here.yes} by={by} /></li>
    <li>{say("report-if-more")}: <Conditions here={here.no} by={by} /></li></ul>;
}

export function CarriedBy() {
  useEffect(() => void needQuantities(), [caseOf("a").scenario]);
  const kept = explained.value, found = kept && same(kept.key) ? kept.found : null;
  return (
    <section class="carried">
      <h2>{say("explain-head")}</h2>
      <p class="hint">{say("page-explain-note")}</p>
      {!found && <Ask name="explain" ask={explain} words={say("page-explain-run")} />}
      {found && <Found {...found} />}
    </section>
  );
}

function Found(found: Explained) {
  const drawn = found.groups.filter((one) => one.index.total >= 0.01), rest = found.groups.length - drawn.length;
  const homes = [...new Set(found.idle.map((path) => found.home[path]!))];
  return (
    <>
      <p>{say("explain-by", { by: found.by, seen: found.seen })}</p>
      <Shares all={drawn} caption={say("explain-groups")} />
      {rest > 0 && <p class="hint">{say("page-explain-rest", { n: rest })}</p>}
      <Shares all={found.numbers.slice(0, 8)} caption={say("report-explained-numbers")} />
      <p class="hint">{say("report-explained-how", { points: found.points, design: found.design, worlds: found.worlds })}</p>
      <h3>{say("explain-information")}</h3>
      <p>{say("explain-information-how", { n: found.sure, of: found.of })}</p>
      <table class="ranges"><thead class="hidden"><tr><th>{say("report-column-number")}</th><th>{say("report-column-gone")}</th></tr></thead><tbody>
        {found.information.map((one) => { const act = open(one.path); return (
          <tr key={one.path}><th scope="row">{act ? <button class="link" onClick={act}><Named path={one.path} /></button> : <Named path={one.path} />}</th>
            <td>{share(one.share)} ({share(one.low)}–{share(one.high)})</td></tr>); })}</tbody></table>
      <h3>{say("explain-tree")}</h3>
      {found.tree.yes ? <><p>{say("explain-tree-how", { by: found.by })}</p><Conditions here={found.tree} by={found.by} /></> : <p>{say("explain-tree-none")}</p>}
      <h3>{say("report-explained-idle")}</h3>
      {found.idle.length === 0 ? <p>{say("explain-idle-none")}</p> : <p>{say("report-explained-idle-text", { n: found.idle.length, of: Object.keys(found.home).length, unseen: number(100 * found.unseen, 1) })}</p>}
      {homes.map((name) => { const paths = found.idle.filter((path) => found.home[path] === name); return <details key={name} class="link-cut"><summary>{mechanismName(name)} <em>{paths.length}</em></summary>
        <p class="paths">{paths.map((path) => { const act = open(path); return act ? <button key={path} class="link" onClick={act}><Named path={path} /></button> : <Named key={path} path={path} />; })}</p></details>; })}
    </>
  );
}
const share = (value: number): string => say("percent", { share: Math.min(1, Math.max(0, value)) });

export function GivenRecord() {
  const kept = weighed.value, found = kept && same(kept.key) ? kept.found : null;
  return (
    <section class="carried">
      <h2>{say("given-head")}</h2>
      <p class="serif">{say("page-silence-text")}</p>
      {!found && <Ask name="given" ask={weigh} words={say("page-given-run")} />}
      {found && <Told {...found} />}
    </section>
  );
}

function Told(found: Weighed) {
  const dull = found.told.filter((one) => one.ratios.every((ratio) => ratio.way === "same"));
  const ranged = (share: Share): string => `${say("percent-fine", { share: share.value })} (${range(share)})`;
  return (
    <>
      <p>{say("given-how", { worlds: found.worlds, n: found.told.length, worthworlds: Math.round(found.worth_worlds), worthsets: Math.round(found.worth_sets), sets: found.sets })}</p>
      <h3>{say("given-outcomes")}</h3>
      <table class="ranges"><thead><tr><th /><th>{say("given-column-before")}</th><th>{say("given-column-after")}</th></tr></thead><tbody>
        {found.outcomes.map((one) => <tr key={one.name}><th scope="row">{labelName(one.name)}</th><td>{ranged(one.before)}</td><td>{ranged(one.after)}</td></tr>)}</tbody></table>
      <h3>{say("given-readings")}</h3>
      {found.readings.map((one) => <p key={one.scenario}>{verdict("given-reading", one, { mine: found.scenario, other: one.scenario })}</p>)}
      {found.readings.length > 0 && <p class="hint">{say("given-reading-means")}</p>}
      <h3>{say("page-statements")}</h3>
      <p class="hint">{say("page-statements-note")}</p>
      <ul class="statements">{found.told.map((one) => (
        <li key={one.name}><p><b>{one.absent ? `${say("record-absent")}: ` : ""}</b>{tell(one.says)} <small>({say("record-grade", { grade: one.grade })})</small></p>
          {one.fits !== null && <p class="hint">{fits(one.fits, one.absent)}</p>}
          {found.readings.map(({ scenario }, at) => <Ratios key={scenario} one={one.ratios[at]!} other={scenario} />)}</li>))}</ul>
      {found.readings.length > 0 && dull.length > 0 && <p>{say("given-dull", { n: dull.length })}</p>}
      <h3>{say("report-learned")}</h3>
      <p class="hint">{found.moved ? say("given-learned-how", { n: found.learned.length, of: found.of }) : say("given-learned-none", { of: found.of })}</p>
      <Learnt found={found} />
    </>
  );
}

/** In how many worlds a statement is true; of a silence, in how many there is nothing to report. A share that shows as nothing, or as all, is told in words. */
function fits(share: number, absent: boolean): string {
  const many = { share, many: share < 0.0005 ? "none" : share >= 0.9995 ? "all" : "some" };
  return absent ? say("page-fits-silence", many) : say("page-fits", many);
}

function Ratios({ one, other }: { one: Ratio; other: string }) {
  const { value, low, high } = reachOf(one), x = (power: number): number => 50 + 16 * power;
  return (
    <div class="ratio"><svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      <rect x={0} y={1} width={100} height={12} class="room" />
      {one.way !== "same" && <rect x={Math.min(50, x(value))} y={1} width={Math.max(0.6, Math.abs(x(value) - 50))} height={12} class={value > 0 ? "fill-red" : "fill-blue"} />}
      <line x1={x(low)} x2={x(high)} y1={7} y2={7} class="whisker" /><line x1={50} x2={50} y1={0} y2={14} class="zero" /></svg>
      <p>{verdict("given", one, { other })}</p></div>);
}
function readingName(id: string): string {
  const one = shelf.value.find((found) => found.id === id);
  return one ? tell(one.reading) : id;
}
const VERDICTS = {
  given: { more: "given-more", less: "given-less", same: "given-same" },
  "given-reading": { more: "given-reading-more", less: "given-reading-less", same: "given-reading-same" },
};
function verdict(stem: "given" | "given-reading", one: Ratio, names: Record<string, string>): string {
  const told = Object.fromEntries(Object.entries(names).map(([key, id]) => [key, readingName(id)]));
  const [value, low, high] = [one.value, one.low, one.high].map((size) => twoDigits(size ?? Infinity)) as [number, number, number];
  const factor = one.value === null ? say("given-factor-least", { low: number(low, 3), n: low }) : say("given-factor", { value: number(value, 3), n: value, low: number(low, 3), high: number(high, 3) });
  return say(VERDICTS[stem][one.way], { factor, ...told });
}

/** Before and after on one line each: the middle, and nine in ten. */
function Learnt({ found }: { found: Weighed }) {
  return (
    <figure class="stacked learnt"><table><thead class="hidden"><tr><th>{say("report-column-number")}</th><th>{say("given-column-before")} → {say("given-column-after")}</th></tr></thead>
      <tbody>{found.learned.map((one) => {
        const lo = Math.min(one.before[0], one.after[0]), span = Math.max(one.before[2], one.after[2]) - lo || 1, x = (value: number): number => 1 + (98 * (value - lo)) / span;
        const text = ([low, middle, high]: Three): string => `${few(middle)} (${few(low)}–${few(high)})`;
        const drawn = ([low, middle, high]: Three, y: number, kind: string) => <><line x1={x(low)} x2={x(high)} y1={y} y2={y} class={kind} /><line x1={x(middle)} x2={x(middle)} y1={y - 3} y2={y + 3} class={kind} /></>;
        return <Row key={one.path} name={one.path} path={one.path} note={unitName(one.unit)} told={`${text(one.before)} → ${text(one.after)}`}>
          {drawn(one.before, 4, "prior")}{drawn(one.after, 10, "posterior")}</Row>;
      })}</tbody></table><figcaption class="key"><span class="prior-key" /> {say("given-column-before")} <span class="posterior-key" /> {say("given-column-after")}</figcaption></figure>);
}
