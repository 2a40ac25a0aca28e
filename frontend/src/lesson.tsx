import "./fonts.css";
import "./style.css";
import "./lesson.css";
import { render } from "preact";
import { before, LessonApp, file } from "./lesson/App";
import { ground, shot } from "./play";
import { addWords, lang } from "./words";

addWords("en", "lesson", file.words.en);
addWords("ru", "lesson", file.words.ru);
lang.value = before.lang ?? (navigator.language.startsWith("ru") ? "ru" : "en");
render(<LessonApp />, document.getElementById("app")!);
// What a test may ask: what the map has to draw.
Object.assign(globalThis, { malaparte: { shot, ground } });
