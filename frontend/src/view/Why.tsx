// What carries the answer.  Each part takes plain data and is shown when the server offers it:
// comparisons made here, assumptions, the record, the chain of the road.

import { scenario } from "../play";
import { card, chain, cut, difference, halt, progress, running, tried, changed, tab, waiting } from "../store";
import { few, number, say, sayOr, signed, slug } from "../words";
import { nothing, type Comparison } from "../model/types";
import { nameOf, placeName } from "./Named";
import { CarriedBy, GivenRecord } from "./Carried";

export interface Effect { key: string; name: string; value: number; low: number; high: number; open?: () => void }

/** Bars around zero, with what luck allows, and the same as a table. */
export function Tornado({ effects, caption, digits = 1 }: { effects: Effect[]; caption: string; digits?: number }) {
  const top = Math.max(...effects.flatMap((one) => [Math.abs(one.low), Math.abs(one.high), Math.abs(one.value)]), 1e-9);
  const x = (value: number): number => 50 + (48 * value) / top;
  return (
    <figure class="tornado">
      <figcaption>{caption}</figcaption>
      <table><thead class="hidden"><tr><th>{say("page-what")}</th><th>{caption}</th></tr></thead>
        <tbody>{effects.map((one) => (
          <tr key={one.key}>
            <th scope="row">{one.open ? <button class="link" onClick={one.open}>{one.name}</button> : one.name}</th>
            <td><svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
              <rect x={Math.min(50, x(one.value))} y={1} width={Math.max(0.4, Math.abs(x(one.value) - 50))} height={12} class={one.value >= 0 ? "fill-red" : "fill-blue"} />
              <line x1={x(one.low)} x2={x(one.high)} y1={7} y2={7} class="whisker" /><line x1={50} x2={50} y1={0} y2={14} class="zero" /></svg>
              <span>{signed(one.value, digits)}</span></td>
          </tr>))}</tbody></table>
    </figure>
  );
}

export function Why() {
  return (
    <>
      <section>
        <h2>{say("page-why-decisions")}</h2>
        <p class="hint">{say("page-why-decisions-note")}</p>
        {tried.value.some((one) => !nothing(one.found)) ? <Tornado caption={say("compare-number-nodes-taken")} effects={tried.value.filter((one) => !nothing(one.found)).map((one) => effect(one.key, nameOf(one.do, one.set), one.found))} />
          : <p><button class="wide" onClick={() => (tab.value = "decisions")}>{say("page-change-decision")}</button></p>}
      </section>
      {difference.value && changed.value && nothing(difference.value) && <p role="status">{say("page-nothing-moves", { n: difference.value.worlds })}</p>}
      {difference.value && changed.value && difference.value.places.some((one) => one.value !== 0) && (
        <section>
          <h2>{say("page-why-places")}</h2>
          <Tornado caption={say("compare-column")} effects={difference.value.places.filter((one) => one.value !== 0).slice(0, 12).map((one) => ({
            key: one.name, name: placeName(one.name), value: 100 * one.value, low: 100 * (one.value - 2 * (one.error ?? 0)), high: 100 * (one.value + 2 * (one.error ?? 0)),
            open: () => (card.value = { kind: "place", id: one.name }),
          }))} />
        </section>)}
      <CarriedBy />
      <GivenRecord />
      {scenario.value?.road && (
        <section>
          <h2>{say("chain-head")}</h2>
          <p class="hint">{say("page-chain-note")}</p>
          {running.value === "chain" ? <button class="wide" onClick={halt}>■ {say("page-stop")} ({number(progress.value?.done ?? 0)} / {number(progress.value?.of ?? 0)})</button>
            : !chain.value && <button class="wide" disabled={waiting.value} onClick={() => void cut()}>{say("page-chain-run")}</button>}
          {chain.value?.few && <p>{say("chain-few", chain.value.few)}</p>}
          {chain.value?.links.map((link) => (
            <details key={link.name} class="link-cut"><summary>{say(`link-${link.name}`)} <em>{link.moved || ""}</em></summary>
              {link.changes.length === 0 ? <p class="hint">{say(!link.built ? "chain-later" : link.moved ? "chain-little" : "chain-nothing")}</p>
                : <table class="ranges"><thead><tr><th /><th>{say("page-as-is")}</th><th>{say("page-when-cut")}</th></tr></thead>
                  <tbody>{link.changes.map((one) => <tr key={one.name}><th scope="row">{sayOr(`out-${slug(one.name)}`, one.name)}</th>
                    <td>{few(one.before, one.digits)}</td><td>{signed(one.value, one.digits)} <small class="whole">[{signed(one.low, one.digits)}; {signed(one.high, one.digits)}]</small></td></tr>)}</tbody></table>}
            </details>))}
        </section>)}
      <p><button class="wide" onClick={() => (tab.value = "record")}>{say("page-what-is-known")}</button></p>
    </>
  );
}

function effect(key: string, name: string, found: Comparison): Effect {
  const one = found.numbers.find((shift) => shift.name === "nodes_taken") ?? found.numbers[0]!;
  const error = 2 * (one.error ?? 0);
  return { key, name, value: one.value, low: one.value - error, high: one.value + error };
}
