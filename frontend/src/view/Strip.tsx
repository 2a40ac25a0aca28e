// The strip under the map: the road by days and the day by hours on one clock.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { clock, daysBetween, dateOf, parseClock, place, sayDate, timeAt, wall, DAY } from "../model/clock";
import { axis, heights, latest, limit, marks, playing, scenario, seek, sight, speed, step, steps, stops, t, toggle, world } from "../play";
import { apart, heightOf, stairs } from "../model/curves";
import { lang, outValue, say, tell } from "../words";
import { useCover } from "./cover";

const WIDE = 1000, HIGH = 74, FIRST = 30, LAST = 970;
/** Pixels that a month or an hour takes, with some room. */
const LABEL = 48;

export function Strip() {
  const shown = scenario.value, outside = useSignal("");
  if (!shown) return null;
  return (
    <section class="strip" aria-label={say("page-time")}>
      <div class="strip-left">
        <button class="play" disabled={!world.value || (limit.value !== null && t.value >= limit.value)} onClick={toggle} aria-keyshortcuts="Space">{playing.value ? `❚❚ ${say("page-pause")}` : `▶ ${say("page-play")}`}</button>
        <div class="steps">
          <button disabled={!world.value} onClick={() => step(-1)} aria-label={say("page-before")} title={`${say("page-before")} (←)`}>◀</button>
          <button disabled={!world.value} onClick={() => step(1)} aria-label={say("page-next")} title={`${say("page-next")} (→)`}>▶</button>
        </div>
      </div>
      <Chart />
      <div class="strip-right">
        <label><input class="speed" type="number" min={1} max={240} value={speed.value} aria-label={say("page-speed")}
          onInput={(event) => { const value = event.currentTarget.valueAsNumber; if (value >= 1 && value <= 240) speed.value = value; }} /> {say("page-per-second")}</label>
        <label class="goto"><span class="hidden">{say("page-go-to")}</span>
          <input class="hour" disabled={!world.value} inputMode="numeric" placeholder="11:30" aria-label={say("page-go-to")} onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            const to = parseClock(event.currentTarget.value), { from } = axis.value, end = latest.value;
            const inside = to !== null && to >= from && to <= end;
            event.currentTarget.setAttribute("aria-invalid", String(!inside));
            outside.value = to === null ? say("page-no-hour") : inside ? "" : say("page-outside", { from: clock(from), to: clock(end) });
            if (inside) { seek(to); event.currentTarget.value = ""; }
          }} />{outside.value && <span class="wrong" role="alert">{outside.value}</span>}</label>
      </div>
    </section>
  );
}

