// Words as the search compares them. Does what roadmap/search/word_forms.py does, with its tables.

const TOKEN = /[0-9]+(?:[.,:][0-9]+)*|\p{L}+/gu;

export class Words {
  constructor(tables) {
    const [accented, plain] = tables.fold;
    this.plain = new Map([...accented].map((letter, i) => [letter, plain[i]]));
    this.irregular = tables.irregular.map(([pattern, to]) => [new RegExp(pattern), to]);
    for (const name of ["agents", "whole", "definite", "endings", "neuter", "adjective", "lost"]) {
      this[name] = new RegExp(tables[name]);
    }
    const { beforeS, vowels, letters, joint, derived } = tables;
    Object.assign(this, { beforeS, vowels, letters, joint, derived });
    this.verb = new RegExp(derived.verb);
    this.stems = new Map();
  }

  fold(word) {
    let folded = "";
    for (const letter of word.toLowerCase()) folded += this.plain.get(letter) || letter;
    return folded;
  }

  stem(word) {
    let stem = this.stems.get(word);
    if (stem === undefined) this.stems.set(word, stem = this.cut(word));
    return stem;
  }

  cut(word) {
    const lower = word.toLowerCase();
    const folded = this.fold(word);
    if (folded.length < 4 || /[^a-z]/.test(folded)) return lower;
    for (const [pattern, to] of this.irregular) {
      const match = pattern.exec(folded);
      if (match) return lower.slice(0, match.index) + to;
    }
    const agent = this.agents.exec(folded);
    if (agent) return lower.slice(0, agent.index + agent[0].length);
    const length = this.length(folded);
    const lost = length < folded.length && this.lost.test(folded);
    return lower.slice(0, length) + (lost ? "e" : "");
  }

  length(word) {
    const region = this.region(word);
    let end = word.length;
    if (this.definite.test(word)) return end - (word[end - 1] === "s" ? 2 : 1);
    if (word[end - 1] === "s" && this.whole.test(word.slice(0, -1))) return end - 1;
    if (!this.whole.test(word)) {
      const match = this.endings.exec(word.slice(region));
      if (match) end = region + match.index;
      else if (end > region && word[end - 1] === "s" && this.beforeS.includes(word[end - 2])) end--;
    }
    if (end - 2 >= region && this.neuter.test(word.slice(0, end))) end--;
    const match = this.adjective.exec(word.slice(0, end));
    for (const cut of match ? [match[0].length, 2] : []) {
      if (end - cut >= Math.max(region, 4)) return end - cut;
    }
    return end;
  }

  region(word) {
    for (let i = 1; i < word.length; i++) {
      if (!this.vowels.includes(word[i]) && this.vowels.includes(word[i - 1])) {
        return Math.max(3, i + 1);
      }
    }
    return word.length;
  }

  // Whether a word may be meant by what was typed: in Swedish å is å, but a may be a, å or ä.
  meant(typed, word) {
    for (let i = 0; i < typed.length && i < word.length; i++) {
      if (this.letters.includes(typed[i]) && typed[i] !== word[i]) return false;
    }
    return true;
  }
}

export function tokens(text) {
  return [...text.normalize("NFC").matchAll(TOKEN)].map((m) => ({ text: m[0], start: m.index }));
}

export function isAcronym(word) {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

// The number of letters to add, take away, change or swap with the next; more than `most` is
// most + 1.
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    [before, last] = [last, row];
    row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
  }
  return row[b.length];
}
