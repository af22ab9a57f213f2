// What the pages' scripts make in the page, always as text.

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// The mark and the word of a position, from the page's own template; null for what is none.
export function positionMark(value) {
  const marks = document.querySelector("[data-position-marks]").content;
  const found = [...marks.children].find((one) => one.dataset.value === value);
  return found ? [...found.cloneNode(true).childNodes] : null;
}
