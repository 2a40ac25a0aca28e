// Cards: a place, a number, a claim; and the two that are no cards: share, help.

import { useLayoutEffect, useRef } from "preact/hooks";
import { kindName } from "../model/state";
import { wall } from "../model/clock";
import { ACTOR, PLACE, SEQ, T, VALUE, type Event } from "../model/types";
import { scenario, seek, shot, t, world, playing } from "../play";
import { answers, card, cards, caseOf, changed, download, guarded, needCards, needQuantities, quantities, ref, save, side, worlds, taken, set } from "../store";
import { lang, say, sayOr, slug, tell } from "../words";
import { describe, doing, picture, pixels } from "./Map";
import { faces } from "./faces";
import { NumberRow } from "./Numbers";
import { Sources } from "./Sources";
import { stamp } from "./Named";
import { Verdict } from "./Record";

export function CardDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = card.value;
  // Before the browser paints: a key pressed at once must find the dialog open.
  useLayoutEffect(() => {
    if (open && !dialog.current!.open) dialog.current!.showModal();
    if (!open && dialog.current!.open) dialog.current!.close();
    if (open) { void needCards(); void needQuantities(); }
  }, [open]);
  return (
    <dialog ref={dialog} class="card" onClose={() => (card.value = null)} onClick={(event) => { if (event.target === dialog.current) card.value = null; }}>
      {open && (
        <div>
          <button class="close" onClick={() => (card.value = null)} aria-label={say("page-close")}>✕</button>
          {open.kind === "place" && <PlaceCard id={open.id} />}
          {open.kind === "unit" && <UnitCard id={open.id} />}
          {open.kind === "leader" && <LeaderCard id={open.id} />}
          {open.kind === "claim" && <ClaimCard id={open.id} />}
          {open.kind === "number" && quantities.value?.find((one) => one.path === open.id) && <NumberRow quantity={quantities.value.find((one) => one.path === open.id)!} open />}
          {open.kind === "places" && scenario.value && shot.value && <PlacesTable />}
          {open.kind === "export" && <Share />}
          {open.kind === "help" && <Help />}
        </div>)}
    </dialog>
  );
}

function PlaceCard({ id }: { id: string }) {
  const shown = scenario.value!, index = shown.places.findIndex((one) => one.id === id), place = shown.places[index];
  const known = cards.value?.places[id];
  if (!place) return null;
  const named = new RegExp(`(^|\\.)${id}(\\.|$)`);
  const numbers = (quantities.value ?? []).filter((one) => [one.path, ...one.used].some((path) => named.test(path)));
  const happened = (world.value?.events ?? []).filter((event) => event[PLACE] === index && TOLD.has(kindName(shown.kinds, event)));
  return (
    <article>
      <h2>{known ? tell(known.name) : tell(place.name)}</h2>
      {shot.value && <p class="stamp">{wall(t.value)} · {describe(index)}</p>}
      {known && <dl class="facts">
        {known.role && <><dt>{say("page-role")}</dt><dd>{tell(known.role)}</dd></>}
        {known.grade && <><dt>{say("page-grade")}</dt><dd>{tell(known.grade)} · {say("page-precision", { n: known.precision })}</dd></>}
        {known.note && <><dt>{say("page-doubt")}</dt><dd>{tell(known.note)}</dd></>}
        {known.sources.length > 0 && <><dt>{say("page-sources")}</dt><dd><Sources ids={known.sources} known={cards.value!.sources} /></dd></>}</dl>}
      <Happened head={say("page-happened")} events={happened} say={(event) => sayOr(`event-${slug(kindName(shown.kinds, event))}`, kindName(shown.kinds, event))} />
      {numbers.length > 0 && <><h3>{say("page-its-numbers")}</h3>{numbers.map((one) => <NumberRow key={one.path} quantity={one} />)}</>}
    </article>
  );
}
const TOLD = new Set(["fight_begins", "yields", "taken", "repelled", "retaken", "counterattack", "counterattack_fails", "person_arrested", "backup_ends", "call", "raid",
  "unit_takes", "unit_retakes", "unit_beaten", "unit_yields", "unit_refuses"]);

/** Events of a thing: each line seeks. */
function Happened({ head, events, say: told }: { head: string; events: Event[]; say: (event: Event) => string }) {
  return events.length ? <><h3>{head}</h3><ul class="happened">{events.map((event) => (
    <li key={event[SEQ]}><button class="seek" onClick={() => { playing.value = false; seek(event[T]!); card.value = null; }}>{wall(event[T]!)}</button> {told(event)}</li>))}</ul></> : null;
}

