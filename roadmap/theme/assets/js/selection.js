// The selection on the overview: the form, the address and the list of answers follow each other.
import { element, positionMark } from "./elements.js";
import { advice, get, Missing } from "./faults.js";

const box = document.querySelector("[data-selection]");
const part = (name) => box.querySelector(`[data-selection-${name}]`);
const form = box.querySelector("form");
const status = part("status");
const found = part("found");
const rows = part("rows");
const more = part("more");
const chips = part("chips");
const heading = found.querySelector("h2");

// The sentences of the page, with {names} for what is put into them.
const words = JSON.parse(box.dataset.words);
const say = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_, value) => values[value]);

const FACETS = ["area", "position", "ask", "problem", "theme", "body"];
const SORTS = ["strategy", "position", "body"];
const STEP = 50; // answers at a time
const ANY = "any"; // any request, any problem
const WHOLE_PLAN = "plan"; // the area of what is about no single strategy

// The plan's strategies and their titles are on the page already, in the whole list; with one body
// the sections with general comments too.
const whole = new Map([...document.querySelectorAll("[data-strategy], [data-section]")]
  .map((row) => [row.dataset.strategy || row.dataset.section, row]));

let now = read();
let shown = (history.state && history.state.shown) || STEP;
let matching = [];
let turn = 0;
let loading = null;
let names = null; // by facet and value, once the answers have come

// What is chosen, as the address has it: the facets and the order.
function read() {
  const parameters = new URLSearchParams(location.search);
  const chosen = {};
  for (const name of [...FACETS, "sort"]) {
    const value = parameters.get(name);
    if (value) chosen[name] = value;
  }
  return chosen;
}

function address(chosen) {
  const parameters = new URLSearchParams();
  for (const name of [...FACETS, "sort"]) if (chosen[name]) parameters.set(name, chosen[name]);
  const query = parameters.toString();
  return query ? `?${query}` : location.pathname;
}

function without(chosen, name) {
  const rest = { ...chosen };
  delete rest[name];
  return rest;
}

// What the form says; the usual order goes without saying. Until the bodies are listed there, what
// the address says of them stands.
function filledIn() {
  const chosen = {};
  for (const name of [...FACETS, "sort"]) {
    const field = form.elements[name];
    const value = name === "body" && !names ? now.body : field && field.value;
    if (value) chosen[name] = value;
  }
  return chosen.sort === SORTS[0] ? without(chosen, "sort") : chosen;
}

function fillIn() {
  const query = address(now);
  for (const link of chips ? chips.querySelectorAll("a") : []) {
    const own = link.getAttribute("href");
    const isCurrent = own === query || (own === "./" && query === location.pathname);
    if (isCurrent) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
  }
  for (const name of [...FACETS, "sort"]) {
    const field = form.elements[name];
    if (!field) continue;
    field.value = now[name] || "";
    if (field.selectedIndex < 0) field.selectedIndex = 0;
  }
}

// There are as many bodies as responses, so their list comes with the answers, not with the page.
function list(data) {
  const { body } = form.elements;
  body.replaceChildren(body.options[0],
    ...data.facets.body.map((value, place) => element("option", { value }, data.bodies[place])));
  const fields = FACETS.map((name) => form.elements[name]).filter((field) => field);
  names = new Map(fields.map(({ name, options }) => [
    name, new Map([...options].map(({ value, textContent }) => [value, textContent])),
  ]));
  fillIn();
}

function nameOf(facet, value) {
  return names.get(facet).get(value);
}

function withFacets(data, answer, values) {
  FACETS.forEach((name, number) => {
    answer[name] = [].concat(values[number]).map((one) => data.facets[name][one]);
  });
  return answer;
}

function answerOf(data, [strategy, page, ...values], place) {
  const answer = withFacets(data, { place, own: data.strategies[strategy] }, values);
  answer.href = `${box.dataset.root}${data.pages[page]}#${data.anchor}${answer.body[0]}`;
  return answer;
}

