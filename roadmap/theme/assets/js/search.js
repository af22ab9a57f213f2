// The search: what was typed → results, best first. Nothing is fetched before the first search.
//
//   const search = new Search("../search/");
//   const found = await search.find("trygget", { typing: false, filters: { kind: ["comment"] } });
//   const { pieces } = await search.snippet(found, found.results[0].hits[0]);
//
// A site may be replaced under an open page, and the index with it: see `fresh` and `renewed`.
import { Index } from "./search-index.js";
import { ALIKE, Query } from "./search-query.js";

const WEAK = 0.25, OTHER = 0.25, PLAN = 0.9, COVERAGE = 1.5;
const PLAN_KINDS = new Set(["area", "milestone", "strategy"]);
const FACETS = ["area", "body", "kind", "position"];
// Each of these is a result of its own, whatever its group.
const ALONE = new Set(["word", "theme", "request"]);
// The sections that results are shown in, each with the kinds of its results.
export const SECTIONS = {
  words: ["word"],
  pages: ["page", "theme"],
  requests: ["request"],
  plan: ["area", "strategy"],
  answers: ["section", "body", "comment", "footnote"],
};
const SECTION = new Map(Object.entries(SECTIONS).flatMap(([name, kinds]) => kinds.map((kind) => [kind, name])));
// A page is shown if it is about this much as good as the best of what is found in the texts.
const PAGE = 0.4;

export class Search {
  constructor(base) {
    this.base = base;
    this.options = {};
    this.opening = null;
    this.index = null;
  }

  // Opens the index once; one that could not be opened may be tried again.
  open() {
    if (!this.opening) {
      this.opening = Index.open(this.base, this.options);
      this.opening.then((index) => { this.index = index; }, () => { this.opening = null; });
    }
    return this.opening;
  }

  // The index as it is after `index`, past the browser's cache.
  renewed(index) {
    if (this.index === index) {
      this.options = { cache: "reload" };
      this.opening = null;
      this.index = null;
    }
    return this.open();
  }

  // Does a piece of work with the index, and once more where a file has gone or is damaged.
  async fresh(work) {
    let index = null;
    try {
      index = await this.open();
      return await work();
    } catch (error) {
      if (!error.replaced) throw error;
      await this.renewed(index);
      return work();
    }
  }

  // Returns { index, results, total, unfiltered, facets, correction, alike, missing, marks }; the
  // numbers count hits, but no words of the glossary. `alike`: no hit has a word that was typed, only
  // words that mean the same.
  // results: [{ id, kind, section, title, area, score, hits: [{ unit, kind, body, position, score }] }]
  // A group of the plan has no title here: its own units and the page have it.
  async find(text, { typing = false, filters = {} } = {}) {
    const index = await this.open();
    const query = new Query(index, text, typing);
    const clauses = await query.clauses();
    const scored = withoutWeakPages(index, await score(index, clauses));
    const results = rank(index, scored, passing(index, filters));
    return {
      index,
      results,
      total: results.reduce((sum, { section, hits }) => sum + (section === "words" ? 0 : hits.length), 0),
      unfiltered: scored.matched.filter((unit) => index.kind[unit] !== "word").length,
      facets: count(index, scored, filters),
      correction: correction(text, clauses),
      alike: scored.matched.length > 0 && clauses.every(
        ({ options }) => options.every(({ weight }) => ALIKE.has(weight)),
      ),
      missing: clauses.filter((clause) => !clause.options.length).map((clause) => clause.text),
      marks: scored.marks,
    };
  }

  // Returns { url, title, pieces, told, sign }: the unit's own text around its best words; a piece is
  // { text, mark }. `url` is relative to the site's root.
  async snippet({ index, marks }, { unit }, length = 220) {
    const { url, title, text, told, sign } = await index.text(unit);
    return {
      url,
      told,
      sign,
      title: cut(title.text, spans(title, marks), 0, title.text.length),
      pieces: excerpt(text.text, spans(text, marks), length),
    };
  }
}

// For each clause, what each unit scores; and the stems to mark in the texts.
async function score(index, clauses) {
  const marks = new Set();
  const used = clauses.filter((clause) => clause.options.length);
  const strong = used.some((clause) => !clause.weak) || clauses.some((c) => !c.weak);
  const needed = new Set(used.flatMap((clause) => clause.options.flatMap((one) => one.terms)));
  const postings = new Map();
  await Promise.all([...needed].map(async (stem) => {
    postings.set(stem, await index.postings(stem));
  }));
  const columns = used.map((clause) => {
    const column = new Float32Array(index.count);
    for (const { terms, weight } of clause.options) {
      const lists = terms.map((stem) => postings.get(stem));
      if (lists.every(Boolean)) {
        const any = add(column, lists, weight);
        if (any) lists.forEach((list) => [list.stem, ...list.sources].forEach((s) => marks.add(s)));
      }
    }
    return { column, share: clause.weak ? WEAK : 1, weak: clause.weak && strong };
  });
  const matched = [];
  for (let unit = 0; unit < index.count; unit++) {
    if (columns.some(({ column, weak }) => !weak && column[unit] > 0)) matched.push(unit);
  }
  return { columns, matched, marks, full: columns.reduce((sum, { share }) => sum + share, 0) };
}

