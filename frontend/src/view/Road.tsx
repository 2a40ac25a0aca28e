// The road in small pictures: this world's curve in the band of many, with what was recorded.

import { useEffect } from "preact/hooks";
import { daysBetween, sayDate, DAY } from "../model/clock";
import type { Curve, Stated } from "../model/types";
import { scenario, seek, t, world } from "../play";
import { bands, needBands } from "../store";
import { lang, outValue, say } from "../words";

const WIDE = 320, HIGH = 54;

export function Road() {
  useEffect(() => void needBands(), [scenario.value?.ref]);
  const found = bands.value, told = world.value?.road;
  if (!found?.bands || !told) return null;
  return (
    <details class="road"><summary>{say("page-road-curves")}</summary>
      <p class="hint">{say("page-bands", { n: found.worlds, sets: found.sets })}</p>
      {recorded().length > 0 && <p class="hint">{say("page-bands-marks")}</p>}
      <svg width="0" height="0" aria-hidden="true"><pattern id="reckoned" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="under" width="4" height="4" /><rect class="over" width="1.4" height="4" /></pattern></svg>
      {Object.keys(found.bands).map((name) => <Picture key={name} name={name} />)}
    </details>
  );
}

const rough = (name: string, value: number): string => outValue(name, Number(value.toPrecision(2)));
const told = (name: string, value: number | null | undefined): string => (value == null ? "" : outValue(name, value));
/** Numbers of the record that are drawn, from the first day of the curves on. */
function recorded(name?: string): Stated[] {
  const { record, since } = scenario.value!.road!;
  return record.filter((one) => (name ?? one.output) === one.output && one.output in bands.value!.bands && one.date >= since);
}

/** What somebody counted is full, what was reckoned afterwards hatched, what the scenario was given hollow. */
function Recorded({ one, x, y }: { one: Stated; x: number; y: (value: number) => number }) {
  const high = y(one.lo) - y(one.hi);
  if (one.kind === "reconstruction") return <rect class="reckoned" x={x - 3.5} y={y(one.hi)} width={7} height={Math.max(2, high)} fill="url(#reckoned)" />;
  return <g class={one.input ? "given" : "record"}><line x1={x} x2={x} y1={y(one.lo)} y2={y(one.hi)} /><circle cx={x} cy={y(one.value)} r={3.2} /></g>;
}

function Picture({ name }: { name: string }) {
  const shown = scenario.value!, { days, bands: all } = bands.value!;
  const [low = [], , high = []] = all[name]!, mine = world.value!.road!.series[name] ?? [];
  const known = recorded(name);
  const every = [...high, ...low, ...mine].filter((one) => one !== null), top = Math.max(...every, ...known.map((one) => one.hi), 1e-9), least = Math.min(0, ...every), base = least > -0.02 * top ? 0 : least;
  const last = days.length - 1;
  const x = (i: number): number => (WIDE * i) / last, y = (value: number): number => HIGH - ((HIGH - 3) * (value - base)) / (top - base);
  const path = (values: Curve, back = false): string => {
    const points = values.flatMap((value, i) => (value === null ? [] : [`${x(i).toFixed(1)} ${y(value).toFixed(1)}`]));
    return (back ? points.reverse() : points).join("L");
  };
  const at = (date: string): number => daysBetween(days[0]!, date) / 2;
  const now = daysBetween(days[0]!, shown.date) / 2 + t.value / DAY / 2;
  return (
    <figure>
      <figcaption>{say(`out-${name}`)} <small>{say("page-scale", { from: rough(name, base), to: rough(name, top) })}</small></figcaption>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true" onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        seek((((event.clientX - box.left) / box.width) * last * 2 - daysBetween(days[0]!, shown.date)) * DAY);
      }}>
        <path class="band" d={`M${path(low)}L${path(high, true)}Z`} />
        <path class="line" d={`M${path(mine)}`} />
        {shown.road!.shocks.map((one) => at(one.date) >= 0 && <line key={one.id} class="shock" x1={x(at(one.date))} x2={x(at(one.date))} y1={HIGH - 5} y2={HIGH} />)}
        {known.map((one) => <Recorded key={one.date} one={one} x={x(at(one.date))} y={y} />)}
        <line class="seam" x1={x(at(shown.date))} x2={x(at(shown.date))} y1={0} y2={HIGH} />
        {t.value < 0 && <line class="now" x1={x(now)} x2={x(now)} y1={0} y2={HIGH} />}
        <line class="axis" x1={0} x2={WIDE} y1={y(0)} y2={y(0)} />
      </svg>
      <details class="hint"><summary>{say("page-table")}</summary><table class="ranges"><tbody>{days.map((day, i) => i % 15 === 0 && (
        <tr key={day}><th scope="row">{sayDate(new Date(`${day}T00:00:00Z`), lang.value, true)}</th><td>{told(name, mine[i])}</td><td>{told(name, low[i])}–{told(name, high[i])}</td></tr>))}
        {known.map((one) => <tr key={one.date}><th scope="row">{sayDate(new Date(`${one.date}T00:00:00Z`), lang.value)}</th><td>{outValue(name, one.value)} ({outValue(name, one.lo)}–{outValue(name, one.hi)})</td><td>{say(one.input ? "page-mark-input" : `page-mark-${one.kind}`)}</td></tr>)}</tbody></table></details>
    </figure>
  );
}
