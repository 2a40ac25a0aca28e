// What is printed: the teacher's sheet, and a page for each role.

import { say, tell } from "../words";
import type { LessonFile } from "./data";

export function Sheets({ file }: { file: LessonFile }) {
  const { lesson, scenario } = file;
  let minute = 0;
  const asked = lesson.steps.flatMap((step) => scenario.decisions.filter((one) => one.id === step.decide).map((one) => (
    { ...one, options: one.options.filter((option) => step.options.includes(option.id)) })));
  return (
    <div class="sheets">
      <section>
        <h1>{tell(lesson.title)}</h1>
        <h2>{say("lesson-teacher", { n: lesson.minutes })}</h2>
        <table><tbody>{lesson.teacher.map((part) => {
          const from = minute;
          minute += part.minutes;
          return <tr key={part.en}><th>{from}–{minute}</th><td>{tell(part)}</td></tr>;
        })}</tbody></table>
        <h2>{say("lesson-steps")}</h2>
        <ol>{lesson.steps.map((one) => <li key={one.id}>{tell(one.title)}</li>)}</ol>
        <h2>{say("lesson-debrief")}</h2>
        <ol>{lesson.questions.map((one) => <li key={one.en}>{tell(one)}
          {one.listen.length > 0 && <><br /><small>{say("lesson-listen")}</small><ul class="listen">{one.listen.map((heard) => <li key={heard.en}>{tell(heard)}</li>)}</ul></>}</li>)}</ol>
        <p>{say("chronicle-note")} {say("page-not-a-probability")}</p>
        <p>{say("basis-line", scenario.basis as any)} {say("map-notice")}</p>
      </section>
      {lesson.roles.map((role) => (
        <section key={role.name.en} class={`role ${role.side}`}>
          <p>{tell(lesson.title)} · {say(`lesson-side-${role.side}`)}</p>
          <h1>{tell(role.name)}</h1>
          <p class="serif">{tell(role.brief)}</p>
          {asked.filter((one) => one.side === role.side).map((one) => (
            <div class="asked" key={one.id}>
              <h2>{tell(one.title)}</h2>
              <p>{say("page-who-when", { who: tell(one.who), when: tell(one.asked) })}<br />{say("page-knew")} {tell(one.knows)}</p>
              <p>{say("lesson-for-against")}</p>
              <ul class="listen">{one.options.map((option) => <li key={option.id}>{tell(option.title)}</li>)}</ul>
            </div>))}
          <h2>{say("lesson-answer")}</h2>
          <p class="serif">{tell(role.ask)}</p>
          <div class="lines" />
          <p><small>{say("lesson-role-note")}</small></p>
        </section>))}
    </div>
  );
}
