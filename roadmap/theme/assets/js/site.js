// The page's controls: colour scheme, menu, copying of links, and the line that print ends with.
// One file, so that a first visit is four requests. Runs before the page is drawn: says that
// scripts work, and keeps the reader's colour scheme.
import { advice, get } from "./faults.js";

(() => {
  "use strict";
  const { src } = document.currentScript;
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    const chosen = localStorage.getItem("scheme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // Storage may be forbidden; then the system's scheme stands.
  }
  document.addEventListener("DOMContentLoaded", () => {
    for (const begin of [scheme, menu, following, folding, copying, scrolling, printing, searching, selecting, ordering, choosing, narrowing, translating]) {
      try {
        begin();
      } catch (error) {
        // One that fails does not take the others along.
        console.error(error);
      }
    }
  });

  function scheme() {
    const button = document.querySelector("[data-scheme]");
    const systemDark = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);
    const { textContent: dark, dataset: { light } } = button;
    const name = () => { button.textContent = isDark() ? light : dark; };
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("scheme", root.dataset.theme);
      } catch {
        // Storage may be forbidden; the choice then lasts for this page.
      }
      name();
    });
    systemDark.addEventListener("change", name);
    name();
  }

  function menu() {
    const button = document.querySelector("[data-menu]");
    const isOpen = () => button.getAttribute("aria-expanded") === "true";
    const open = (yes) => button.setAttribute("aria-expanded", String(yes));
    button.addEventListener("click", () => open(!isOpen()));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !isOpen()) return;
      open(false);
      button.focus();
    });
  }

  // What an address has after its #; a malformed percent sequence stands for itself.
  function decoded(fragment) {
    try {
      return decodeURIComponent(fragment);
    } catch {
      return fragment;
    }
  }

  // An answer that once stood here may have moved on as more arrived; its address still leads to it.
  function following() {
    const follow = () => {
      const id = decoded(location.hash.slice(1));
      if (!id || document.getElementById(id)) return;
      for (const { dataset } of document.querySelectorAll("[data-moved]")) {
        if (id.startsWith(dataset.moved)) lead(dataset.movedTo, id.slice(dataset.moved.length));
      }
    };
    // The id has the body's, and more after it where it was of a second comment or of a request:
    // the longest that there is a page for is the body's.
    const lead = async (movedTo, rest) => {
      for (let body = rest; body; body = body.slice(0, Math.max(0, body.lastIndexOf("-")))) {
        const address = movedTo.replace("*", encodeURIComponent(body));
        const { ok } = await fetch(address, { method: "HEAD" });
        if (ok) {
          location.replace(address);
          return;
        }
      }
    };
    addEventListener("hashchange", follow);
    follow();
  }

  // On the page of an answer: what is folded follows from the window, the address and its anchor.
  function folding() {
    const contents = document.querySelector(".contents");
    if (!contents) return;
    const wide = matchMedia("(min-width: 60rem)");
    const adapt = () => { contents.open = wide.matches; };
    wide.addEventListener("change", adapt);
    adapt();
    const only = new URLSearchParams(location.search).get("visa") === "synpunkter";
    document.querySelector(only ? ".switch .only" : ".switch .whole")?.setAttribute("aria-current", "true");
    for (const retold of document.querySelectorAll(".retold")) retold.open = !only;
    // Who comes to a comment sees the title of its strategy and the comment.
    const reach = () => {
      const target = document.getElementById(decoded(location.hash.slice(1)));
      const retold = target?.matches(".reply") && target.querySelector(".retold");
      if (!retold) return;
      retold.open = false;
      target.scrollIntoView();
    };
    addEventListener("hashchange", reach);
    reach();
  }

  function copying() {
    const announcement = document.querySelector("[data-announce]");
    document.addEventListener("click", async (event) => {
      const button = event.target.closest("[data-copy-text]");
      if (button) {
        copyText(button);
        return;
      }
      const link = event.target.closest("a[data-copy]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
      event.preventDefault();
      try {
        await navigator.clipboard.writeText(link.href);
      } catch {
        location.href = link.href;
        return;
      }
      if (link.pathname === location.pathname) history.replaceState(null, "", link.href);
      tell(link, announcement.dataset.saidLink);
    });
    const tell = (control, words) => {
      control.dataset.copied = announcement.dataset.saidCopied;
      announcement.textContent = "";
      setTimeout(() => { announcement.textContent = words; }, 50);
      setTimeout(() => delete control.dataset.copied, 3000);
    };
    // Where the browser does not let a page copy, the text is chosen for the reader to copy it.
    const copyText = async (button) => {
      const text = document.getElementById(button.dataset.copyText);
      try {
        await navigator.clipboard.writeText(text.textContent);
        tell(button, announcement.dataset.saidText);
      } catch {
        getSelection().selectAllChildren(text);
      }
    };
  }

  // A table too wide for the window scrolls in a region of its own, which then has a name and focus.
  function scrolling() {
    const boxes = [...document.querySelectorAll(".scroll")];
    // A source's table has no caption: its number tells it from others, and its head what it has.
    const name = (box, table) => {
      const { saidTable: word } = document.querySelector("[data-announce]").dataset;
      if (table.caption) return `${word}: ${table.caption.textContent.trim()}`;
      const heads = [...table.querySelectorAll("th")].map((head) => head.textContent);
      return [`${word} ${boxes.indexOf(box) + 1}`, heads.join(", ")].filter(Boolean).join(": ");
    };
    const adapt = (box) => {
      const table = box.querySelector("table");
      if (table.scrollWidth > box.clientWidth) {
        box.setAttribute("role", "region");
        box.setAttribute("aria-label", name(box, table));
        box.tabIndex = 0;
      } else {
        for (const attribute of ["role", "aria-label", "tabindex"]) box.removeAttribute(attribute);
      }
    };
    const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => adapt(target.closest(".scroll"))));
    for (const box of boxes) {
      observer.observe(box);
      observer.observe(box.querySelector("table"));
    }
  }

  function printing() {
    const line = document.querySelector("[data-printed]");
    const name = line.textContent.split(". http")[0];
    addEventListener("beforeprint", () => {
      const day = new Date().toLocaleDateString("sv-SE");
      line.textContent = `${name}. ${location.href} ${line.dataset.printed.replace("{day}", day)}`;
    });
  }

  // Fetches a script; whether it came. Where it did not, `status` says what that means and why.
  async function fetched(script, status, meaning = status.dataset.failed) {
    try {
      await import(script);
      return true;
    } catch (error) {
      // The browser does not say why, so the script is asked for as a file.
      const reason = await get(new URL(script, src), () => error).catch((missing) => missing);
      status.textContent = `${meaning} ${advice(reason)}`;
      return false;
    }
  }

  // The search is fetched when it is asked for: at once, or when the reader goes to its field.
  function searching() {
    const status = document.querySelector("[data-search-status]");
    if (!status) return;
    const load = () => fetched("./search-page.js", status);
    const field = document.querySelector("main form.search input");
    const words = new URLSearchParams(location.search).get("q");
    if (words) {
      field.value = words.slice(0, field.maxLength);
      load();
      return;
    }
    let typed = "";
    field.addEventListener("input", () => { typed = field.value; });
    field.addEventListener("focus", async () => {
      // It sets the field from the address; what was typed meanwhile goes before that.
      if (!await load() || !typed || typed === field.value) return;
      field.value = typed;
      field.dispatchEvent(new Event("input"));
    }, { once: true });
  }

  // The answers to select among are fetched when the address or the reader chooses some.
  function selecting() {
    const form = document.querySelector("[data-selection] form");
    if (!form) return;
    const chosen = location.search.length > 1;
    const chips = document.querySelector("[data-selection-chips]");
    // A choice that no short cut shows is shown by the form.
    const links = chips ? [...chips.querySelectorAll("a")] : [];
    form.closest("details").open = chosen && !links.some((link) => link.getAttribute("href") === location.search);
    const status = document.querySelector("[data-selection-status]");
    const load = () => fetched("./selection.js", status);
    if (chosen) {
      load();
      return;
    }
    for (const begun of ["focusin", "change"]) form.addEventListener(begun, load, { once: true });
    // The list of bodies comes with the answers: a pointer on its way to it is reason enough.
    for (const wanted of [form.elements.body, chips]) {
      if (wanted) wanted.addEventListener("pointerover", load, { once: true });
    }
  }

  // What orders the bars of the strategies is fetched when it is asked for; a link is a link without.
  function ordering() {
    const links = document.querySelector("[data-orders]");
    if (!links) return;
    const status = document.querySelector("[data-selection-status]");
    const load = () => fetched("./ordering.js", status, links.dataset.failed);
    if (location.search) {
      load();
      return;
    }
    for (const begun of ["pointerover", "focusin"]) links.addEventListener(begun, load, { once: true });
  }

  // Of a long list of names those are shown that have the letters that are typed.
  function narrowing() {
    const field = document.querySelector("[data-narrow]");
    if (field) fetched("./narrowing.js", field.nextElementSibling);
  }

  // The same page in another language gets the question and the place that the address has. What a
  // click lets the search put into the address is there before it reaches the window.
  function translating() {
    for (const pressed of ["click", "auxclick"]) {
      addEventListener(pressed, ({ target }) => {
        const link = target.closest?.("a[rel=alternate]");
        if (link) [link.search, link.hash] = [location.search, location.hash];
      });
    }
  }

  // On a narrow screen many short cuts become one list to choose from.
  function choosing() {
    for (const box of document.querySelectorAll("[data-chips]")) {
      const links = [...box.querySelectorAll("a")];
      if (links.length < 7) continue;
      const select = document.createElement("select");
      select.setAttribute("aria-label", box.getAttribute("aria-label"));
      select.append(new Option(box.dataset.chips, ""), ...links.map((link) => new Option(link.textContent, link.href)));
      select.addEventListener("change", () => { if (select.value) location.href = select.value; });
      box.append(select);
    }
  }
})();
