// What the tests ask of a page, as `probe.…`. Lengths are CSS pixels; answers are plain data.
(() => {
  const TABBABLE = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";
  const POINTED = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";

  function visible(element) {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      && element.getClientRects().length > 0;
  }

  // For readers of the screen alone: text that is only heard is no fault of the layout.
  function heardOnly(element) {
    let only = element;
    while (only && !only.matches(".skip") && getComputedStyle(only).clipPath !== "inset(50%)") only = only.parentElement;
    return only !== null && !only.matches(":focus-within, :focus");
  }

  function named(element) {
    const id = element.id ? `#${element.id}` : "";
    const text = (element.getAttribute("aria-label") || element.textContent || "").trim();
    const kind = typeof element.className === "string" && element.className
      ? `.${element.className.trim().replaceAll(/\s+/g, ".")}` : "";
    return `${element.localName}${id}${kind} "${text.replaceAll(/\s+/g, " ").slice(0, 50)}"`;
  }

  function box(element) {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    return { left, top, right, bottom, width, height };
  }

  // Colours: any CSS colour → [r, g, b, alpha], and WCAG's contrast.
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  function rgba(colour) {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = "#0000";
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  }

  function luminance([r, g, b]) {
    const [x, y, z] = [r, g, b].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }

  function contrast(one, other) {
    const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  }

  function backdrop(element) {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0.99) return colour;
    }
    return rgba("Canvas");
  }

  function controls() {
    return [...document.querySelectorAll(TABBABLE)].filter((element) =>
      element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]") && visible(element));
  }

  // The part of an element's box that its scrolling or clipping ancestors let through.
  function clippedBy(element, rect) {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const edge = at.getBoundingClientRect();
      if (rect.left < edge.left - 0.5 || rect.right > edge.right + 0.5
        || rect.top < edge.top - 0.5 || rect.bottom > edge.bottom + 0.5) return named(at);
    }
    return null;
  }

  let walked = [];
  let fills = [];

  function startWalk() {
    walked = controls();
    fills = walked.map((element) => ({ behind: backdrop(element), colour: getComputedStyle(element).color }));
    // From here the next Tab goes to the first control of the page.
    const start = document.createElement("span");
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
    return walked.map(named);
  }

  // How the focused control is seen: its place in the walk, and the faults.
  function focused() {
    const element = document.activeElement;
    const at = walked.indexOf(element);
    if (at < 0) return { at, name: named(element), faults: [] };
    const style = getComputedStyle(element);
    const faults = [];
    const behind = backdrop(element.parentElement);
    const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
    const line = width >= 2 ? contrast(rgba(style.outlineColor), behind) : 1;
    const fill = contrast(backdrop(element), fills[at].behind);
    if (Math.max(line, fill) < 3) faults.push(`syns för svagt (ram ${line.toFixed(2)}, fyllning ${fill.toFixed(2)})`);
    if (element.textContent.trim() && !element.querySelector("svg")) {
      const text = contrast(rgba(style.color), backdrop(element));
      if (text < 4.5) faults.push(`texten har kontrasten ${text.toFixed(2)} med fokus`);
    }
    const rects = [...element.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
    const rect = rects[0];
    if (!rect) return { at, name: named(element), faults: ["har ingen yta"] };
    if (rect.width < 2 || rect.height < 2 || style.clipPath !== "none") faults.push("är osynlig");
    const fits = rect.height < innerHeight;
    if (rect.top < -0.5 || rect.left < -0.5 || rect.right > innerWidth + 0.5 || (fits && rect.bottom > innerHeight + 0.5)) {
      faults.push(`utanför fönstret (${Math.round(rect.left)}, ${Math.round(rect.top)})`);
    }
    const hit = document.elementFromPoint(rect.left + rect.width / 2, Math.min(rect.top + rect.height / 2, innerHeight - 1));
    if (hit && hit !== element && !element.contains(hit) && !hit.contains(element)) faults.push(`skyms av ${named(hit)}`);
    if (line >= 3 && fill < 3) {
      const out = parseFloat(style.outlineOffset) + width;
      for (const part of rects) {
        const clip = clippedBy(element, {
          left: part.left - out, right: part.right + out, top: part.top - out, bottom: part.bottom + out,
        });
        if (clip) { faults.push(`ramen kapas av ${clip}`); break; }
      }
    }
    return { at, name: named(element), faults };
  }

  let steps = [];
  addEventListener("focusin", (event) => steps.push(named(event.target)));

  // Every line of visible text, as { node, rect }.
  function lines() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (!node.data.trim() || !visible(parent) || heardOnly(parent)) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width > 0.5 && rect.height > 0.5) found.push({ node, rect });
      }
    }
    return found;
  }

  function scrolls(element) {
    const { overflowX, overflowY } = getComputedStyle(element);
    return [overflowX, overflowY].some((value) => value === "auto" || value === "scroll");
  }

  // Text that is cut, hangs out of the page, or lies over other text.
  function layoutFaults() {
    const faults = [];
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) {
      faults.push(`sidan är ${document.documentElement.scrollWidth} bred`);
    }
    for (const element of document.body.querySelectorAll("*")) {
      if (!(element instanceof HTMLElement) || heardOnly(element) || !visible(element)) continue;
      if (element.matches("input, textarea, select")) continue;
      const style = getComputedStyle(element);
      const over = [
        style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1,
        style.overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1,
      ];
      if (!over[0] && !over[1]) continue;
      if (!scrolls(element)) faults.push(`kapar sitt innehåll: ${named(element)}`);
      else {
        const name = element.getAttribute("aria-label") || element.getAttribute("aria-labelledby");
        const reached = element.tabIndex >= 0 || element.querySelector(TABBABLE);
        if (over[0] && element.querySelector("table") && (element.tabIndex < 0 || !name)) {
          faults.push(`rullar utan namn eller fokus: ${named(element)}`);
        } else if (!reached) faults.push(`rullar men kan inte nås: ${named(element)}`);
      }
    }
    const found = lines();
    const hanging = new Set();
    for (const { node, rect } of found) {
      const parent = node.parentElement;
      let inside = false;
      for (let at = parent; at && at !== document.body; at = at.parentElement) if (scrolls(at)) inside = true;
      if (!inside && (rect.left < -1 || rect.right > wide + 1)) hanging.add(named(parent));
    }
    faults.push(...[...hanging].map((name) => `når utanför sidan: ${name}`));
    // Only the middle of a line counts: the boxes of tight lines overlap, their letters do not.
    const cores = found.map(({ node, rect }) => ({
      node, left: rect.left, right: rect.right,
      top: rect.top + rect.height * 0.3, bottom: rect.bottom - rect.height * 0.3,
    })).sort((a, b) => a.top - b.top);
    const over = new Set();
    for (let i = 0; i < cores.length; i += 1) {
      for (let j = i + 1; j < cores.length && cores[j].top < cores[i].bottom; j += 1) {
        const [one, other] = [cores[i], cores[j]];
        if (one.node === other.node) continue;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - other.top;
        if (across > 2 && down > 1) {
          over.add(`${named(one.node.parentElement)} och ${named(other.node.parentElement)}`);
        }
      }
    }
    faults.push(...[...over].map((names) => `ligger över varandra: ${names}`));
    return [...new Set(faults)];
  }

  // WCAG 2.5.8: 24 px, or in running text, or with 24 px of room around the middle.
  function smallTargets() {
    const all = [...document.querySelectorAll(POINTED)]
      .filter((element) => visible(element) && !heardOnly(element))
      .map((element) => {
        const label = element.matches("input") && element.closest("label");
        return { element, box: box(label || element) };
      });
    const small = all.filter(({ box }) => box.width < 23.99 || box.height < 23.99);
    return small.filter(({ element, box: own }) => {
      if (inText(element)) return false;
      const x = (own.left + own.right) / 2;
      const y = (own.top + own.bottom) / 2;
      return all.some((other) => {
        if (other.element === element) return false;
        const near = other.box;
        const dx = x - Math.max(near.left, Math.min(x, near.right));
        const dy = y - Math.max(near.top, Math.min(y, near.bottom));
        if (Math.hypot(dx, dy) < 12) return true;
        return small.includes(other)
          && Math.hypot(x - (near.left + near.right) / 2, y - (near.top + near.bottom) / 2) < 24;
      });
    }).map(({ element, box: own }) => `${named(element)} ${Math.round(own.width)}×${Math.round(own.height)}`);
  }

  function inText(element) {
    if (getComputedStyle(element).display !== "inline") return false;
    const block = element.parentElement.closest("p, li, dd, dt, td, th, caption, figcaption, blockquote");
    if (!block) return false;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (data.trim().length > 1 && !parentElement.closest(POINTED) && visible(parentElement)) return true;
    }
    return false;
  }

  // axe passes over text in SVG and over tinted backgrounds; here they are judged by their colours.
  function markContrasts() {
    const faults = [];
    for (const svg of document.querySelectorAll("main svg")) {
      // What only defines marks for others shows nothing itself.
      if (!visible(svg) || svg.closest(".bar") || svg.querySelector("defs")) continue;
      const behind = backdrop(svg.parentElement);
      // A mark that is drawn once and used here is judged by its drawing.
      const drawings = [svg, ...[...svg.querySelectorAll("use")].map((use) => document.querySelector(use.getAttribute("href")))];
      const parts = drawings.flatMap((drawing) => [...drawing.querySelectorAll("circle, path, rect, text")]);
      // In a chart letters stand beside the marks, not on them.
      const apart = svg.closest(".chart");
      let under = behind;
      let seen = parts.some((part) => part.localName !== "text") ? 1 : Infinity;
      for (const part of parts) {
        const style = getComputedStyle(part);
        if (part.localName === "text") {
          const found = contrast(rgba(style.fill), apart ? behind : under);
          if (found < 4.5) faults.push(`siffran i ${named(svg.parentElement)}: ${found.toFixed(2)}`);
          continue;
        }
        const fill = style.fill === "none" ? null : rgba(style.fill);
        const stroke = style.stroke === "none" ? null : rgba(style.stroke);
        if (fill) seen = Math.max(seen, contrast(fill, behind));
        if (stroke) seen = Math.max(seen, contrast(stroke, behind));
        if (fill && !part.matches(".cross")) under = fill;
      }
      if (seen < 3) faults.push(`märket i ${named(svg.parentElement)}: ${seen.toFixed(2)}`);
    }
    for (const tint of document.querySelectorAll("main mark")) {
      if (!visible(tint)) continue;
      const style = getComputedStyle(tint);
      const image = style.backgroundImage.match(/rgba?\([^)]*\)|color\([^)]*\)/);
      const behind = image ? rgba(image[0]) : backdrop(tint);
      const found = contrast(rgba(style.color), behind);
      if (found < 4.5) faults.push(`märkt text ${named(tint)}: ${found.toFixed(2)}`);
    }
    return [...new Set(faults)];
  }

  function pointed() {
    return [...document.querySelectorAll(POINTED)].filter(visible).map(named);
  }

  window.probe = {
    box, contrast, controls: () => controls().map(named), focused, heardOnly, layoutFaults, markContrasts,
    named, pointed, rgba, smallTargets,
    startRecord: () => { steps = []; }, recorded: () => steps, startWalk, visible,
  };
})();
