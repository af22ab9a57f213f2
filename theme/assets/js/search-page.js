// The search page: the field, the address and the results follow each other.
import { Search } from "./search.js";

const page = document.querySelector("[data-search-page]");
const all = document.querySelector("[data-search-all]");
const status = document.querySelector("[data-search-status]");
const list = document.querySelector("[data-search-results]");
const facetBox = document.querySelector("[data-search-facets]");
const more = document.querySelector("[data-search-more]");
const form = document.querySelector("main form.search");
const field = form.elements.q;

const search = new Search(page.dataset.index);
const FACETS = { kind: "Slag", area: "Målområde", body: "Remissinstans", position: "Ställningstagande" };
const KINDS = { plan: "Planen", comment: "Synpunkter", section: "Remissvarens övriga delar", body: "Remissinstanser" };
const STEP = 20;
const MOST_VALUES = 8;

let turn = 0;
let shown = STEP;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function state() {
  const parameters = new URLSearchParams(location.search);
  const filters = {};
  for (const facet of Object.keys(FACETS)) {
    const values = parameters.getAll(facet);
    if (values.length) filters[facet] = values;
  }
  return { text: parameters.get("q") || "", filters };
}

function address({ text, filters }) {
  const parameters = new URLSearchParams();
  if (text) parameters.set("q", text);
  for (const facet of Object.keys(FACETS)) {
    for (const value of filters[facet] || []) parameters.append(facet, value);
  }
  const query = parameters.toString();
  return query ? `?${query}` : location.pathname;
}

function listed(id) {
  return [...all.querySelectorAll("[data-group]")].find((one) => one.dataset.group === id);
}

function mark(group) {
  const own = listed(group.id) || (group.area && listed(group.area));
  return own ? own.querySelector("svg").cloneNode(true) : null;
}

function positionMark(value) {
  const marks = document.querySelector("[data-position-marks]").content.children;
  const found = [...marks].find((one) => one.dataset.value === value);
  return found ? [...found.childNodes].map((node) => node.cloneNode(true)) : [];
}

function marked(pieces) {
  return pieces.map(({ text, mark: hit }) => (hit ? element("mark", { className: "hit" }, text) : text));
}

function name(body) {
  return search.index.bodyNames.get(body) || "";
}

// Whose words a hit shows.
function voice(group, hit) {
  if (hit.kind === "comment") return [`Synpunkt av ${name(hit.body)}`];
  if (hit.kind === "footnote") return [`Fotnot hos ${name(hit.body)}`];
  if (hit.kind === "section") return [`Avsnitt i svaret från ${name(hit.body)}`];
  if (hit.kind === "body") return ["Remissinstans"];
  if (hit.kind === "milestone") return [`Etappmål i ${group.title}`];
  const own = listed(group.id);
  return [own ? own.dataset.voice : ""];
}

async function hitView(found, group, hit) {
  const { url, pieces } = await search.snippet(found, hit);
  const who = element("p", { className: "meta" }, ...voice(group, hit));
  if (hit.position) who.append(" · ", ...positionMark(hit.position));
  const words = pieces.length ? element("p", { className: "source" }, ...marked(pieces)) : null;
  return { href: page.dataset.root + url, parts: [who, words] };
}

async function resultView(found, group) {
  const [best, ...rest] = group.hits;
  const { title } = await search.snippet(found, best);
  const { href, parts } = await hitView(found, group, best);
  const heading = title.length ? marked(title) : [group.title];
  const item = element("li", {}, mark(group), element("div", {},
    element("h2", {}, element("a", { href }, ...heading)), ...parts));
  item.dataset.unit = group.id;
  if (best.body) item.dataset.body = best.body;
  if (rest.length) item.lastChild.append(await restView(found, group, rest));
  return item;
}

// The other hits in the same strategy or section, after the best.
async function restView(found, group, hits) {
  const views = await Promise.all(hits.slice(0, 3).map(async (hit) => {
    const { href, parts } = await hitView(found, group, hit);
    const link = element("a", { href }, ...parts[0].childNodes);
    const item = element("li", {}, element("p", { className: "meta" }, link), parts[1]);
    item.dataset.unit = group.id;
    if (hit.body) item.dataset.body = hit.body;
    return item;
  }));
  if (hits.length > 3) {
    views.push(element("li", { className: "meta" }, `och ${hits.length - 3} träffar till`));
  }
  return element("ul", { className: "also" }, ...views);
}