// Where the texts have what is asked for, a page that hardly has it is left out.
function withoutWeakPages(index, scored) {
  const results = rank(index, scored, () => true);
  const inTexts = results.filter(({ section }) => section !== "pages" && section !== "words");
  const least = PAGE * Math.max(0, ...inTexts.map(({ score }) => score));
  const weak = new Set(results.filter(({ section, score }) => section === "pages" && score < least)
    .flatMap(({ hits }) => hits.map(({ unit }) => unit)));
  return { ...scored, matched: scored.matched.filter((unit) => !weak.has(unit)) };
}

// Puts the matched units into groups: a strategy with its comments, a section with the same
// section of other responses. A group is as good as the plan's words and its best other text.
function rank(index, { columns, matched, full }, passes) {
  const groups = new Map();
  for (const unit of matched) {
    if (!passes(unit)) continue;
    const place = index.group[unit];
    const key = ALONE.has(index.kind[unit]) ? `u${unit}` : place;
    if (!groups.has(key)) groups.set(key, { place, units: [] });
    groups.get(key).units.push(unit);
  }
  const results = [];
  for (const { place, units } of groups.values()) {
    const isPlan = (unit) => PLAN_KINDS.has(index.kind[unit]);
    const own = new Float32Array(columns.length);
    for (const unit of units.filter(isPlan)) {
      columns.forEach(({ column }, i) => { own[i] = Math.max(own[i], column[unit]); });
    }
    const nothing = new Float32Array(columns.length);
    let score = overall(columns, full, own, nothing);
    const hits = units.map((unit) => {
      const best = columns.map(({ column }) => column[unit]);
      if (!isPlan(unit)) score = Math.max(score, overall(columns, full, best, own));
      return {
        unit,
        kind: index.kind[unit],
        body: index.body[unit],
        position: index.position[unit],
        score: overall(columns, full, best, nothing),
      };
    });
    hits.sort((a, b) => b.score - a.score || a.unit - b.unit);
    const group = index.groups[place];
    results.push({ ...group, section: SECTION.get(group.kind), score, hits });
  }
  results.sort((a, b) => b.score - a.score || a.hits[0].unit - b.hits[0].unit);
  return results;
}

function passing(index, filters, except = null) {
  const chosen = FACETS.filter((facet) => facet !== except && (filters[facet] || []).length)
    .map((facet) => [facet, new Set(filters[facet])]);
  return (unit) => chosen.every(([facet, values]) => values.has(index[facet][unit]));
}

// For each facet, how many hits each of its values would give with the other facets as chosen.
function count(index, { matched }, filters) {
  const facets = {};
  for (const facet of FACETS) {
    const passes = passing(index, filters, facet);
    const counts = new Map();
    for (const unit of matched) {
      const value = index[facet][unit];
      if (value && value !== "word" && passes(unit)) counts.set(value, (counts.get(value) || 0) + 1);
    }
    facets[facet] = counts;
  }
  return facets;
}

function spans({ words }, marks) {
  return words.filter(({ word, stem }) => marks.has(word) || marks.has(stem))
    .map(({ start, end }) => [start, end]);
}

// Adds an option to a column; whether it stands anywhere. Several terms must all be in a unit.
function add(column, lists, weight) {
  const [first, ...rest] = lists;
  let any = false;
  for (let i = 0; i < first.units.length; i++) {
    const unit = first.units[i];
    let score = first.impacts[i] * first.rarity;
    for (const list of rest) {
      const at = find(list.units, unit);
      if (at < 0) {
        score = 0;
        break;
      }
      score = Math.max(score, list.impacts[at] * list.rarity);
    }
    if (score > 0) {
      any = true;
      column[unit] = Math.max(column[unit], score * weight);
    }
  }
  return any;
}

function find(units, wanted) {
  let low = 0;
  let high = units.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (units[middle] === wanted) return middle;
    if (units[middle] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

// A score over all clauses; more words found weigh more than one word found well.
function overall(columns, full, best, other) {
  let sum = 0;
  let found = 0;
  for (let i = 0; i < columns.length; i++) {
    const a = best[i];
    const b = other[i] * PLAN;
    const high = Math.max(a, b);
    if (high <= 0) continue;
    sum += (high + OTHER * Math.min(a, b)) * columns[i].share;
    found += columns[i].share;
  }
  return sum * (found / full) ** COVERAGE;
}

function correction(text, clauses) {
  let corrected = text;
  for (const clause of [...clauses].reverse()) {
    if (!clause.corrected) continue;
    const end = clause.start + clause.text.length;
    corrected = corrected.slice(0, clause.start) + clause.corrected + corrected.slice(end);
  }
  return corrected === text ? null : corrected;
}

function cut(text, spans, from, to) {
  const pieces = [];
  let at = from;
  for (const [start, end] of spans) {
    if (start < from || end > to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), mark: false });
    pieces.push({ text: text.slice(start, end), mark: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), mark: false });
  return pieces;
}

function excerpt(text, spans, length) {
  if (text.length <= length * 1.2) return cut(text, spans, 0, text.length);
  let from = 0;
  let most = -1;
  for (const [start] of spans) {
    const count = spans.filter(([s]) => s >= start && s < start + length * 0.8).length;
    if (count > most) [most, from] = [count, start];
  }
  from = Math.max(0, from - Math.round(length / 4));
  if (from > 0) from = text.indexOf(" ", from) + 1;
  let to = Math.min(text.length, from + length);
  if (to < text.length) to = text.lastIndexOf(" ", to);
  const pieces = cut(text, spans, from, to);
  if (from > 0) pieces.unshift({ text: "… ", mark: false });
  if (to < text.length) pieces.push({ text: " …", mark: false });
  return pieces;
}
