// From what was typed to what it may mean: a list of clauses, one per word that counts. A clause
// has options: terms (several where all must stand together) and how sure they are.
import { distance, isAcronym, tokens } from "./search-words.js";

const EXACT = 1, UNACCENTED = 0.6, SYNONYM = 0.65, BESIDE = 0.33, DERIVED = 0.55, PARTS = 0.7;
const BEGINNING = 0.7, CORRECTED = 0.8, THESAURUS = 0.3, LAST_PART = 0.3;
const AREA = "m"; // the letter of a goal area's number
// How sure the words are that only mean the same as what was typed.
export const ALIKE = new Set([SYNONYM, BESIDE, THESAURUS]);

function option(entries, weight) {
  return entries.map((entry) => ({ terms: [entry.stem], weight }));
}

export class Query {
  constructor(index, text, typing) {
    this.index = index;
    this.text = text;
    // While typing, the last word may be unfinished.
    this.typing = typing && /[\p{L}\d]$/u.test(text);
    this.tokens = tokens(text);
    // What may be said before a number, by the letter that the terms of such numbers begin with.
    this.names = Object.entries(index.head.numbers)
      .flatMap(([letter, names]) => names.map((name) => ({ letter, words: name.split(" ") })));
    this.nouns = new Set(this.names.flatMap(({ words }) => words));
  }

  // What the words right before a word say that its number is of, in as many words as possible.
  named(all, i) {
    const says = ({ words }) => words.length <= i
      && words.every((word, at) => word === all[i - words.length + at].plain);
    return this.names.filter(says).sort((a, b) => b.words.length - a.words.length)[0];
  }

  // A number asks for what it is of, "strategy 1.1": the words before it ask for nothing more.
  add(clauses, clause, all) {
    const called = clause.called ? clause.called.words.length : 0;
    const first = called ? all.findIndex(({ start }) => start === clause.start) - called : 0;
    while (called && clauses.length) {
      const { names, start } = clauses[clauses.length - 1];
      if (!names || start < all[first].start) break;
      clauses.pop();
    }
    clauses.push(clause);
  }

  // Returns the clauses in the order typed.
  async clauses() {
    const clauses = [];
    const { index } = this;
    const all = this.tokens.map((token, i) => {
      const stem = index.words.stem(token.text);
      return { ...token, stem, plain: index.words.fold(stem), last: i === this.tokens.length - 1 };
    });
    for (let i = 0; i < all.length; i++) {
      const phrase = (await this.label(all, i)) || (await this.phrase(all, i));
      const clause = phrase ? phrase.clause : await this.clause(all, i);
      if (phrase) i += phrase.length - 1;
      if (clause) this.add(clauses, clause, all);
    }
    return clauses.filter((clause) => !clause.names || clause.options.length);
  }

  // Several words that are a number of the plan together, the longest first: A.1, Mål 2 – Insats 4.
  async label(all, from) {
    const { longest = 0 } = this.index.head;
    for (let length = Math.min(longest, all.length - from); length > 0; length--) {
      const words = all.slice(from, from + length);
      if (length === 1 && !/^\p{L}$/u.test(words[0].text)) return null;
      const called = this.named(all, from);
      const entries = await this.numbered(words.map(({ text }) => text).join("."), called);
      if (!entries.length) continue;
      const { start, text } = words[length - 1];
      const typed = this.text.slice(words[0].start, start + text.length);
      return { length, clause: this.make(typed, words[0], option(entries, EXACT), { called }) };
    }
    return null;
  }

  // Several words that have a synonym together, the longest first.
  async phrase(all, from) {
    const { index } = this;
    const counts = (word) => !index.stop.has(word.text.toLowerCase());
    const head = all.some(counts) ? all.slice(from).find(counts) : all[from];
    if (!head || from === all.length - 1 || /^\d/.test(head.text)) return null;
    const begun = ({ plains }) => plains.length > 1
      && plains.every((plain, i) => from + i < all.length && plain === all[from + i].plain);
    const aliases = (await index.aliases(head.plain)).filter(begun);
    const length = Math.max(...aliases.map(({ plains }) => plains.length));
    const longest = aliases.filter(({ plains }) => plains.length === length);
    const options = longest.flatMap(({ ours }) => ours.map((terms) => ({ terms, weight: SYNONYM })));
    if (!options.length) return null;
    const words = all.slice(from, from + length);
    const own = [];
    for (const word of words) own.push(...(await this.direct(word)).slice(0, 1));
    if (own.length === length) options.push({ terms: own.map((entry) => entry.stem), weight: EXACT });
    const last = words[length - 1];
    const end = last.start + last.text.length;
    return { length, clause: this.make(this.text.slice(words[0].start, end), words[0], options) };
  }

