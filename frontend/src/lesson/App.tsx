// The lesson: steps of known number, three decisions, and what follows from them.

import { computed, effect, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { toneOf } from "../map/palette";
import { daysBetween, parseClock, DAY, wall } from "../model/clock";
import { kindName } from "../model/state";
import { PLACE, type Passage, type World } from "../model/types";
import { allPlaces, axis, heights, labelsShown, latest, legendShown, limit, marks, opening, playing, scenario, seek, sight, speed, step as jump, t, toggle, world } from "../play";
import { few, lang, labelName, say, sayOr, sentence, slug, tell } from "../words";
import { Clock, Counts } from "../view/Header";
import { MapView } from "../view/Map";
import { arrows, Mark } from "../view/Marks";
import { Line } from "../view/Chronicle";
import { Verdict } from "../view/Record";
import { author, seen, title, year } from "../view/Sources";
import { RoadSheet, Strip } from "../view/Strip";
import { logs, recall, record, TELLING, unpack, viewOf, type LessonAnswer, type LessonDot, type LessonFile, type Step } from "./data";
import { Sheets } from "./Sheets";

export const file = JSON.parse(document.getElementById("lesson")!.textContent!) as LessonFile;
const { steps } = file.lesson;
scenario.value = file.scenario;
heights.value = file.heights;

// Where the class is stands in the address: a page that is loaded again goes on there.
export const before = recall(location.hash, file.lesson.steps);
const now = signal(before.step);
const chosen = signal<Record<string, string>>(before.chosen);
effect(() => history.replaceState(null, "", `#${record(steps[now.value]!, chosen.value, lang.value)}`));
const ready = signal<Uint8Array[] | null>(null);
const trouble = signal("");
const log = signal<{ world: number; log: number; told: boolean } | null>(null);

const told = file.answers.find((one) => file.scenario.decisions.every((decision) => !(decision.id in one.do) || one.do[decision.id] === decision.default))!;
const answer = computed<LessonAnswer>(() =>
  file.answers.find((one) => Object.entries(one.do).every(([id, option]) => (chosen.value[id] ?? told.do[id]) === option)) ?? told);

const decided = computed(() => steps.every((one) => !one.decide || chosen.value[one.decide] !== undefined));

logs(file).then((found) => (ready.value = found), (error: unknown) => (trouble.value = String(error)));

/** Show a world of the class's answer, or of the story as told. */
function show(dot: { world: number; log: number }, asTold = false): void {
  log.value = { ...dot, told: asTold };
}
effect(() => {
  const found = ready.value, which = log.value ?? { ...told.typical, told: true };
  if (!found) return;
  try {
    const events = unpack(file.scenario.kinds, found[which.log]!);
    const from = which.told ? told : answer.peek();
    const chronicle = which.world === from.typical.world ? from.chronicle : { en: [], ru: [] };
    // Where guards stand is what the class decides: nobody sees it before.
    const guards = decided.value ? answer.value.guards : [];
    const next: World = { world: which.world, seed: file.seed, events, row: [], chronicle, guards: sight.value === "all" ? from.guards : guards, road: file.road };
    world.value = next;
  } catch (error) {
    trouble.value = String(error);
  }
});

const momentOf = (step: Step): number | null =>
  step.on ? daysBetween(file.scenario.date, step.on) * DAY : step.at ? Math.max(axis.value.from, parseClock(step.at) ?? 0) : null;

function go(to: number): void {
  const step = steps[to];
  if (!step) return;
  now.value = to;
  playing.value = false;
  if (step.show === "play" || step.show === "worlds") show(answer.value.typical);
  else if (step.show !== "record" && step.show !== "debrief") show(told.typical, true);
  const moment = momentOf(step);
  // Until the class has decided, nobody looks ahead of what the side that decides next knows.
  const view = viewOf(steps, file.scenario.decisions, to);
  sight.value = view.sight;
  limit.value = view.decides ? (step.show === "road" ? momentOf(view.decides) : moment) : null;
  if (step.show === "play") seek(opening());
  if (moment !== null) seek(moment);
  document.querySelector(".view")?.scrollTo(0, 0);
}

export function LessonApp() {
  const step = steps[now.value]!;
  useEffect(() => {
    document.title = tell(file.lesson.title);
    document.documentElement.lang = lang.value;
  }, [lang.value]);
  useEffect(() => {
    if (ready.value) go(now.value);
  }, [ready.value]);
  useEffect(() => {
    addEventListener("keydown", onKey);
    addEventListener("hashchange", () => location.reload()); // another address typed or followed
    return () => removeEventListener("keydown", onKey);
  }, []);
  const came = useRef(now.value);
  useEffect(() => {
    // On a phone the text lies under the map, and under the sheet of the road that has just been drawn.
    if (came.current !== now.value) document.querySelector(".lesson .side")?.scrollIntoView();
    came.current = now.value;
  }, [now.value]);
  const open = !step.decide || chosen.value[step.decide] !== undefined;
  const shown = log.value ?? { ...told.typical };
  return (
    <div class="page lesson" data-ready={ready.value !== null} data-step={step.id}>
      <header>
        <div class="brand">{say("map-brand")}</div>
        <h1 class="title">{tell(file.lesson.title)}<small>{say("reading-line", { reading: tell(file.scenario.reading) })}</small></h1>
        <div class="head-tools"><Counts /><Clock />
          <button class="square" lang={lang.value === "ru" ? "en" : "ru"} onClick={() => (lang.value = lang.value === "ru" ? "en" : "ru")}>{lang.value === "ru" ? "ENG" : "РУС"}</button>
          <button class="square" onClick={() => print()}>{say("lesson-print")}</button></div>
      </header>
      <main>
        <div class="stage">
          <MapView note={`${sentence("simulated", { number: String(shown.world), reading: file.scenario.id, seed: String(file.seed) })}.`} />
          <RoadSheet />
          <Strip />
        </div>
        <div class="side">
          <div class="view" aria-live="polite">
            <p class="count">{say("lesson-step", { n: now.value + 1, of: steps.length })}</p>
            <progress max={steps.length} value={now.value + 1} aria-hidden="true" />
            <h2>{tell(step.title)}</h2>
            {tell(step.text).split("\n\n").map((text) => <p class="serif para" key={text}>{text}</p>)}
            {trouble.value && <p role="alert">{say("lesson-cut", { what: trouble.value })}</p>}
            {limit.value !== null && t.value >= latest.value && <p class="hint">{say("lesson-stopped")}</p>}
            {step.decide && <Decide id={step.decide} options={step.options} />}
            {step.show === "play" && <Day />}
            {step.show === "worlds" && <Fifty />}
            {step.show === "record" && <Claims ids={step.claims} />}
            {step.show === "debrief" && <ol class="questions">{file.lesson.questions.map((one) => <li class="serif" key={one.en}>{tell(one)}</li>)}</ol>}
            {step.show === "debrief" && <p class="honest">{say("chronicle-note")} {say("page-not-a-probability")} {say("basis-line", file.scenario.basis as any)}</p>}
            {now.value === steps.length - 1 && <p class="end">{say("lesson-end")}</p>}
          </div>
          <nav class="next" aria-label={say("lesson-steps")}>
            <button disabled={now.value === 0} onClick={() => go(now.value - 1)}>← {say("lesson-back")}</button>
            {now.value === steps.length - 1
              ? <button onClick={() => print()}>{say("lesson-print-sheets")}</button>
              : <button class="action" disabled={!open} onClick={() => go(now.value + 1)}>{open ? say("lesson-next") : say("lesson-decide-first")} →</button>}
          </nav>
        </div>
      </main>
      <Sheets file={file} />
    </div>
  );
}

function Decide({ id, options }: { id: string; options: string[] }) {
  const decision = file.scenario.decisions.find((one) => one.id === id)!;
  return (
    <fieldset class={`decision ${decision.side}`}>
      <legend>{tell(decision.title)}</legend>
      <p class="when">{say("page-who-when", { who: tell(decision.who), when: tell(decision.asked) })}</p>
      <p class="knows"><b>{say("page-knew")}</b> {tell(decision.knows)}</p>
      <div class="choices">
        {options.map((name) => {
          const option = decision.options.find((one) => one.id === name)!;
          return <button key={name} aria-pressed={chosen.value[id] === name} onClick={() => (chosen.value = { ...chosen.value, [id]: name })}>{tell(option.title)}</button>;
        })}
      </div>
      {chosen.value[id] && <p class="hint">{say("lesson-sealed")}</p>}
    </fieldset>
  );
}

function Chosen() {
  const mine = Object.entries(answer.value.do).map(([id, name]) => {
    const decision = file.scenario.decisions.find((one) => one.id === id)!;
    return { id, side: decision.side, text: tell(decision.options.find((one) => one.id === name)!.title), told: name === decision.default };
  });
  return <ul class="chosen">{mine.map((one) => <li key={one.id}><span class={one.side === "plot" ? "red" : "blue"} aria-hidden="true">{one.side === "plot" ? "▲" : "●"}</span> {one.text}{one.told && <small> ★ {say("page-told")}</small>}</li>)}</ul>;
}

function Day() {
  return (
    <>
      <Chosen />
      {marks.value.every((tick) => tick.place < 0) && <Instead />}
      <button class="wide play" onClick={toggle}>{playing.value ? `❚❚ ${say("page-pause")}` : `▶ ${say("page-play")}`}</button>
      <h3>{say("page-chronicle")}</h3>
      <Told clocked />
    </>
  );
}

/** The world in prose where the file has its chronicle, else its telling events; clocked: as the clock passes them. */
function Told({ clocked = false }: { clocked?: boolean }) {
  const list = useRef<HTMLOListElement>(null);
  const passages = world.value?.chronicle[lang.value] ?? [];
  const at = passages.findLastIndex((one) => one.time <= t.value);
  useEffect(() => {
    // On a phone the whole page would move, away from the map.
    const view = list.current?.closest(".view");
    if (playing.value && view && view.scrollHeight > view.clientHeight) list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  if (!passages.length) return <Ticker clocked={clocked} />;
  const bare = (one: Passage): Passage => ({ ...one, places: [], events: [] });
  return (
    <>
      {clocked && at < passages.length - 1 && <p class="hint">{say("lesson-written")}</p>}
      <ol class="passages" ref={list}>{(clocked ? passages.slice(0, at + 1) : passages).map((one, i) => <Line key={i} passage={bare(one)} now={i === at} past={i <= at} />)}</ol>
    </>
  );
}

/** When the story ended before its day: a world of the same decisions in which it did not, or the day as told. */
function Instead() {
  const other = answer.value.dots.find((dot) => file.scenario.labels[dot.now] !== "prevented");
  return (
    <div class="honest"><p>{say("lesson-nothing")}</p>
      <button onClick={() => { if (other) show(other); else show(told.typical, true); seek(opening()); }}>
        {other ? say("lesson-other", { n: String(other.world) }) : say("lesson-other-told")}</button></div>);
}

/** Of a world without a chronicle: what turned in it, a line each. */
function Ticker({ clocked }: { clocked: boolean }) {
  const shown = file.scenario, told = world.value;
  if (!told) return null;
  const telling = marks.value.filter((tick) => TELLING.has(tick.name) && (!clocked || tick.t <= t.value));
  return <ol class="ticker">{telling.map((tick) => {
    const event = told.events[tick.seq]!, place = shown.places[event[PLACE]!];
    const name = kindName(shown.kinds, event);
    return <li key={tick.seq} class={tick.t <= t.value ? "past" : ""}><button class="seek" onClick={() => seek(tick.t)}>{wall(tick.t)}</button> {place ? `${tell(place.name)}: ` : ""}{sayOr(`event-${slug(name)}`, name)}</li>;
  })}</ol>;
}

function Fifty() {
  const mine = answer.value, same = mine === told;
  return (
    <>
      <Chosen />
      <Bar of={mine} title={say(same ? "lesson-yours-is-told" : "lesson-yours")} pick="now" />
      {!same && <Bar of={told} title={say("page-a-told")} pick="now" />}
      <table class="ranges"><caption>{say("lesson-mean", { n: file.worlds })}</caption>
        <thead><tr><th />{!same && <th>{say("page-a-told")}</th>}<th>{say("lesson-yours")}</th></tr></thead>
        <tbody>{Object.keys(told.numbers).map((name) => <tr key={name}><th scope="row">{say(`compare-number-${slug(name)}`)}</th>
          {!same && <td>{few(told.numbers[name]!, 1)}</td>}<td>{few(mine.numbers[name]!, 1)}</td></tr>)}</tbody></table>
      <h3>{say("page-world-k", { n: String(world.value?.world ?? "") })}</h3>
      <Told />
    </>
  );
}

function Bar({ of, title, pick }: { of: LessonAnswer; title: string; pick: "now" }) {
  const labels = file.scenario.labels;
  const asTold = of === told;
  const open = (dot: LessonDot): void => { show(dot, asTold); seek(opening()); };
  const isOpen = (dot: LessonDot): boolean => log.value?.world === dot.world && log.value.told === asTold;
  return (
    <div class="bar-row">
      <p class="bar-head">{title}</p>
      <div class="bar" role="img" aria-label={of.outcomes.map((one) => `${labelName(one.label)} ${say("percent", { share: one.share })}`).join(", ")}>
        {of.outcomes.map((one) => <span key={one.label} style={{ width: `${100 * one.share}%`, background: toneOf(one.label).colour }}>{one.share > 0.12 && say("percent", { share: one.share })}</span>)}
      </div>
      <div class="dots" role="group" aria-label={say("page-dots")} onKeyDown={arrows}>
        {of.dots.map((dot, i) => {
          const label = labels[dot[pick]] ?? "", current = isOpen(dot);
          const name = `${say("page-world-k", { n: String(dot.world) })}: ${labelName(label)}`;
          return <button key={dot.world} tabIndex={current || (i === 0 && !of.dots.some(isOpen)) ? 0 : -1} class={`dot${dot.was !== dot.now ? " flipped" : ""}${current ? " open" : ""}`} title={name} aria-label={name} onClick={() => open(dot)}><Mark label={label} size={11} /></button>;
        })}
      </div>
      <ul class="key">{of.outcomes.map((one) => <li key={one.label}><Mark label={one.label} size={11} /> {labelName(one.label)}</li>)}</ul>
    </div>
  );
}

function Claims({ ids }: { ids: string[] }) {
  return (
    <ul class="claims">{ids.map((id) => {
      const one = file.claims[id];
      if (!one) return null;
      return <li key={id}><details><summary><Verdict conflict={one.conflict} /> {tell(one.says)}</summary>
        <dl class="facts"><dt>{say("page-book")}</dt><dd>{tell(one.book)}</dd><dt>{say("page-historians")}</dt><dd>{tell(one.historians)}</dd>
          <dt>{say("page-dispute")}</dt><dd>{say(`page-conflict-${one.conflict}`)} · {say("page-grade")} {tell(one.grade)}</dd>
          <dt>{say("page-sources")}</dt><dd>{one.sources.map((name) => {
            const source = file.sources[name];
            return source ? `${author(source)}, ${title(source)}${year(source)} (${seen(source)})` : name;
          }).join("; ")}</dd></dl></details></li>;
    })}</ul>
  );
}

function end(to: number): void {
  playing.value = false;
  seek(to);
}

function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input:not([type=range]), select, textarea")) return;
  const jobs: { [key: string]: (() => void) | undefined } = {
    PageDown: () => (document.querySelector<HTMLButtonElement>(".next .action"))?.click(), PageUp: () => go(now.value - 1),
    " ": target.closest("button, a, summary, input") ? undefined : toggle, ArrowLeft: () => jump(-1), ArrowRight: () => jump(1),
    Home: () => end(axis.value.roadFrom ?? axis.value.from), End: () => end(axis.value.to),
    l: () => (labelsShown.value = !labelsShown.value), n: () => (allPlaces.value = !allPlaces.value), k: () => (legendShown.value = !legendShown.value),
    r: () => (lang.value = lang.value === "ru" ? "en" : "ru"), ",": () => (speed.value = Math.max(1, speed.value - 3)), ".": () => (speed.value += 3),
  };
  const job = jobs[/^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? event.key];
  if (!job) return;
  job();
  event.preventDefault();
}