const CHOICES = ["obeys", "waits", "joins"];
function UnitCard({ id }: { id: string }) {
  const shown = scenario.value!, index = shown.units.findIndex((one) => one.id === id), unit = shown.units[index];
  const known = cards.value?.units[id];
  if (!unit) return null;
  const mine = (quantities.value ?? []).filter((one) => [one.path, ...one.used].some((path) => path.startsWith(`army.units.${id}.`)));
  const happened = (world.value?.events ?? []).filter((event) => event[ACTOR] === index && OF_UNITS.has(kindName(shown.kinds, event)));
  const told = (event: Event): string => {
    const name = kindName(shown.kinds, event), place = shown.places[event[PLACE]!];
    return name === "unit_chooses" ? say(`page-unit-${CHOICES[event[VALUE]!]}`) : `${place ? `${tell(place.name)}: ` : ""}${sayOr(`event-${slug(name)}`, name)}`;
  };
  return (
    <article>
      <h2>{tell(unit.name)}</h2>
      {shot.value && <p class="stamp">{wall(t.value)} · {doing(index)}</p>}
      {known && <dl class="facts"><dt>{say("page-commander")}</dt><dd>{tell(known.commander)}</dd><dt>{say("page-arm")}</dt><dd>{say(`page-arm-${known.arm}`)}</dd></dl>}
      <Happened head={say("page-did")} events={happened} say={told} />
      <h3>{say("page-its-numbers")}</h3>{mine.map((one) => <NumberRow key={one.path} quantity={one} />)}
    </article>
  );
}
const OF_UNITS = new Set(["unit_chooses", "unit_takes", "unit_retakes", "unit_beaten", "unit_yields", "unit_refuses"]);

function ClaimCard({ id }: { id: string }) {
  const one = cards.value?.claims[id];
  if (!one) return null;
  const paths = one.paths[scenario.value!.id] ?? Object.values(one.paths)[0] ?? [];
  return (
    <article>
      <h2><Verdict conflict={one.conflict} /> {tell(one.says)}</h2>
      <dl class="facts">
        <dt>{say("page-book")}</dt><dd>{tell(one.book)}</dd>
        <dt>{say("page-historians")}</dt><dd>{tell(one.historians)}</dd>
        <dt>{say("page-dispute")}</dt><dd>{say(`page-conflict-${one.conflict}`)} · {say("page-grade")} {tell(one.grade)}</dd>
        <dt>{say("page-carried")}</dt><dd>{one.outside ? tell(one.outside) : one.later ? say("page-later") : paths.map((path) => {
          const number = quantities.value?.find((q) => q.path === path || q.used.includes(path));
          return number ? <button class="chip" key={path} onClick={() => (card.value = { kind: "number", id: number.path })}>{path}</button> : <code key={path}>{path} </code>;
        })}</dd>
        <dt>{say("page-sources")}</dt><dd><Sources ids={one.sources} known={cards.value!.sources} /></dd></dl>
    </article>
  );
}

/** Where the persons of a group were last seen, in words. */
function seenAt(group: number): string {
  const shown = scenario.value!, moment = shot.value!;
  const many = new Map<string, number>();
  for (const [person, place] of moment.seen) {
    if (shown.persons[person] !== group) continue;
    const where = moment.persons.get(person) === "arrested" ? say("page-arrested") : tell(shown.places[place]!.name);
    many.set(where, (many.get(where) ?? 0) + 1);
  }
  return [...many].map(([where, n]) => `${n} ${where}`).join(", ") || "–";
}

function LeaderCard({ id }: { id: string }) {
  const shown = scenario.value!, index = shown.leaders.findIndex((one) => one.id === id), group = shown.leaders[index];
  if (!group) return null;
  const mine = (quantities.value ?? []).filter((one) => [one.path, ...one.used].some((path) => path.startsWith(`leaders.${id}.`)));
  return <article><h2>{tell(group.name)}</h2>{shot.value && <p class="stamp">{wall(t.value)} · {seenAt(index)}</p>}
    <h3>{say("page-its-numbers")}</h3>{mine.map((one) => <NumberRow key={one.path} quantity={one} />)}</article>;
}