  make(text, word, options, more = {}) {
    return { text, start: word.start, weak: false, options, ...more };
  }

  async clause(all, i) {
    const word = all[i];
    const { index } = this;
    if (/^\d/.test(word.text)) return this.number(word, this.named(all, i));
    const lower = word.text.toLowerCase();
    if (index.stop.has(lower) || lower.length < 2) {
      // An acronym may look like a stop word: SIG, sig.
      if (all.length > 2 && !isAcronym(word.text)) return null;
      const acronyms = (await index.terms(word.plain)).filter((entry) => isAcronym(entry.stem));
      if (acronyms.length) return this.make(word.text, word, option(acronyms, EXACT));
      if (this.typing && word.last && all.length === 1 && lower.length > 1) {
        return this.make(word.text, word, await this.begun(word));
      }
      return null;
    }
    const found = await this.meanings(word);
    return this.make(word.text, word, found.options, {
      weak: index.weak.has(found.corrected ? index.words.stem(found.corrected) : word.stem),
      names: this.nouns.has(word.plain),
      corrected: found.corrected,
    });
  }

  async number(word, called) {
    const entries = await this.numbered(word.text, called);
    // "målområde 5" asks for that alone, found or not.
    return this.make(word.text, word, option(entries, EXACT), { called });
  }

  // The terms of a number, of what the words before it say, if there is such.
  async numbered(text, called) {
    const plain = this.index.words.fold(text.replace(/[,:]/g, "."));
    const letter = called ? called.letter : "";
    // Only the number of a whole area has no point: "mål 3.1" is no area.
    const entries = letter && (letter !== AREA || !plain.includes("."))
      ? await this.index.terms(letter + plain) : [];
    return entries.length ? entries : this.index.terms(plain);
  }

  async direct(word) {
    const { words } = this.index;
    const entries = (await this.index.terms(word.plain))
      .filter((entry) => words.meant(word.stem, entry.stem));
    entries.sort((a, b) => (b.stem === word.stem) - (a.stem === word.stem));
    return entries;
  }

  async meanings(word) {
    const { index } = this;
    const direct = await this.direct(word);
    const certain = direct.some((entry) => entry.stem === word.stem);
    const options = direct.map(({ stem }) => ({
      terms: [stem],
      weight: stem === word.stem || !certain ? EXACT : UNACCENTED,
    }));
    if (certain && index.weak.has(word.stem)) return { options };
    const lower = word.text.toLowerCase();
    const like = (await index.aliases(word.plain)).filter((alias) => alias.plains.length === 1
      && (alias.exact ? lower === alias.word : index.words.meant(lower, alias.word)));
    const same = like.filter((alias) => index.words.stem(alias.word) === word.stem);
    const aliases = same.length ? same : like;
    const sure = certain ? BESIDE : SYNONYM;
    for (const { ours } of aliases) {
      options.push(...ours.map((terms) => ({ terms, weight: sure })));
    }
    options.push(...option(await this.derived(word, options.length === 0), DERIVED));
    if (!options.length) {
      for (const { theirs } of aliases) {
        options.push(...theirs.map((terms) => ({ terms, weight: THESAURUS })));
      }
    }
    if (this.typing && word.last && (!options.length || word.text.length > 2)) {
      options.push(...(await this.begun(word)));
    }
    if (options.length) return { options };
    const slip = aliases.length ? [] : await this.corrections(word, 1);
    if (slip.length) return this.corrected(word, slip);
    const parts = await this.parts(word);
    if (parts.length) return { options: parts };
    const slips = aliases.length ? [] : await this.corrections(word, 2);
    if (slips.length) return this.corrected(word, slips);
    return { options: word.text.length > 4 && !aliases.length ? await this.begun(word) : [] };
  }

  // In Swedish städa–städning, planera–planering, integrera–integration; lärare–lära only where nothing else
  // is found.
  async derived(word, loosely) {
    const { plain } = word;
    const { derived, verb } = this.index.words;
    const changed = (rules) => rules.filter(([end]) => plain.endsWith(end))
      .map(([end, other]) => plain.slice(0, plain.length - end.length) + other);
    const related = changed(loosely ? [...derived.sure, ...derived.loose] : derived.sure);
    const verbs = changed(derived.verbs);
    const found = [];
    for (const stem of [...related, ...verbs].filter((one) => one.length > 3)) {
      const isVerb = ({ stem: own, forms }) => forms.some((form) => verb.test(form.slice(own.length)));
      const terms = await this.index.terms(stem);
      found.push(...(verbs.includes(stem) ? terms.filter(isVerb) : terms));
    }
    return found.filter((entry) => this.index.words.meant(word.stem, entry.stem));
  }

