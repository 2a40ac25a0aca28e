// How often it ends how: bars with ranges, fifty dots that open their worlds, and worlds worth opening.

import { toneOf } from "../map/palette";
import { nothing, type Answer, type Dot } from "../model/types";
import { scenario, world } from "../play";
import { answers, asking, bars, changed, difference, found, halt, progress, queued, run, running, search, showWorld, side, tab, taken, waiting, worlds, type Side } from "../store";
import { few, labelName, number, percent, range, say, signed, tell } from "../words";
import { Recent } from "./Chronicle";
import { arrows, Mark } from "./Marks";
import { stamp } from "./Named";

export function Worlds() {
  return (
    <>
      <section>
        <h2>{say("page-outcomes", { n: running.value === "run" ? asking.value : answers.value.a?.summary.worlds ?? worlds.value })}</h2>
        <Bar side="a" />
        {changed.value && <Bar side="b" />}
        <Key />
        <Ranges />
        <Running />
      </section>
      {difference.value && <Flips />}
      <Landmarks />
      <Honest />
      <section>
        <h2>{say("page-decisions")}</h2>
        <Taken />
      </section>
      {world.value && <section><h2>{say("page-chronicle")}</h2><Recent /></section>}
    </>
  );
}

const answered = (which: Side): { label: string; share: number; said: string }[] => {
  const going = bars.value[which], labels = scenario.value?.labels ?? [];
  if (going && going.done)
    return going.counts.map((count, code) => ({ label: labels[code] ?? "", share: count / going.done, said: "" })).filter((one) => one.share > 0);
  return (answers.value[which]?.summary.outcomes ?? []).map((one) => ({ label: one.label, share: one.chance.share.value, said: one.chance.share.said }));
};

function Bar({ side: which }: { side: Side }) {
  const parts = answered(which), going = bars.value[which];
  const order = scenario.value?.labels ?? [];
  const sorted = [...parts].sort((a, b) => order.indexOf(b.label) - order.indexOf(a.label));
  return (
    <div class={`bar-row${side.value === which && changed.value ? " shown" : ""}`}>
      <p class="bar-head">{say(which === "a" ? "page-a-told" : "page-b-changed")}{going ? <em> {say("page-counting", { done: going.done, of: going.of })}</em> : null}</p>
      <div class={`bar${parts.length ? "" : " empty"}`} role="img" aria-label={sorted.map((one) => `${labelName(one.label)} ${percent(one.share)}`).join(", ") || say("page-no-answer")}>
        {sorted.map((one) => {
          const tone = toneOf(one.label);
          return <span key={one.label} style={{ width: `${100 * one.share}%`, background: tone.colour }} title={labelName(one.label)}>
            {one.share > 0.11 && percent(one.share)}</span>;
        })}
      </div>
      <Dots side={which} />
    </div>
  );
}

function Dots({ side: which }: { side: Side }) {
  const answer: Answer | undefined = answers.value[which === "a" && answers.value.b ? "b" : which] ?? answers.value[which];
  if (!answer) return <div class="dots wait" aria-hidden="true">{Array.from({ length: 50 }, (_, i) => <i key={i} />)}</div>;
  const labels = scenario.value!.labels;
  const code = (dot: Dot): number => (which === "a" ? dot.was : dot.now);
  const dots = [...answer.dots].sort((a, b) => b.now - a.now || b.was - a.was || a.world - b.world);
  const isOpen = (dot: Dot): boolean => world.value?.world === dot.world && (side.value === which || !changed.value);
  return (
    <div class="dots" role="group" aria-label={say("page-dots")} onKeyDown={arrows}>
      {dots.map((dot, i) => {
        const label = labels[code(dot)] ?? "", flipped = dot.was !== dot.now;
        const open = isOpen(dot);
        return <button key={dot.world} tabIndex={open || (i === 0 && !dots.some(isOpen)) ? 0 : -1} class={`dot${flipped ? " flipped" : ""}${open ? " open" : ""}`} onClick={() => void showWorld(dot.world, which)}
          title={`${say("page-world-k", { n: String(dot.world) })}: ${labelName(label)}`} aria-label={`${say("page-world-k", { n: String(dot.world) })}: ${labelName(label)}`}>
          <Mark label={label} size={11} /></button>;
      })}
    </div>
  );
}

function Key() {
  const labels = new Set([...answered("a"), ...answered("b")].map((one) => one.label));
  return <ul class="key">{[...labels].map((label) => <li key={label}><Mark label={label} size={11} /> {labelName(label)}</li>)}</ul>;
}

/** The same as a table, with both kinds of uncertainty. */
function Ranges() {
  const a = answers.value.a?.summary, b = changed.value ? answers.value.b?.summary : undefined;
  if (!a || running.value === "run") return null; // those of the run before are no longer asked for
  const labels = [...new Set([...a.outcomes, ...(b?.outcomes ?? [])].map((one) => one.label))];
  const share = (of: typeof a | undefined, label: string) => of?.outcomes.find((one) => one.label === label)?.chance.share;
  return (
    <table class="ranges"><caption class="hidden">{say("page-outcomes-table")}</caption>
      <thead><tr><th /><th>{say("run-column-share")}</th><th>{say("run-column-luck")}</th><th>{say("run-column-range")}</th></tr></thead>
      <tbody>
        {labels.flatMap((label) => ([[say("page-a"), a], [say("page-b"), b]] as const).map(([name, of]) => {
          const one = share(of, label);
          if (!one) return null;
          return <tr key={label + name}><th scope="row">{b ? `${name} · ` : ""}{labelName(label)}</th>
            <td class="whole">{say("percent-fine", { share: one.value })}</td><td class="whole">{one.error === null ? "" : `±\u00a0${say("percent-fine", { share: one.error })}`}</td>
            <td>{range(one)}</td></tr>;
        }))}
      </tbody></table>
  );
}

