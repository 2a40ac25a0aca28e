import { counts, scenario, shot, sight, t, world } from "../play";
import { clock, dateOf, sayDate, wall } from "../model/clock";
import { card, notice, openFile, pick, ref, shelf, side, speak, changed, flip, type Heard } from "../store";
import { lang, say, sayOr, tell } from "../words";

export function Header() {
  const shown = scenario.value;
  return (
    <header>
      <div class="brand">{say("map-brand")}</div>
      <h1 class="title">
        <label class="pick">
          <span class="hidden">{say("page-scenario")}</span>
          <select value={ref.value} onChange={(event) => void pick(event.currentTarget.value)}>
            {shelf.value.map((one) => <option value={one.id} key={one.id}>{tell(one.title)}</option>)}
            {!shelf.value.some((one) => one.id === ref.value) && <option value={ref.value}>{shown ? tell(shown.title) : ref.value}</option>}
          </select>
        </label>
        {shown && <small>{say("reading-line", { reading: tell(shown.reading) })}</small>}
      </h1>
      <div class="head-tools">
        {changed.value && (
          <div class="ab" role="group" aria-label={say("page-sides")}>
            <button aria-pressed={side.value === "a"} onClick={() => void flip("a")} title={say("page-a-long")}>{say("page-a")}</button>
            <button aria-pressed={side.value === "b"} onClick={() => void flip("b")} title={say("page-b-long")}>{say("page-b")}</button>
          </div>
        )}
        <Counts />
        <Clock />
        <button class="square" onClick={() => void speak(lang.value === "ru" ? "en" : "ru")} lang={lang.value === "ru" ? "en" : "ru"}
          aria-label={lang.value === "ru" ? "English" : "Русский"}>{lang.value === "ru" ? "ENG" : "РУС"}</button>
        <button class="square" disabled={!world.value} onClick={() => (card.value = { kind: "export", id: "" })} aria-label={say("page-share")} title={say("page-share")}>⤓</button>
        <button class="square" onClick={() => (card.value = { kind: "help", id: "" })} aria-label={say("page-help")} title={`${say("page-help")} (?)`}>?</button>
      </div>
    </header>
  );
}

/** How many places each side holds: there is nothing to count on the road, or for who cannot see it. */
export function Counts() {
  if (!world.value || t.value < 0 || sight.value !== "all") return null;
  const { plot, state, contested } = counts.value;
  return (
    <p class="counts" aria-label={say("page-places-now")}>
      <span class="red"><i aria-hidden="true">▲</i>{plot}<span class="word"> {say("page-count-plot")}</span></span>
      <span class="blue"><i aria-hidden="true">●</i>{state}<span class="word"> {say("page-count-state")}</span></span>
      <span class="ink"><i class="hatch" aria-hidden="true" />{contested}<span class="word"> {say("page-count-contested")}</span></span>
    </p>
  );
}

export function Clock() {
  const shown = scenario.value;
  if (!shown || !world.value) return null;
  const date = dateOf(shown.date, t.value);
  const road = t.value < 0;
  return (
    <time class="clock" dateTime={date.toISOString().slice(0, 16)} aria-live="off" data-t={t.value}>
      {road ? <b class="day">{sayDate(date, lang.value, true)}</b> : <b>{wall(t.value)}</b>}
      {!road && t.value >= 86_400 && <small>{sayDate(date, lang.value, true)}</small>}
      {shot.value?.alarm && !road && <span class="hidden">{say("page-alarm-on")}</span>}
    </time>
  );
}

function heard({ ignored, wrong, outside }: Heard): string {
  return [
    ignored.length ? say("page-trouble-ignored", { what: ignored.join(", ") }) : "",
    wrong.length ? say("page-not-understood", { what: wrong.join(", ") }) : "",
    outside ? say("page-t-outside", { t: `t=${outside.t}`, from: clock(outside.from), to: clock(outside.to) }) : "",
  ].filter(Boolean).join(" ");
}

/** What was found may be half a file. */
const short = (text: string, most = 200): string => text.length > most ? `${text.slice(0, most)} …` : text;

export function Notice() {
  const said = notice.value;
  if (!said) return null;
  const many = said.problems.length;
  // The server speaks the language of the question; whatever the page knows by name it says itself.
  const known = sayOr(`page-trouble-${said.code || "none"}`, "", { what: said.code === "no-scenario" ? ref.value : said.message });
  const head = said.address ? heard(said.address) : known || (many && said.code !== "file" ? say("page-problems", { n: many }) : many ? `${said.message}: ${say("page-problems", { n: many })}` : said.message);
  return (
    <div class="notice" role="alert">
      <p {...(said.address || known || many ? {} : { lang: said.lang })}>{head}</p>
      {said.problems.length > 0 && (
        <ol lang={said.lang}>
          {said.problems.slice(0, 50).map((one) => (
            <li key={`${one.path}${one.line}${one.found}`}>
              <code>{one.file}{one.line ? `:${one.line}` : ""}</code> <code>{one.path}</code><br />
              <span lang={lang.value}>{say("page-problem-found")}</span> {short(one.found)}<br /><span lang={lang.value}>{say("page-problem-expected")}</span> {one.expected}
              {one.hint && <><br /><span lang={lang.value}>{say("page-problem-try")}</span> {one.hint}</>}
            </li>
          ))}
        </ol>
      )}
      <button onClick={() => (notice.value = null)}>{say("page-close")}</button>
    </div>
  );
}

export function takeDrop(event: DragEvent): void {
  event.preventDefault();
  const dropped = event.dataTransfer?.files[0];
  if (dropped) void openFile(dropped);
}

/** In place of a panel when the scenario cannot be opened: which there are. */
export function Lost() {
  return (
    <section>
      <p>{say("page-scenarios")}</p>
      <ul class="shelf">{shelf.value.map((one) => <li key={one.id}><a href={`?scenario=${one.id}&lang=${lang.value}`}>{tell(one.title)}</a> <small>{tell(one.reading)}</small></li>)}</ul>
    </section>
  );
}
