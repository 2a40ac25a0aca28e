// The letters of the map, to go with a saved picture: a picture sees no file of the page.

import { FACE } from "../map/pen";

const dataOf = (blob: Blob): Promise<string> => new Promise((done, fail) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result as string);
  reader.onerror = () => fail(reader.error);
  reader.readAsDataURL(blob);
});

/** The rules `@font-face` of the map's typeface, with its files inside them. */
export async function faces(): Promise<string> {
  const family = FACE.split(",")[0]!;
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) =>
    rule instanceof CSSFontFaceRule && rule.style.getPropertyValue("font-family").replaceAll('"', "") === family);
  const told = await Promise.all(rules.map(async ({ cssText, parentStyleSheet }) => {
    const url = /url\("?([^")]+)"?\)/.exec(cssText)![1]!;
    const answer = await fetch(new URL(url, parentStyleSheet?.href ?? location.href));
    return cssText.replace(url, await dataOf(await answer.blob()));
  }));
  return told.join("");
}