function Chart() {
  const shown = scenario.value!, at = axis.value;
  const slider = useRef<HTMLInputElement>(null), chart = useRef<HTMLDivElement>(null), wide = useSignal(WIDE);
  useEffect(() => {
    const watch = new ResizeObserver(() => { wide.value = chart.current!.clientWidth || WIDE; });
    watch.observe(chart.current!);
    return () => watch.disconnect();
  }, []);
  const goals = shown.places.filter((one) => one.goal).length || 1;
  const x = (time: number): number => WIDE * place(at, time);
  const y = (n: number): number => HIGH - (n / goals) * (HIGH - 6);
  const end = Math.max(x(at.from), x(latest.value)).toFixed(1);
  const path = (pick: "plot" | "state"): string => {
    const line = stairs(steps.value.filter((one) => one.t <= latest.value), (one) => one[pick], (time) => x(Math.max(time, at.from)), y);
    return line && `${line}H${end}`;
  };
  const plot = path("plot"), state = path("state");
  const close = (d: string): string => (d ? `${d}V${HIGH}H${x(at.from)}Z` : "");
  const hours = Array.from({ length: Math.floor((at.to - at.from) / 3600) + 1 }, (_, i) => at.from + i * 3600);
  const shownHours = hours.filter((hour) => !at.gaps.some((gap) => gap.from < hour && hour < gap.to));
  const afterGap = (hour: number): boolean => at.gaps.some((gap) => hour >= gap.to && hour - 3600 < gap.to);
  // Months and hours, none upon another; the first hour and the day after a gap before all.
  // The outermost begin and end where the axis does, so that they stay beside what is around.
  const room = (WIDE * LABEL) / wide.value;
  const label = (time: number, text: string, first = false) => ({
    at: x(time), text, first, x: x(time) > LAST ? x(time) - room / 2 : x(time) < FIRST ? x(time) + room / 2 : x(time),
  });
  const marked = !world.value ? [] : apart([
    ...(at.roadFrom === null ? [] : months(shown.date, at.roadFrom).map((one) => label(one.t, sayMonth(one.date)))),
    ...shownHours.map((hour) => label(hour, afterGap(hour) && hour >= DAY ? sayDate(dateOf(shown.date, hour), lang.value, true) : wall(hour), hour === at.from || afterGap(hour))),
  ], room);
  const now = place(at, t.value);
  return (
    <div class="chart" ref={chart}>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={close(state)} class="area-state" /><path d={close(plot)} class="area-plot" />
        <path d={state} class="line-state" /><path d={plot} class="line-plot" />
        {at.gaps.map((gap) => <rect key={gap.from} class="gap" x={x(gap.from)} width={x(gap.to) - x(gap.from)} y={0} height={HIGH} />)}
        <RoadCurves />
        {at.roadFrom !== null && <line x1={WIDE * at.split} x2={WIDE * at.split} y1={0} y2={HIGH} class="seam" />}
        <line x1={0} x2={WIDE} y1={HIGH} y2={HIGH} class="axis" />
        {world.value && <line x1={WIDE * now} x2={WIDE * now} y1={0} y2={HIGH} class="now" />}
      </svg>
      <div class="hours" aria-hidden="true">
        {marked.map((one) => <span key={one.at} class={one.x < one.at ? "edge" : one.x > one.at ? "begins" : undefined} style={{ left: `${(100 * one.at) / WIDE}%` }}>{one.text}</span>)}
      </div>
      <svg class="ticks" viewBox={`0 0 ${WIDE} 10`} preserveAspectRatio="none" aria-hidden="true">
        {shown.road && at.roadFrom !== null && shown.road.shocks.map((one) => {
          const when = daysBetween(shown.date, one.date) * DAY;
          return when >= at.roadFrom! && when <= latest.value && <rect key={one.id} class="tick-both" x={x(when) - 1} width={2} y={0} height={10} />;
        })}
        {marks.value.filter((tick) => tick.t <= latest.value).map((tick) => <rect key={tick.seq} class={`tick-${tick.tone}`} x={x(tick.t) - 0.7} width={1.4} y={0} height={10} />)}
      </svg>
      <input ref={slider} class="scrub" disabled={!world.value} type="range" min={0} max={1000} step={1} value={Math.round(now * 1000)}
        aria-label={say("page-scrub")} aria-valuetext={t.value < 0 ? sayDate(dateOf(shown.date, t.value), lang.value) : wall(t.value)}
        onInput={(event) => { playing.value = false; seek(timeAt(at, event.currentTarget.valueAsNumber / 1000)); event.currentTarget.value = String(Math.round(place(at, t.value) * 1000)); }} />
      {world.value && <details class="as-table"><summary>{say("page-table")}</summary>
        <table><caption>{say("page-places-by-hour")}</caption>
          <thead><tr><th>{say("page-hour")}</th><th>{say("page-plot")}</th><th>{say("page-state")}</th><th>{say("page-fought")}</th></tr></thead>
          <tbody>{shownHours.filter((hour) => hour <= latest.value).map((hour) => {
            const one = steps.value.findLast((found) => found.t <= hour) ?? steps.value[0];
            return <tr key={hour}><td>{hour >= DAY ? `${sayDate(dateOf(shown.date, hour), lang.value, true)}, ` : ""}{wall(hour)}</td><td>{one?.plot ?? 0}</td><td>{one?.state ?? 0}</td><td>{one?.contested ?? 0}</td></tr>;
          })}</tbody></table>
      </details>}
    </div>
  );
}

