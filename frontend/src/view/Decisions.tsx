// Decisions as cards in the words of the time; what is chosen here makes B.

import { useEffect } from "preact/hooks";
import { exact, few, say, tell } from "../words";
import { scenario } from "../play";
import { changed, decide, needQuantities, quantities, set, setValue, taken, tab } from "../store";
import type { Decision, Option, Quantity } from "../model/types";
import { lies, reach } from "../model/spread";
import { measured, numberName, unitName } from "./Named";
import { Running } from "./Worlds";

export function Decisions() {
  const shown = scenario.value;
  useEffect(() => void needQuantities(), [shown?.ref]);
  if (!shown) return null;
  const none = shown.decisions.length === 0 && !changed.value;
  return (
    <>
      {none && <section><h2>{say("page-decisions")}</h2><p>{say("page-no-decisions")}</p><button class="wide" onClick={() => (tab.value = "numbers")}>{say("page-all-numbers")}</button></section>}
      {!none && <section class="sticky-run">
        <p>{changed.value ? say("page-changes", { n: Object.keys(taken.value).length + Object.keys(set.value).length }) : say("page-no-changes")}
          {changed.value && <> <button class="link" onClick={() => { taken.value = {}; set.value = {}; }}>{say("page-back-to-told")}</button></>}</p>
        <Running />
        {changed.value && <button class="link" onClick={() => (tab.value = "worlds")}>{say("page-see-outcomes")}</button>}
      </section>}
      {(["plot", "defence"] as const).filter((side) => shown.decisions.some((one) => one.side === side)).map((side) => (
        <section key={side}>
          <h2><span class={side === "plot" ? "red" : "blue"} aria-hidden="true">{side === "plot" ? "▲" : "●"}</span> {say(side === "plot" ? "page-plot-decides" : "page-state-decides")}</h2>
          {shown.decisions.filter((one) => one.side === side).map((one) => <DecisionCard key={one.id} decision={one} />)}
        </section>))}
    </>
  );
}

export function DecisionCard({ decision }: { decision: Decision }) {
  const chosen = taken.value[decision.id] ?? decision.default;
  return (
    <fieldset class={`decision ${decision.side}${taken.value[decision.id] ? " changed" : ""}`}>
      <legend>{tell(decision.title)}</legend>
      <p class="when">{say("page-who-when", { who: tell(decision.who), when: tell(decision.asked) })}</p>
      <p class="knows"><b>{say("page-knew")}</b> {tell(decision.knows)}</p>
      {decision.options.map((option) => (
        <div class="option" key={option.id}>
          <label><input type="radio" name={decision.id} checked={chosen === option.id}
            onChange={() => decide(decision.id, option.id === decision.default ? null : option.id)} />
            <span>{tell(option.title)}{option.id === decision.default && <em class="told" title={say("page-told-long")}> ★ {say("page-told")}</em>}</span></label>
          {option.card && chosen === option.id && <Reasons option={option} />}
        </div>))}
      <Levers decision={decision} />
    </fieldset>
  );
}

function Reasons({ option }: { option: Option }) {
  const card = option.card!;
  return (
    <dl class="reasons">
      <dt>{say("page-evidence")}</dt><dd>{tell(card.evidence)}</dd>
      <dt>{say("page-differs")}</dt><dd>{tell(card.differs)}</dd>
      <dt>{say("page-theory")}</dt><dd>{tell(card.theory)}</dd>
    </dl>
  );
}

/** What the reading says of a number: its value, or how far it may lie. */
function told(one: Quantity): string {
  const [from, to] = lies(one);
  return measured(from === to ? exact(to) : `${few(from)}–${few(to)}`, one.unit, to);
}

/** Numbers that an option sets to one value can be set to any other, in their unit. */
function Levers({ decision }: { decision: Decision }) {
  const known = quantities.value;
  if (!known) return null;
  const paths = [...new Set(decision.options.flatMap((one) => Object.entries(one.set ?? {}).filter(([, value]) => typeof value === "number").map(([path]) => path)))];
  const levers = paths.flatMap((path) => known.find((one) => one.path === path || one.used.includes(path)) ?? []);
  if (!levers.length || taken.value[decision.id]) return null;
  return (
    <>
      {[...new Set(levers)].map((one) => {
        const [from, to] = reach(one.kind, one.args, one.within);
        const low = one.lo ?? 0, high = Math.min(one.hi ?? to * 3, Math.max(to * 2, from + 1, low + 1));
        const whole = one.unit === "person" || one.unit === "count";
        const now = set.value[one.path], name = numberName(one.path, Infinity);
        const [least, most] = lies(one), open = typeof now !== "number" && least < most;
        const part = (value: number): string => `${Math.min(100, Math.max(0, (100 * (value - low)) / (high - low))).toFixed(1)}%`;
        return (
          <div class="lever" key={one.path}>
            <label><span>{name}</span>
              <input type="range" {...(open ? { class: "open", style: { "--from": part(least), "--to": part(most) } } : {})} min={low} max={high} step={whole ? 1 : (high - low) / 100} value={typeof now === "number" ? now : (from + to) / 2}
                onInput={(event) => setValue(one.path, Number(event.currentTarget.valueAsNumber.toPrecision(3)))} aria-label={`${name}, ${unitName(one.unit)}`} /></label>
            <output>{typeof now === "number" ? measured(exact(now), one.unit, now) : told(one)}</output>
            {one.note && <small>{tell(one.note)}</small>}
            {open && <small>{say("page-drawn-anew")}</small>}
            {typeof now === "number" && <button class="link" onClick={() => setValue(one.path, null)}>{say("page-undo")}</button>}
          </div>);
      })}
    </>
  );
}
