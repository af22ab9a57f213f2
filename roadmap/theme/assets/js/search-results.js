// What is found, as lists in the search page.
import { element, positionMark } from "./elements.js";
import { Missing } from "./faults.js";
import { Search } from "./search.js";

export const page = document.querySelector("[data-search-page]");
export const all = document.querySelector("[data-search-all]");
// The plan's own titles and marks are on the page already, for those without a script.
export const plan = new Map([...all.querySelectorAll("[data-group]")].map((one) => [one.dataset.group, one]));
export const search = new Search(page.dataset.index);
export const words = JSON.parse(page.dataset.words);
export const STEP = 10; // results at a time
// A translation is no source's own words.
const TEXT = "translated" in page.dataset ? "own" : "source";
const ALSO = 2; // further hits of a result at first

// A sentence of the site, filled in.
export function say(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

export function moreText(left) {
  return left > STEP ? say("more", { step: STEP, left }) : say("rest", { left });
}

function titleOf(group) {
  const own = plan.get(group.id);
  return own ? own.querySelector("a").textContent : group.title;
}

// The plan's own title as the page has it: it may be in another language.
function titleView(group) {
  const own = plan.get(group.id);
  return own ? own.querySelector("a").cloneNode(true).childNodes : [group.title];
}

// The sign at a result's left: that of the area, of a request with what came of it, or of a page.
function signOf(group, sign) {
  const own = plan.get(group.id) || plan.get(group.area);
  if (own) return own.querySelector("svg").cloneNode(true);
  const signs = [...document.querySelector("[data-search-signs]").content.children];
  const names = { page: "page", theme: "theme", request: sign };
  const found = signs.find((one) => one.dataset.value === (names[group.kind] || "answer"));
  return found ? found.cloneNode(true) : null;
}

function marked(pieces) {
  return pieces.map(({ text, mark: hit }) => (hit ? element("mark", { className: "hit" }, text) : text));
}

// Whose words a hit shows, or what it is.
function voice(index, group, hit, anchor) {
  const own = plan.get(group.id);
  if (hit.kind === "area" || hit.kind === "strategy") return own.dataset.voice;
  if (hit.kind === "milestone") {
    return say("milestone", { area: titleOf(group), voice: JSON.parse(own.dataset.milestones)[anchor] });
  }
  return say(hit.kind, { who: index.speakers.get(hit.body) });
}

// Says in the page what a result is of: a unit of the contract, a body that speaks, or both.
function label(item, group, hit) {
  if (hit.kind !== "body") item.dataset.unit = group.id;
  if (hit.body) item.dataset.body = hit.body;
  return item;
}

async function hitView(found, hit, group) {
  // The page may be older than the index.
  if (group.area && !plan.has(group.id)) throw new Missing(location.href);
  const { url, title, pieces, told, sign } = await search.snippet(found, hit);
  const who = element("p", { className: "meta" }, told || voice(found.index, group, hit, url.split("#")[1]));
  if (hit.position) who.append(" · ", ...positionMark(hit.position));
  // Of pages, only the plan's own words are told of.
  const own = (hit.kind === "page" && !told) || hit.kind === "theme";
  const text = pieces.length ? element("p", { className: own ? "own" : TEXT }, ...marked(pieces)) : null;
  return { href: page.dataset.root + url, title, who, text, sign };
}

// `failed` is called with what was found, and the fault, where more of a result does not come.
export async function resultView(found, group, failed) {
  const [best, ...rest] = group.hits;
  const { href, title, who, text, sign } = await hitView(found, best, group);
  const heading = title.length ? marked(title) : titleView(group);
  const content = element("div", {}, element("h3", {}, element("a", { href }, ...heading)), who, text);
  if (rest.length) content.append(await restView(found, group, rest, failed));
  const answers = group.hits.some(({ kind }) => kind === "comment") ? null : answersTo(group);
  if (answers) content.append(answers);
  return label(element("li", {}, signOf(group, sign), content), group, best);
}

// Where nothing is found in the answers to a strategy, how they stand is told all the same.
function answersTo(group) {
  const own = plan.get(group.id);
  const answers = own && own.querySelector("[data-answers]");
  return answers && answers.cloneNode(true);
}

// A word of the glossary, with what it means.
export async function explained(found, { hits: [hit] }) {
  const { url, title, told } = await search.snippet(found, hit);
  const link = element("a", { href: page.dataset.root + url }, ...marked(title));
  return [element("dt", {}, link), element("dd", {}, told)];
}

// The other hits in the same strategy or section, after the best.
async function restView(found, group, hits, failed) {
  const box = element("ul", { className: "also" });
  const add = async (from, to) => {
    const views = await Promise.all(hits.slice(from, to).map(async (hit) => {
      const { href, title, who, text } = await hitView(found, hit, group);
      const named = group.kind === "page" ? marked(title) : who.childNodes;
      const link = element("a", { href }, ...named);
      return label(element("li", {}, element("p", { className: "meta" }, link), text), group, hit);
    }));
    box.append(...views);
    if (hits.length <= to) return views;
    const button = element("button", { type: "button", className: "control" }, moreText(hits.length - to));
    const item = element("li", {}, button);
    button.addEventListener("click", async () => {
      try {
        const [first] = await add(to, to + STEP);
        item.remove();
        first.querySelector("a").focus();
      } catch (error) {
        failed(found, error);
      }
    });
    box.append(item);
    return views;
  };
  await add(0, ALSO);
  return box;
}