/** Whether the side that looks knows a curve of the road: the state what it believes, the plot how many it is. */
const known = (name: string): boolean => name !== { all: "", defence: "plotters", plot: "belief" }[sight.value];

const CURVES = ["queue", "rumour", "belief"] as const;
/** Three curves of the road: rumour, queues, the state's belief.  Worlds share the scale, so that a small one looks small. */
function RoadCurves() {
  const told = world.value?.road, at = axis.value;
  const full = heights.value;
  if (!told || !full || at.roadFrom === null) return null;
  return (
    <g>
      {CURVES.filter(known).map((name) => {
        const series = (told.series[name] ?? []).map((value) => value ?? 0);
        const days = Math.round(-at.roadFrom! / DAY), end = Math.min(0, latest.value) - at.roadFrom!, many = Math.min(series.length, Math.floor(Math.min(days, end / DAY) / 2) + 1);
        const points = series.slice(0, many).map((value, i) =>
          `${(WIDE * place(at, at.roadFrom! + 2 * i * DAY)).toFixed(1)} ${(HIGH - heightOf(value, full[name]!, HIGH - 14)).toFixed(1)}`);
        return <path key={name} class={`road-${name}`} d={`M${points.join("L")}`} />;
      })}
    </g>
  );
}

function months(day: string, from: number): { t: number; date: Date }[] {
  const found: { t: number; date: Date }[] = [];
  const first = dateOf(day, from);
  for (let month = first.getUTCMonth(); month < 12; month += 2) {
    const date = new Date(Date.UTC(first.getUTCFullYear(), month, 1));
    const when = (date.getTime() - Date.parse(`${day}T00:00:00Z`)) / 1000;
    if (when >= from && when < -20 * DAY) found.push({ t: when, date });
  }
  return found;
}
const sayMonth = (date: Date): string =>
  new Intl.DateTimeFormat(lang.value === "ru" ? "ru" : "en-GB", { month: "short", timeZone: "UTC" }).format(date).replace(".", "");

/** On the road: what had just happened, as a sheet over the map. */
export function RoadSheet() {
  const there = scenario.value?.road && world.value?.road && t.value < Math.min(0, axis.value.from);
  return there ? <Told /> : null;
}
function Told() {
  const sheet = useRef<HTMLElement>(null);
  useCover(sheet);
  const shown = scenario.value!, told = world.value!.road!, road = shown.road!;
  const date = dateOf(shown.date, t.value), day = date.toISOString().slice(0, 10);
  const past = road.shocks.filter((one) => one.date <= day).slice(-3);
  const index = Math.min(told.series.rumour!.length - 1, Math.floor(daysBetween(road.since, day) / 2));
  const value = (name: string): number => told.series[name]?.[index] ?? 0;
  return (
    <aside class="sheet" ref={sheet} aria-live="polite">
      <h2>{sayDate(date, lang.value)}</h2>
      <dl>
        {["rumour", "queue", "cover", "trust", "plotters", "belief"].filter(known).map((name) => (
          <div key={name} class={`key-${name}`}><dt>{say(`out-${name}`)}</dt><dd>{outValue(name, value(name))}</dd></div>))}
      </dl>
      {heights.value && <p class="hint">{say("page-heights", { what: CURVES.filter(known).map((name) => `${say(`out-${name}`).toLowerCase()} ${outValue(name, heights.value![name]!)}`).join(", ") })}</p>}
      <ul>{past.map((one) => <li key={one.id}><b>{sayDate(new Date(`${one.date}T00:00:00Z`), lang.value, true)}</b> {tell(one.name)}</li>)}</ul>
    </aside>
  );
}
export { stops };