  async begun(word) {
    const plain = this.index.words.fold(word.text);
    const found = (await this.index.beginning(plain))
      .filter((entry) => entry.forms.some((form) => this.index.words.meant(word.text, form)));
    found.sort((a, b) => b.count - a.count || (a.stem < b.stem ? -1 : 1));
    return option(found.slice(0, 6), BEGINNING);
  }

  // A compound that no text has, as two parts that the texts have: at least four letters each,
  // perhaps with a joining letter. Where they stand together it is meant; the last alone says what
  // kind of thing it is.
  async parts(word) {
    const lower = word.text.toLowerCase();
    for (let cut = lower.length - 4; cut > 3; cut--) {
      const tail = await this.whole(lower.slice(cut));
      if (!tail.length) continue;
      const head = lower.slice(0, cut);
      let first = await this.whole(head);
      const { joint } = this.index.words;
      if (!first.length && cut > 4 && joint && head.endsWith(joint)) {
        first = await this.whole(head.slice(0, -joint.length));
      }
      const options = first.flatMap((one) => tail.filter((other) => other !== one)
        .map((other) => ({ terms: [one, other], weight: PARTS })));
      if (options.length) return [...options, ...tail.map((one) => ({ terms: [one], weight: LAST_PART }))];
    }
    return [];
  }

  async whole(text) {
    const { index } = this;
    const stem = index.words.stem(text);
    if (index.stop.has(text) || index.weak.has(stem)) return [];
    const found = await this.direct({ text, stem, plain: index.words.fold(stem) });
    return found.map((entry) => entry.stem);
  }

  // The words of the texts nearest to a misspelt one: one slip from four letters, two from eight.
  async corrections(word, slips) {
    const typed = this.index.words.fold(word.text);
    if (typed.length < (slips === 1 ? 4 : 8)) return [];
    const near = await this.index.entries("l", typed[0], `${typed[0]}\uffff`);
    let found = this.nearest(near.flat(), typed, slips, word);
    if (!found.length && slips === 1) {
      const second = await this.index.entries("l", typed[1], `${typed[1]}\uffff`);
      found = this.nearest(second.flat(), typed, slips, word);
    }
    if (!found.length && slips === 1) {
      const like = await this.beheaded(word.plain);
      found = this.nearest(like.flat(), typed, slips, word);
    }
    return found;
  }

  // The words that would be like this one if its first letter were missing or another.
  async beheaded(plain) {
    const found = await Promise.all([plain, plain.slice(1)].map((tail) => this.index.aliases(tail)));
    const stems = found.flat().filter(({ plains }) => !plains.length).flatMap(({ ours }) => ours.flat());
    return Promise.all(stems.map((stem) => this.index.terms(this.index.words.fold(stem))));
  }

  nearest(entries, typed, slips, { text, stem, plain }) {
    const { index } = this;
    const ending = text.toLowerCase().slice(stem.length);
    let best = slips;
    let found = [];
    const compare = (entry, word, other, form) => {
      if (other.length < 4 || (slips > 1 && other.slice(0, 3) !== typed.slice(0, 3))) return;
      const off = distance(word, other, best);
      if (off > best) return;
      if (off < best) found = [];
      best = off;
      found.push({ entry, form, read: entry.forms.includes(form) });
    };
    for (const entry of entries) {
      if (!entry.forms.length || index.stop.has(entry.forms[0])) continue;
      entry.folded.forEach((form, i) => compare(entry, typed, form, entry.forms[i]));
      // The ending may not stand in the texts. Of short stems a letter may be missing or too many,
      // not another: Uppsala is not uppsatt.
      const short = Math.min(plain.length, entry.plain.length);
      const longer = slips === 1 && typed.length > 5 && short > 3 && plain.length !== entry.plain.length;
      if (longer || short > 5 + slips) {
        const form = `${entry.stem}${ending}`;
        const fits = index.words.stem(form) === entry.stem;
        compare(entry, plain, entry.plain, fits ? form : entry.forms[0]);
      }
    }
    found.sort((a, b) => b.entry.count - a.entry.count || b.read - a.read || (a.form < b.form ? -1 : 1));
    return found;
  }

  // What the nearest word means, as if it had been typed.
  async corrected(word, [{ form }]) {
    const stem = this.index.words.stem(form);
    const meant = { ...word, text: form, stem, plain: this.index.words.fold(stem), last: false };
    const { options } = await this.meanings(meant);
    const less = options.map((one) => ({ ...one, weight: one.weight * CORRECTED }));
    return { options: less, corrected: form };
  }
}