// A section with general comments, after all the answers.
function sectionOf(data, [heading, page, ...values], place) {
  const own = values.pop();
  const href = `${box.dataset.root}${data.pages[page]}#${own}`;
  return withFacets(data, { place: data.answers.length + place, own, heading, href }, values);
}

// Whether the page has all that the answers name; an older page than they are may not.
function isKnown(data) {
  const fields = FACETS.filter((name) => names.has(name));
  return data.strategies.every((id) => whole.has(id))
    && fields.every((name) => data.facets[name].every((value) => names.get(name).has(value)));
}

// The answers, fetched once: each with its place, its strategy, its address and its facets.
function load() {
  if (!loading) {
    loading = get(box.dataset.answers, JSON.parse, { cache: "no-cache" }).then((data) => {
      list(data);
      if (!isKnown(data)) throw new Missing(box.dataset.answers);
      const answers = data.answers.map((row, place) => answerOf(data, row, place));
      const sections = data.sections.map((row, place) => sectionOf(data, row, place));
      return { facets: data.facets, answers: [...answers, ...sections] };
    });
    loading.catch(() => { loading = null; });
  }
  return loading;
}

function matches(answer, chosen) {
  return FACETS.every((name) => !chosen[name] || answer[name].includes(chosen[name]));
}

function sorted(answers, facets, by) {
  const order = facets[by] || [];
  const places = new Map(order.map((value, place) => [value, place]));
  // What takes no position comes last.
  const key = (answer) => (places.size ? places.get(answer[by][0]) ?? places.size : 0);
  return answers.slice().sort((a, b) => key(a) - key(b) || a.place - b.place);
}

// With one body an answer is its row of the whole list, words and all.
function rowView(answer) {
  const own = whole.get(answer.own);
  if (!("many" in box.dataset)) return own.cloneNode(true);
  const title = element("p", { className: "title" },
    element("a", { href: answer.href },
      ...(own ? own.querySelector("a").cloneNode(true).childNodes : [answer.heading]),
      element("span", { className: "vh" }, `, ${nameOf("body", answer.body[0])}`)));
  const by = element("p", { className: "line" }, nameOf("body", answer.body[0]));
  by.dataset.body = "";
  const told = answer.position.map((position) => {
    const stand = element("li", {}, ...positionMark(position));
    stand.dataset.position = position;
    return stand;
  });
  const asks = answer.ask.filter((ask) => ask !== ANY).map((ask) => nameOf("ask", ask)).join(", ");
  if (asks) told.push(element("li", {}, say("asks", { asks })));
  if (answer.problem.length) told.push(element("li", {}, nameOf("problem", ANY)));
  const mark = own ? own.querySelector("svg").cloneNode(true) : null;
  return element("li", {}, mark, title, by, element("ul", { className: "standing" }, ...told));
}

function answersIn(count) {
  return say("answers", { count });
}

function tallyView(position, count) {
  return element("li", {}, ...positionMark(position), " ", element("b", {}, String(count)));
}

// What is there already stays: making all rows again takes longer with each step.
function showUpTo(count) {
  for (const row of [...rows.children].slice(count)) row.remove();
  rows.append(...matching.slice(rows.children.length, count).map(rowView));
  more.hidden = matching.length <= count;
}

function tell(data, unknown) {
  status.replaceChildren(...unknown.map((name) => `${say("unknown", { value: now[name] })} `));
  const chosen = FACETS.filter((name) => now[name] && !unknown.includes(name));
  if (!chosen.length && (!now.sort || unknown.includes("sort"))) return;
  if (matching.length) {
    const names = chosen.map((name) => nameOf(name, now[name])).join(", ");
    status.append(element("b", {}, answersIn(matching.length)),
      names ? ` ${say("of", { total: data.answers.length, names })}` : ".");
    const general = matching.filter(({ area }) => area.includes(WHOLE_PLAN)).length;
    if (general && general < matching.length) status.append(` ${say("general", { count: general })}`);
    return;
  }
  status.append(`${say("none")} `);
  const ways = chosen.map((name) => {
    const rest = without(now, name);
    return { name, rest, count: data.answers.filter((answer) => matches(answer, rest)).length };
  }).filter(({ count }) => count);
  if (!ways.length) {
    status.append(say("fewer"));
    return;
  }
  status.append(`${say("without")} `);
  ways.forEach(({ name, rest, count }, place) => {
    const link = element("a", { href: address(rest) }, nameOf(name, now[name]));
    status.append(place ? ", " : "", link, ` ${say("then", { answers: answersIn(count) })}`);
  });
  status.append(".");
}