function PlacesTable() {
  const shown = scenario.value!;
  return (
    <article><h2>{say("page-places-now")}, {wall(t.value)}</h2>
      <table class="ranges"><thead><tr><th>{say("page-place")}</th><th>{say("page-holder")}</th></tr></thead>
        <tbody>{shown.places.map((place, index) => place.goal && (
          <tr key={place.id}><th scope="row"><button class="link" onClick={() => (card.value = { kind: "place", id: place.id })}>{tell(place.name)}</button></th><td>{describe(index).split(" · ").slice(1).join(" · ")}</td></tr>))}</tbody></table>
      <h3>{say("page-persons")}</h3>
      <table class="ranges"><tbody>{shown.leaders.map((group, index) => (
        <tr key={group.id}><th scope="row"><button class="link" onClick={() => (card.value = { kind: "leader", id: group.id })}>{tell(group.name)}</button></th><td>{seenAt(index)}</td></tr>))}</tbody></table>
      {shot.value && shown.units.length > 0 && <><h3>{say("page-units")}</h3>
        <table class="ranges"><tbody>{shown.units.map((unit, index) => (
          <tr key={unit.id}><th scope="row"><button class="link" onClick={() => (card.value = { kind: "unit", id: unit.id })}>{tell(unit.name)}</button></th><td>{doing(index)}</td></tr>))}</tbody></table></>}
      {shown.districts.length > 0 && <><h3>{say("page-in-the-street")}</h3>
        <table class="ranges"><tbody>{shown.districts.map((district, index) => (
          <tr key={district.id}><th scope="row">{tell(district.name)}</th><td>{say("page-people", { n: shot.value?.crowds.get(index) ?? 0 })}</td></tr>))}</tbody></table></>}
    </article>
  );
}

function Share() {
  const shown = scenario.value!, told = world.value!;
  const label = `${stamp(told.world)} ${wall(t.value)}`;
  const name = `${shown.id}-world-${told.world}-${wall(Math.max(0, t.value)).replace(":", "")}`;
  const mine = { ...caseOf(side.value), world: told.world };
  const svg = guarded(async () => save(new Blob([picture(label, await faces())], { type: "image/svg+xml" }), `${name}.svg`));
  const png = (): void => pixels(label).toBlob((blob) => blob && save(blob, `${name}.png`));
  const at = Math.max(0, t.value);
  return (
    <article class="share">
      <h2>{say("page-share")}</h2>
      <p>{say("page-address")}</p>
      <input readOnly value={location.href} onFocus={(event) => event.currentTarget.select()} aria-label={say("page-address")} />
      <button onClick={() => void navigator.clipboard?.writeText(location.href)}>{say("page-copy")}</button>
      <h3>{say("page-save")}</h3>
      <ul>
        <li><button onClick={() => void svg()}>{say("page-save-view")} SVG</button> <button onClick={png}>PNG</button></li>
        <li><button onClick={() => void download("map.svg", { ...mine, at, lang: lang.value }, `${name}-map.svg`)}>{say("page-save-map")} SVG</button></li>
        <li><button onClick={() => void download("chronicle.txt", { ...mine, at, lang: lang.value }, `${name}.txt`)}>{say("page-chronicle")} TXT</button></li>
        <li><button onClick={() => void download("order-of-battle.csv", { ...caseOf(side.value), lang: lang.value }, `${shown.id}-order-of-battle.csv`)}>{say("page-save-battle")} CSV</button></li>
        <li><button disabled={!answers.value.a} onClick={() => void download("answer.txt", { ...caseOf("b"), worlds: worlds.value, lang: lang.value }, `${shown.id}-answer.txt`)}>{say("page-save-answer")} TXT</button></li>
        <li><button disabled={!changed.value} onClick={() => void download("scenario.yaml", caseOf("b"), `${ref.value}-mine.yaml`)}>{say("page-save-scenario")} YAML</button></li>
      </ul>
      <p class="hint">{label}. {say("chronicle-note")}</p>
      <p class="hint"><code>malaparte {changed.value ? "compare" : "run"} {ref.value} --worlds {worlds.value}{Object.entries(taken.value).map(([id, one]) => ` --do ${id}=${one}`)}{Object.entries(set.value).map(([path, one]) => ` --set '${path}=${JSON.stringify(one)}'`)}</code></p>
    </article>
  );
}

const KEYS: [string, string][] = [
  ["Space", "page-key-play"], ["← →", "page-key-event"], ["Shift + ← →", "page-key-ten"], ["Home End", "page-key-ends"], [", .", "page-key-speed"],
  ["1–6", "page-key-tabs"], ["A B", "page-key-sides"], ["L", "page-labels"], ["N", "page-all-places"], ["K", "page-legend"], ["P", "page-places-now"], ["R", "page-key-lang"], ["+ − 0", "page-key-zoom"], ["PgUp PgDn Enter", "page-key-things"], ["?", "page-help"],
];
function Help() {
  return <article><h2>{say("page-help")}</h2><table class="keys"><tbody>{KEYS.map(([key, id]) => <tr key={key}><th scope="row"><kbd>{key}</kbd></th><td>{say(id)}</td></tr>)}</tbody></table>
    <p>{say("page-help-text")}</p></article>;
}