function label(facet, value) {
  if (facet === "kind") return [KINDS[value] || value];
  if (facet === "body") return [name(value)];
  if (facet === "position") return positionMark(value);
  const own = listed(value);
  return own ? [own.querySelector("svg").cloneNode(true), " ", own.querySelector("a").textContent] : [value];
}

function toggled({ text, filters }, facet, value) {
  const values = filters[facet] || [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { text, filters: { ...filters, [facet]: next } };
}

function facetView(facet, counts, now) {
  const chosen = new Set(now.filters[facet] || []);
  const values = [...counts.keys(), ...[...chosen].filter((value) => !counts.has(value))];
  if (values.length < 2 && !chosen.size) return null;
  values.sort((a, b) => (counts.get(b) || 0) - (counts.get(a) || 0) || (a < b ? -1 : 1));
  const items = values.filter((value, place) => place < MOST_VALUES || chosen.has(value)).map((value) => {
    const link = element("a", { href: address(toggled(now, facet, value)) },
      ...label(facet, value), " ", element("b", {}, String(counts.get(value) || 0)));
    link.dataset.facet = `${facet}=${value}`;
    if (chosen.has(value)) link.setAttribute("aria-current", "true");
    return element("li", {}, link);
  });
  return element("div", {}, element("h2", {}, FACETS[facet]), element("ul", {}, ...items));
}

function hits(count) {
  return count === 1 ? "1 träff" : `${count} träffar`;
}

function tell(found, text) {
  status.replaceChildren();
  if (found.correction) {
    const link = element("a", { href: address({ text: found.correction, filters: {} }) }, found.correction);
    status.append("Menade du ", link, "? ");
  }
  if (found.total) {
    const words = found.correction || text;
    status.append(element("b", {}, hits(found.total)), ` på ${words}.`);
  } else {
    status.append(`Inga träffar på ${text}. Prova ett annat eller kortare ord, eller numret på en strategi.`);
  }
  status.dataset.searchReady = "";
}

async function show(typing = false) {
  const mine = ++turn;
  const now = state();
  delete status.dataset.searchReady;
  if (!now.text.trim()) {
    page.hidden = true;
    all.hidden = false;
    list.replaceChildren();
    status.textContent = "";
    return;
  }
  const waiting = setTimeout(() => { status.textContent = "Söker …"; }, 400);
  try {
    const found = await search.find(now.text, { typing, filters: now.filters });
    const views = await Promise.all(found.results.slice(0, shown).map((group) => resultView(found, group)));
    if (mine !== turn) return;
    const focused = document.activeElement && document.activeElement.dataset.facet;
    list.replaceChildren(...views);
    facetBox.replaceChildren(...Object.keys(FACETS)
      .map((facet) => facetView(facet, found.facets[facet], now)).filter(Boolean));
    facetBox.hidden = !facetBox.firstChild;
    const again = focused && [...facetBox.querySelectorAll("a")].find((one) => one.dataset.facet === focused);
    if (again) again.focus();
    more.hidden = found.results.length <= shown;
    page.hidden = false;
    all.hidden = found.total > 0;
    document.title = document.title.replace(/^.*?(?=Sök –|Sök$)/, `${now.text} – `);
    tell(found, now.text);
  } catch {
    if (mine === turn) status.textContent = "Sökningen gick inte att ladda. Kontrollera nätet och försök igen.";
  } finally {
    clearTimeout(waiting);
  }
}

function go(next, replace) {
  shown = STEP;
  history[replace ? "replaceState" : "pushState"](null, "", address(next));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go({ ...state(), text: field.value }, state().text === field.value);
  show();
});

let pause = 0;
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    go({ ...state(), text: field.value }, true);
    show(true);
  }, 60);
});

document.querySelector("main").addEventListener("click", (event) => {
  const link = event.target.closest("[data-facet], [data-search-status] a, .examples a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  shown = STEP;
  field.value = state().text;
  show();
});

more.addEventListener("click", async () => {
  const first = list.children.length;
  shown += STEP;
  await show();
  const next = list.children[first];
  if (next) next.querySelector("a").focus();
});

addEventListener("popstate", () => {
  field.value = state().text;
  show();
});

field.value = state().text;
show();
