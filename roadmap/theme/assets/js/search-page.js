// The search page: the field, the address and the results follow each other.
import { element, positionMark } from "./elements.js";
import { advice } from "./faults.js";
import { SECTIONS } from "./search.js";
import { all, moreText, page, plan, resultView, say, search, STEP, words, explained } from "./search-results.js";

const status = document.querySelector("[data-search-status]");
const list = document.querySelector("[data-search-results]");
const narrow = document.querySelector("[data-search-narrow]");
const glossary = document.querySelector("[data-search-words]");
const facetBox = document.querySelector("[data-search-facets]");
const form = document.querySelector("main form.search");
const field = form.elements.q;
const MOST = field.maxLength - 1; // characters; more are not searched for
const pageTitle = document.title;

const FACET_NAMES = Object.keys(words.facets);
const KIND_WORDS = new Map(Object.entries(words.kinds));
const FIRST = { pages: 3, requests: 3, plan: 8, answers: 5 }; // results of a section at first
const MOST_WORDS = 3; // of the glossary
const MOST_VALUES = 8; // of a facet at first
const SAVE_EVERY = 350; // ms; Safari allows a hundred changes of the address in half a minute
const PAUSE = 700; // ms without typing before a screen reader is told how many hits there are

let turn = 0;
let now = read();
let shown = (history.state && history.state.shown) || FIRST;
let unfolded = new Set();

// What is searched for of a text, and whether there was more.
function asked(text) {
  return { text: text.slice(0, MOST), cut: text.length > MOST };
}

// What is searched for, as the address has it.
function read() {
  const parameters = new URLSearchParams(location.search);
  const filters = {};
  for (const facet of FACET_NAMES) {
    const values = parameters.getAll(facet);
    if (values.length) filters[facet] = values;
  }
  return { ...asked(parameters.get("q") || ""), filters };
}

function address({ text, filters }) {
  const parameters = new URLSearchParams();
  if (text) parameters.set("q", text);
  for (const facet of FACET_NAMES) {
    for (const value of filters[facet] || []) parameters.append(facet, value);
  }
  const query = parameters.toString();
  return query ? `?${query}` : location.pathname;
}

// What was found before the site was replaced is searched for again; any other fault is told.
async function searchAgain({ index }, error) {
  try {
    if (!error.replaced || (await search.renewed(index)).base === index.base) throw error;
    status.focus();
    show();
  } catch (fault) {
    fail(fault);
  }
}

function valueView({ bodyNames }, facet, value) {
  if (facet === "kind") return [KIND_WORDS.get(value) || value];
  if (facet === "body") return [bodyNames.get(value) || value];
  if (facet === "position") return positionMark(value) || [value];
  const own = plan.get(value);
  return own ? [own.querySelector("svg").cloneNode(true), " ", own.querySelector("a").textContent] : [value];
}

