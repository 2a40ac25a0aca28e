// The world in prose: a line seeks, hovering marks the place.

import { useEffect, useRef } from "preact/hooks";
import { wall } from "../model/clock";
import { hovered, playing, scenario, seek, t, world } from "../play";
import { card } from "../store";
import { lang, say, tell } from "../words";
import { stamp } from "./Named";
import { KIND, SEQ, TARGET, type Passage } from "../model/types";
import { Road } from "./Road";

const current = (passages: Passage[]): number => passages.findLastIndex((one) => one.time <= t.value);

export function Chronicle() {
  const told = world.value, shown = scenario.value;
  const list = useRef<HTMLOListElement>(null);
  const passages = told?.chronicle[lang.value] ?? [];
  const now = current(passages);
  useEffect(() => {
    if (playing.value) list.current?.children[now]?.scrollIntoView({ block: "nearest" });
  }, [now]);
  if (!shown) return null;
  if (!told) return <section class="chronicle"><h2>{say("page-chronicle")}</h2><p>{say("page-no-chronicle")}</p></section>;
  const label = stamp(told.world);
  return (
    <section class="chronicle" onCopy={(event) => {
      // What is copied says what it is.
      const text = String(getSelection());
      if (!text) return;
      event.clipboardData?.setData("text/plain", `${label} ${text}\n(${say("chronicle-note")})`);
      event.preventDefault();
    }}>
      <h2>{say("page-chronicle")}</h2>
      <p class="stamp">{label}</p>
      {told.road && <details open={t.value < 0}><summary>{say("page-the-road")}</summary>{told.road.told[lang.value].map((text) => <p class="serif" key={text}>{text}</p>)}<Road /></details>}
      <ol ref={list} class="passages">{passages.map((one, i) => <Line key={i} passage={one} now={i === now} past={i <= now} />)}</ol>
      <p class="stamp">{label} {say("chronicle-note")}</p>
    </section>
  );
}

export function Line({ passage, now, past }: { passage: Passage; now: boolean; past: boolean }) {
  const shown = scenario.value!;
  const index = shown.places.findIndex((one) => one.id === passage.places[0]);
  // Persons whom a line is about, by group, in the events that it tells.
  const told = new Set(passage.events), groups = new Set((world.value?.events ?? []).flatMap((event) =>
    told.has(event[SEQ]!) && event[TARGET]! >= 0 && shown.kinds[event[KIND]!]?.target === "person" ? [shown.persons[event[TARGET]!]!] : []));
  const mark = (on: boolean): void => { hovered.value = on && index >= 0 ? index : null; };
  return (
    <li class={`${now ? "now" : ""}${past ? " past" : ""}`} onMouseEnter={() => mark(true)} onMouseLeave={() => mark(false)}>
      <button class="seek" aria-current={now ? "time" : undefined} onClick={() => { playing.value = false; seek(passage.time); }} onFocus={() => mark(true)} onBlur={() => mark(false)}>{wall(passage.time)}</button>{" "}
      <span class="serif">{passage.text.replace(`${wall(passage.time)}, `, (found, at) => (at === 0 ? "" : found))}</span>
      {passage.places.slice(0, 3).map((id) => {
        const place = shown.places.find((one) => one.id === id);
        return place && <button class="chip" key={id} onClick={() => (card.value = { kind: "place", id })}>{tell(place.name)}</button>;
      })}
      {[...groups].slice(0, 3).map((group) => {
        const { id, name } = shown.leaders[group]!;
        return <button class="chip person" key={id} onClick={() => (card.value = { kind: "leader", id })}>{tell(name)}</button>;
      })}
    </li>
  );
}

/** The last lines up to the moment, for a panel that shows other things too. */
export function Recent() {
  const passages = world.value?.chronicle[lang.value] ?? [];
  const now = current(passages);
  if (now < 0) return <p class="serif">{passages[0] ? say("page-begins", { t: wall(passages[0].time) }) : ""}</p>;
  return <ol class="passages">{passages.slice(Math.max(0, now - 2), now + 1).reverse().map((one, i) => <Line key={`${now}${i}`} passage={one} now={i === 0} past />)}</ol>;
}
