// Runs one query in either engine and returns the ids of what it found, best first.
import { Search } from "./search.js";
import { distance, tokens } from "./search-words.js";

const ours = new Search("search/");
let pagefind = null;
let words = null;

async function findOurs(text, snippets) {
  const found = await ours.find(text);
  for (const result of found.results.slice(0, snippets)) await ours.snippet(found, result.hits[0]);
  return found.results
    .filter(({ kind, section }) => ["plan", "answers"].includes(section) && kind !== "body")
    .map((result) => result.id);
}

// The query layer of the other engine: numbers, stop words, all words, misspelt words put right,
// any word.
async function findPagefind(text, snippets, layer) {
  if (!pagefind) {
    pagefind = await import("./pagefind/pagefind.js");
    await pagefind.options({ excerptLength: 25 });
    await pagefind.init();
  }
  let queries = [text];
  if (layer) queries = await layered(text);
  const seen = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    for (const result of results) {
      if (!seen.some((one) => one.id === result.id)) seen.push(result);
    }
    if (seen.length && query !== queries[0] && !query.includes(" ")) continue;
    if (seen.length) break;
  }
  const data = await Promise.all(seen.slice(0, snippets).map((result) => result.data()));
  return data.map((one) => one.meta.unit);
}

async function layered(text) {
  if (!words) words = await (await fetch("words.json")).json();
  const milestone = /etappm[aå]l\s*(\d+)\.(\d+)/i.exec(text);
  if (milestone) return [`nummere${milestone[1]}x${milestone[2]}`];
  const number = /(\d+\.\d+)\b/.exec(text.replace(",", "."));
  if (number) return [`nummer${number[1].replace(".", "x")}`];
  const area = /(?:m[aå]l|omr[aå]de)\s*(\d+)/i.exec(text);
  if (area) return [`nummer${area[1]}`];
  let list = tokens(text).map(({ text: word }) => word.toLowerCase());
  const kept = list.filter((word) => !words.stop.includes(word));
  if (kept.length) list = kept;
  const right = list.map((word) => {
    const most = word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
    if (!most || words.forms.includes(word)) return word;
    let best = word;
    let off = most + 1;
    for (const form of words.forms) {
      const one = distance(word, form, most);
      if (one < off) [best, off] = [form, one];
    }
    return best;
  });
  return [list.join(" "), right.join(" "), ...right];
}

window.runQuery = (engine, text, snippets) => (
  engine === "ours" ? findOurs(text, snippets) : findPagefind(text, snippets, engine === "layered")
);