function toggled({ text, filters }, facet, value) {
  const values = filters[facet] || [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { text, filters: { ...filters, [facet]: next } };
}

function facetView(found, facet) {
  const counts = found.facets[facet];
  const chosen = new Set(now.filters[facet] || []);
  const values = [...counts.keys(), ...[...chosen].filter((value) => !counts.has(value))];
  if ((values.length < 2 || found.total <= STEP) && !chosen.size) return null;
  values.sort((a, b) => (counts.get(b) || 0) - (counts.get(a) || 0) || (a < b ? -1 : 1));
  const most = unfolded.has(facet) ? values.length : MOST_VALUES;
  const items = values.filter((value, place) => place < most || chosen.has(value)).map((value) => {
    const link = element("a", { href: address(toggled(now, facet, value)) },
      ...valueView(found.index, facet, value), " ", element("b", {}, String(counts.get(value) || 0)));
    link.dataset.facet = `${facet}=${value}`;
    if (chosen.has(value)) link.setAttribute("aria-current", "true");
    return element("li", {}, link);
  });
  if (items.length < values.length) {
    const button = element("button", { type: "button", className: "control" }, say("values", { count: values.length }));
    button.addEventListener("click", () => {
      unfolded.add(facet);
      const full = facetView(found, facet);
      button.closest("div").replaceWith(full);
      full.querySelectorAll("a")[items.length].focus();
    });
    items.push(element("li", {}, button));
  }
  return element("div", {}, element("h2", {}, words.facets[facet]), element("ul", {}, ...items));
}

function hits(count) {
  return count === 1 ? say("hit") : say("hits", { count });
}

function tell(found) {
  const meant = found.correction || now.text;
  status.replaceChildren(now.cut ? `${say("long", { most: MOST })} ` : "");
  if (found.correction) {
    const link = element("a", { href: address({ ...now, text: meant }) }, meant);
    status.append(`${say("meant")} `, link, "? ");
  }
  if (found.total) {
    status.append(element("b", {}, hits(found.total)), ` ${say("found", { words: meant })}`);
    if (found.alike) status.append(` ${say("alike")}`);
    if (!narrow.hidden) status.append(" ", element("a", { href: "#avgransa" }, say("narrow")));
  } else if (found.unfiltered) {
    const link = element("a", { href: address({ text: now.text, filters: {} }) }, say("all"));
    status.append(`${say("hidden", { words: meant, hits: hits(found.unfiltered) })} `, link);
  } else {
    status.append(/^\p{L}$/u.test(meant.trim()) ? say("short") : say("nothing", { words: meant }));
  }
  status.dataset.searchReady = "";
}

function fail(error) {
  status.textContent = `${say("failed")} ${advice(error)}`;
}

// The results of a section under a heading with their number, best first; null if there are none.
async function sectionView(found, name) {
  const results = found.results.filter(({ section }) => section === name);
  if (!results.length) return null;
  const views = await Promise.all(results.slice(0, shown[name])
    .map((group) => resultView(found, group, searchAgain)));
  const items = element("ol", { className: "results" }, ...views);
  items.dataset.section = name;
  const heading = element("h2", {}, `${words.sections[name]}: ${results.length}`);
  const left = results.length - views.length;
  if (left <= 0) return element("div", {}, heading, items);
  const button = element("button", { type: "button", className: "control" }, moreText(left));
  button.addEventListener("click", async () => {
    shown = { ...shown, [name]: shown[name] + STEP };
    save();
    await show();
    const next = list.querySelector(`[data-section=${name}]`).children[views.length];
    if (next) next.querySelector("a").focus();
  });
  return element("div", {}, heading, items, button);
}

async function glossaryView(found) {
  const results = found.results.filter(({ section }) => section === "words").slice(0, MOST_WORDS);
  return (await Promise.all(results.map((group) => explained(found, group)))).flat();
}

// A screen reader is told once the typing pauses, not at every letter.
let pause = 0;
function hush(typing) {
  clearTimeout(pause);
  status.setAttribute("aria-live", typing ? "off" : "polite");
  if (!typing) return;
  pause = setTimeout(() => {
    hush(false);
    if (!status.contains(document.activeElement)) status.replaceChildren(...status.childNodes);
  }, PAUSE);
}

async function show(typing = false) {
  const mine = ++turn;
  delete status.dataset.searchReady;
  hush(typing);
  document.title = now.text ? `${now.text} – ${pageTitle}` : pageTitle;
  if (!now.text.trim()) {
    page.hidden = true;
    all.hidden = false;
    list.replaceChildren();
    status.textContent = "";
    status.dataset.searchReady = "";
    return;
  }
  const waiting = setTimeout(() => { status.textContent = say("waiting"); }, 400);
  try {
    const [found, views, glossed] = await search.fresh(async () => {
      const made = await search.find(now.text, { typing, filters: now.filters });
      const sections = Object.keys(SECTIONS).filter((name) => name in FIRST).map((name) => sectionView(made, name));
      return [made, (await Promise.all(sections)).filter(Boolean), await glossaryView(made)];
    });
    if (mine !== turn) return;
    const focused = document.activeElement && document.activeElement.dataset.facet;
    list.replaceChildren(...views);
    facetBox.replaceChildren(...FACET_NAMES
      .map((facet) => facetView(found, facet)).filter(Boolean));
    narrow.hidden = !facetBox.firstChild;
    const signature = narrow.querySelector("[data-search-signature]");
    if (signature) signature.hidden = !facetBox.querySelector("[data-facet^=position]");
    glossary.hidden = !glossed.length;
    glossary.querySelector("dl").replaceChildren(...glossed);
    const again = focused && [...facetBox.querySelectorAll("a")].find((one) => one.dataset.facet === focused);
    if (again) again.focus();
    page.hidden = !views.length && narrow.hidden && glossary.hidden;
    all.hidden = found.total > 0;
    tell(found);
  } catch (error) {
    if (mine === turn) fail(error);
  } finally {
    clearTimeout(waiting);
  }
}

// While typing, the address follows at its own pace; a click, which may lead away, waits for it.
// A search that was sent, or left standing, keeps its own place in the history: the typing of the
// next one begins a new.
let settled = true;
let saved = 0;
let saving = 0;
function save() {
  clearTimeout(saving);
  saved = Date.now();
  saving = 0;
  history.replaceState({ shown }, "", address(now));
}

function go(next) {
  if (saving) save();
  now = next;
  shown = FIRST;
  unfolded = new Set();
  field.value = now.text;
  if (address(now) !== address(read())) history.pushState({ shown }, "", address(now));
  settled = true;
  show();
}

field.addEventListener("input", () => {
  now = { ...now, ...asked(field.value) };
  if (now.cut) field.value = now.text;
  shown = FIRST;
  if (settled && read().text) history.pushState({ shown }, "", address(now));
  settled = false;
  clearTimeout(saving);
  saving = setTimeout(save, Math.max(0, saved + SAVE_EVERY - Date.now()));
  show(true);
});

field.addEventListener("change", () => { settled = true; });

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go({ ...now, text: field.value.slice(0, MOST) });
});

document.addEventListener("click", (event) => {
  if (saving) save();
  if (event.target.closest("[href='#avgransa']")) {
    event.preventDefault();
    narrow.open = true;
    narrow.querySelector("summary").focus();
    return;
  }
  const link = event.target.closest("[data-facet], [data-search-status] a, .examples a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState({ shown: FIRST }, "", link.href);
  // A link in the status is gone once it is followed.
  if (status.contains(link)) status.focus();
  go(read());
});

addEventListener("popstate", (event) => {
  now = read();
  shown = (event.state && event.state.shown) || FIRST;
  settled = true;
  field.value = now.text;
  show();
});

// On a small screen the results come first.
narrow.open = matchMedia("(min-width: 60rem)").matches
  || Object.keys(now.filters).length > 0;
field.value = now.text;
show();
