// What is found, as a list in the search page.
import { element, positionMark } from "./elements.js";
import { Missing } from "./faults.js";
import { Search } from "./search.js";

export const page = document.querySelector("[data-search-page]");
export const all = document.querySelector("[data-search-all]");
// The plan's own titles and marks are on the page already, for those without a script.
export const plan = new Map([...all.querySelectorAll("[data-group]")].map((one) => [one.dataset.group, one]));
export const search = new Search(page.dataset.index);
export const STEP = 10; // results at a time
const ALSO = 2; // further hits of a result at first

function titleOf(group) {
  const own = plan.get(group.id);
  return own ? own.querySelector("a").textContent : group.title;
}

function mark(group) {
  const own = plan.get(group.id) || plan.get(group.area);
  return own ? own.querySelector("svg").cloneNode(true) : null;
}

function marked(pieces) {
  return pieces.map(({ text, mark: hit }) => (hit ? element("mark", { className: "hit" }, text) : text));
}

function speaker({ administrations, bodyNames }, body) {
  return administrations.has(body) ? `förvaltningen, ${bodyNames.get(body)}` : bodyNames.get(body);
}

// Whose words a hit shows.
function voice(index, group, hit, anchor) {
  if (hit.kind === "comment") return `Synpunkt av ${speaker(index, hit.body)}`;
  if (hit.kind === "footnote") return `Fotnot av ${speaker(index, hit.body)}`;
  if (hit.kind === "section") return `Avsnitt i svaret från ${speaker(index, hit.body)}`;
  if (hit.kind === "body") return "Remissinstans";
  const own = plan.get(group.id).dataset;
  if (hit.kind === "milestone") return `Etappmål i ${titleOf(group)}. ${JSON.parse(own.milestones)[anchor]}`;
  return own.voice;
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
  const { url, title, pieces } = await search.snippet(found, hit);
  const who = element("p", { className: "meta" }, voice(found.index, group, hit, url.split("#")[1]));
  if (hit.position) who.append(" · ", ...positionMark(hit.position));
  const words = pieces.length ? element("p", { className: "source" }, ...marked(pieces)) : null;
  return { href: page.dataset.root + url, title, who, words };
}

// `failed` is called with what was found, and the fault, where more of a result does not come.
export async function resultView(found, group, failed) {
  const [best, ...rest] = group.hits;
  const { href, title, who, words } = await hitView(found, best, group);
  const heading = title.length ? marked(title) : [titleOf(group)];
  const content = element("div", {}, element("h2", {}, element("a", { href }, ...heading)), who, words);
  if (rest.length) content.append(await restView(found, group, rest, failed));
  return label(element("li", {}, mark(group), content), group, best);
}

function moreText(count) {
  if (count > STEP) return `Visa ${STEP} av ${count} träffar till`;
  return count === 1 ? "Visa en träff till" : `Visa ${count} träffar till`;
}

// The other hits in the same strategy or section, after the best.
async function restView(found, group, hits, failed) {
  const box = element("ul", { className: "also" });
  const add = async (from, to) => {
    const views = await Promise.all(hits.slice(from, to).map(async (hit) => {
      const { href, who, words } = await hitView(found, hit, group);
      const link = element("a", { href }, ...who.childNodes);
      return label(element("li", {}, element("p", { className: "meta" }, link), words), group, hit);
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
