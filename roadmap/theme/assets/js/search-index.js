// The index in the browser: fetches the files that a search needs, once each, and reads them.
// The files are written by roadmap/search/index_files.py.
import { get } from "./faults.js";
import { Words, tokens } from "./search-words.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Uint8Array(128);
for (let i = 0; i < 64; i++) VALUE[DIGITS.charCodeAt(i)] = i;

function* numbers(digits) {
  let value = 0;
  let shift = 1;
  for (let i = 0; i < digits.length; i++) {
    const digit = VALUE[digits.charCodeAt(i)];
    value += (digit & 31) * shift;
    if (digit < 32) {
      yield value;
      value = 0;
      shift = 1;
    } else shift *= 32;
  }
}

// A text that does not end as all do was cut short.
function lines(text) {
  if (!text.endsWith("\n")) throw new Error("The last line has no end.");
  return text.slice(0, -1).split("\n");
}

export class Index {
  // `base` is the address of the site's folder search/, ending in a slash; `options` are those of
  // every fetch. The head is the only file that changes, so the cache is asked whether it has.
  static open(base, options) {
    const read = (text) => new Index(base, JSON.parse(text), options);
    return get(`${base}head.json`, read, { cache: "no-cache", ...options });
  }

  constructor(base, head, options) {
    this.base = `${base}${head.folder}/`;
    this.head = head;
    this.options = options;
    this.words = new Words(head.words);
    this.stop = new Set(head.stop.split(" "));
    this.weak = new Set(head.weak.split(" "));
    this.parts = new Map();
    this.readUnits();
  }

  readUnits() {
    const { head } = this;
    const count = head.kind.length;
    this.count = count;
    this.group = new Uint16Array(count);
    this.groups = head.groups.map(([id, title, area]) => ({ id, title, area, kind: "" }));
    let unit = 0;
    head.groups.forEach(([, , , size], place) => {
      for (let i = 0; i < size; i++) this.group[unit++] = place;
    });
    this.kind = Array.from(head.kind, (digit) => head.kinds[VALUE[digit.charCodeAt(0)]]);
    this.position = Array.from(head.position, (digit) => head.positions[digit - 1] || null);
    this.body = Array.from(numbers(head.body), (body) => (body ? head.bodies[body - 1][0] : null));
    this.bodyNames = new Map(head.bodies);
    // An administration may speak for its board.
    this.speakers = new Map(head.bodies.map(([body, name, speaker]) => [body, speaker || name]));
    while (unit < count) {
      this.group[unit] = this.groups.length;
      const id = this.body[unit++];
      this.groups.push({ id, title: this.bodyNames.get(id), area: null, kind: "body" });
    }
    this.kind.forEach((kind, i) => {
      const group = this.groups[this.group[i]];
      if (!group.kind) group.kind = kind === "milestone" ? "area" : kind;
    });
    this.area = Array.from(this.group, (place) => this.groups[place].area);
  }

  // Fetches a file once. The promise is kept; a failed fetch may be tried again.
  part(name) {
    if (!this.parts.has(name)) {
      const json = name.startsWith("t");
      const url = `${this.base}${name}${json ? ".json" : ".txt"}`;
      const read = json ? JSON.parse : (text) => this[`read_${name[0]}`](lines(text));
      const fetched = get(url, read, this.options);
      fetched.catch(() => this.parts.delete(name));
      this.parts.set(name, fetched);
    }
    return this.parts.get(name);
  }

  read_l(lines) {
    return lines.map((line) => {
      const [stem, endings, count] = line.split("\t");
      const forms = endings.split(",").map((end) => (end[0] === "=" ? end.slice(1) : stem + end));
      if (!endings && stem.includes(".")) forms.length = 0;
      const folded = forms.map((form) => this.words.fold(form));
      return { stem, forms, folded, plain: this.words.fold(stem), count: +count };
    });
  }

  read_a(lines) {
    const found = new Map();
    for (const line of lines) {
      const [said, rest] = line.split(">");
      const exact = said[0] === "=";
      const word = exact ? said.slice(1) : said;
      const [ours, theirs = ""] = rest.split("|");
      const list = (text) => (text ? text.split(",").map((target) => target.split("+")) : []);
      const tail = word[0] === "-";
      const typed = tail ? [] : tokens(word);
      const plains = typed.map(({ text }) => this.words.fold(this.words.stem(text)));
      const key = tail ? word.slice(1) : plains[Math.max(0, typed.findIndex(({ text }) => !this.stop.has(text)))];
      if (!found.has(key)) found.set(key, []);
      found.get(key).push({ word, exact, plains, ours: list(ours), theirs: list(theirs) });
    }
    return found;
  }

  read_p(lines) {
    return new Map(lines.map((line) => {
      const [stem, sources, gaps, weights] = line.split("\t");
      return [stem, { stem, sources: sources ? sources.split(",") : [], gaps, weights }];
    }));
  }

  // The places of the files that can hold words beginning with `prefix`.
  places(name, prefix, end = prefix) {
    const first = this.head.first[name];
    let from = 0;
    while (from + 1 < first.length && first[from + 1] <= prefix) from++;
    let to = from;
    while (to + 1 < first.length && first[to + 1] <= end) to++;
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  }

  async entries(name, prefix, end) {
    return Promise.all(this.places(name, prefix, end).map((place) => this.part(`${name}${place}`)));
  }

  // The terms whose stem looks like `plain` without accents.
  async terms(plain) {
    const [chunk] = await this.entries("l", plain);
    return (chunk || []).filter((entry) => entry.plain === plain);
  }

  // The terms that have a form beginning with `plain`.
  async beginning(plain) {
    const chunks = await this.entries("l", plain, `${plain}\uffff`);
    return chunks.flat().filter((entry) => entry.folded.some((form) => form.startsWith(plain)));
  }

  // The words and phrases that stand for other words and have this folded stem first, but for
  // stop words. One without words of its own is a misspelt word: it lacks its first letter.
  async aliases(plain) {
    const [chunk] = await this.entries("a", plain);
    return (chunk && chunk.get(plain)) || [];
  }

  async postings(stem) {
    const [chunk] = await this.entries("p", this.words.fold(stem));
    const term = chunk && chunk.get(stem);
    if (term && !term.units) {
      const gaps = [...numbers(term.gaps)];
      term.units = new Uint32Array(gaps.length);
      term.impacts = new Float32Array(gaps.length);
      let unit = -1;
      gaps.forEach((gap, i) => {
        unit += gap + 1;
        term.units[i] = unit;
        term.impacts[i] = VALUE[term.weights.charCodeAt(i)] / 63;
      });
      term.rarity = Math.log(1 + (this.count - gaps.length + 0.5) / (gaps.length + 0.5));
    }
    return term;
  }

  async text(unit) {
    const starts = this.head.texts;
    let place = 0;
    while (place + 1 < starts.length && starts[place + 1] <= unit) place++;
    const texts = await this.part(`t${place}`);
    const at = unit - starts[place];
    if (Array.isArray(texts[at])) {
      const [url, title, text, told = "", sign = ""] = texts[at];
      texts[at] = { url, title: this.read(title), text: this.read(text), told, sign };
    }
    return texts[at];
  }

  // A text and where its words stand; it may be shown again at the next keystroke.
  read(text) {
    const words = tokens(text).map(({ text: word, start }) => (
      { word, stem: this.words.stem(word), start, end: start + word.length }
    ));
    return { text, words };
  }
}