export function Running() {
  const going = running.value;
  return (
    <div class="run-row">
      <label>{say("page-how-many")} <select value={worlds.value} onChange={(event) => (worlds.value = Number(event.currentTarget.value))}>
        {[500, 2000, 10_000, 50_000].map((n) => <option key={n} value={n}>{number(n)}</option>)}</select></label>
      {going
        ? <button class="action" onClick={halt}>■ {say("page-stop")}{progress.value ? ` (${number(progress.value.done)})` : ""}</button>
        : <button class="action" disabled={waiting.value} onClick={() => void run()}>{say("page-run", { n: worlds.value })}</button>}
      {queued.value ? <p class="hint" role="status">{say("page-queued")}</p>
        : going === "run" && Object.keys(bars.value).length === 0 && <p class="hint" role="status">{say("page-turn")}</p>}
    </div>
  );
}

function Flips() {
  const told = difference.value!;
  if (nothing(told)) return <section><h2>{say("page-flips")}</h2><p role="status">{say("page-nothing-moves", { n: told.worlds })}</p></section>;
  return (
    <section>
      <h2>{say("page-flips")}</h2>
      <p>{say("compare-same", { same: told.same, worlds: told.worlds })}</p>
      <ul class="flips">{told.flips.slice(0, 6).map((one) => (
        <li key={one.before + one.after}><Mark label={one.before} /> → <Mark label={one.after} /> {say("page-flip", { n: one.count, before: labelName(one.before), after: labelName(one.after) })}{" "}
          {one.worlds.slice(0, 5).map((k, i) => [i > 0 ? ", " : "", <button class="link" key={k} onClick={() => void showWorld(k, "b")}>{k}</button>])}{one.count > 5 ? " …" : ""}</li>))}</ul>
      <table class="ranges"><caption>{say("compare-numbers")}</caption>
        <thead><tr><th /><th>{say("page-a")}</th><th>{say("page-b")}</th><th>{say("compare-mean-change")}</th></tr></thead>
        <tbody>{told.numbers.map((one) => (
          <tr key={one.name}><th scope="row">{say(`compare-number-${one.name.replaceAll("_", "-")}`)}</th>
            <td>{few(one.before, 1)}</td><td>{few(one.after, 1)}</td><td>{signed(one.value, 1)} ± {few(2 * (one.error ?? 0), 1)}</td></tr>))}</tbody></table>
    </section>
  );
}

function Landmarks() {
  const answer = answers.value[side.value] ?? answers.value.a;
  if (!answer) return null;
  const { typical, nearest, power, lost, asked } = answer.landmarks;
  const button = (id: string, k: number | null) => k !== null && (
    <li><button class="landmark" onClick={() => void showWorld(k)} aria-pressed={world.value?.world === k}><span>{say(id)}</span><b>{k}</b></button></li>);
  const far = found.value;
  return (
    <section>
      <h2>{say("page-worth-opening")}</h2>
      <ul class="landmarks">
        {button(changed.value ? `page-typical-${side.value === "b" && answers.value.b ? "b" : "a"}` : "page-typical", typical)}
        {button("page-nearest", nearest)}
        {button("page-loses", lost)}
        {power !== null ? button("page-succeeds", power) : lost !== null ? null : far?.world != null ? button("page-comes-to-power", far.world) : (
          <li class="none">{far ? say("page-none-in", { n: far.asked }) : say("page-none-in", { n: asked })}{" "}
            {!far && (running.value === "search"
              ? <button class="link" onClick={halt}>{say("page-stop")} ({number(progress.value?.done ?? 0)})</button>
              : <button class="link" onClick={() => void search()}>{say("page-search", { n: 100_000 })}</button>)}</li>)}
        <li><form class="by-number" onSubmit={(event) => {
          event.preventDefault();
          const k = Number(new FormData(event.currentTarget).get("k"));
          if (Number.isInteger(k) && k >= 0) void showWorld(k);
        }}><label>{say("page-open-world")} <input name="k" type="number" min={0} max={1e12} required placeholder={String(world.value?.world ?? 17)} /></label><button>{say("page-open")}</button></form></li>
      </ul>
    </section>
  );
}

function Honest() {
  const shown = scenario.value, told = world.value;
  if (!shown || !told) return null;
  return (
    <aside class="honest">
      <p><b>{stamp(told.world)}</b> {say("chronicle-note")}</p>
      <p>{say("basis-line", shown.basis as any)} <button class="link" onClick={() => (tab.value = "record")}>{say("page-what-is-known")}</button></p>
    </aside>
  );
}

function Taken() {
  const shown = scenario.value;
  if (!shown) return null;
  const mine = shown.decisions.filter((one) => taken.value[one.id]);
  return (
    <div>
      {mine.length === 0 && <p class="serif">{say("page-as-told")}</p>}
      {mine.map((one) => (
        <p key={one.id}><span class={one.side === "plot" ? "red" : "blue"}>{one.side === "plot" ? "▲" : "●"}</span> {tell(one.title)}{" "}
          <b>{tell(one.options.find((option) => option.id === taken.value[one.id])!.title)}</b></p>))}
      <button class="wide" onClick={() => (tab.value = "decisions")}>{say("page-change-decision")}</button>
    </div>
  );
}