// Shows what is chosen in the whole of the page: with nothing chosen, the page as it was, and a form
// with all there is to choose.
async function show() {
  const mine = ++turn;
  delete status.dataset.selectionReady;
  const waiting = setTimeout(() => { status.textContent = say("waiting"); }, 400);
  try {
    const data = await load();
    if (mine !== turn) return;
    const unknown = FACETS.filter((name) => now[name] && !data.facets[name].includes(now[name]));
    if (now.sort && !SORTS.includes(now.sort)) unknown.push("sort");
    const chosen = unknown.reduce(without, now);
    matching = sorted(data.answers.filter((answer) => matches(answer, chosen)), data.facets, chosen.sort);
    tell(data, unknown);
    if (Object.keys(chosen).length) open(data); else close();
    status.dataset.selectionReady = "";
  } catch (error) {
    if (mine !== turn) return;
    close();
    status.textContent = `${say("failed")} ${advice(error)}`;
  } finally {
    clearTimeout(waiting);
  }
}

function open(data) {
  const tally = new Map(data.facets.position.map((position) => [position, 0]));
  for (const { position } of matching) for (const one of position) tally.set(one, tally.get(one) + 1);
  part("tally").replaceChildren(...[...tally].filter(([, count]) => count).map((pair) => tallyView(...pair)));
  rows.replaceChildren();
  showUpTo(shown);
  found.hidden = !matching.length;
  box.dataset.chosen = "";
}

function close() {
  matching = [];
  rows.replaceChildren();
  found.hidden = true;
  delete box.dataset.chosen;
}

// A reader who goes through the values of one list with the arrows makes one step in the history.
let last = null;
function go(next, from) {
  const step = from && from === last ? "replaceState" : "pushState";
  last = from;
  now = next;
  shown = STEP;
  if (address(now) !== address(read())) history[step]({ shown }, "", address(now));
  fillIn();
  return show();
}

form.addEventListener("change", (event) => { go(filledIn(), event.target); });
form.addEventListener("focusout", () => { last = null; });

// Where the list of bodies did not come, going to it again is to try again.
form.elements.body.addEventListener("focus", () => { if (!names) show(); });

form.addEventListener("submit", (event) => { event.preventDefault(); });

form.addEventListener("reset", (event) => {
  event.preventDefault();
  go({});
});

// The link that leads to a choice on this page, if it is that which was clicked.
function chosenLink(event) {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  event.preventDefault();
  history.pushState({ shown: STEP }, "", link.href);
  return link;
}

status.addEventListener("click", (event) => {
  if (chosenLink(event)) go(read()).then(() => heading.focus());
});

if (chips) chips.addEventListener("click", (event) => { if (chosenLink(event)) go(read()); });

more.addEventListener("click", () => {
  const first = rows.children.length;
  shown += STEP;
  history.replaceState({ shown }, "", address(now));
  showUpTo(shown);
  rows.children[first].querySelector("a").focus();
});

addEventListener("popstate", (event) => {
  now = read();
  shown = (event.state && event.state.shown) || STEP;
  last = null;
  fillIn();
  show();
});

// On paper all of them.
addEventListener("beforeprint", () => showUpTo(matching.length));
addEventListener("afterprint", () => showUpTo(shown));

// What was chosen while this was fetched goes before an empty address.
if (Object.keys(now).length || !Object.keys(filledIn()).length) {
  fillIn();
  show();
} else {
  go(filledIn());
}
