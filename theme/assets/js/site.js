// The page's controls: colour scheme, menu, copying of links, and the line that print ends with.
"use strict";

const root = document.documentElement;
const announcement = document.querySelector("[data-announce]");

function announce(text) {
  announcement.textContent = "";
  setTimeout(() => { announcement.textContent = text; }, 50);
}

const schemeButton = document.querySelector("[data-scheme]");
const systemDark = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches;
}

function nameSchemeButton() {
  schemeButton.textContent = isDark() ? "Ljust läge" : "Mörkt läge";
}

schemeButton.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try {
    localStorage.setItem("scheme", root.dataset.theme);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page.
  }
  nameSchemeButton();
});
systemDark.addEventListener("change", nameSchemeButton);
nameSchemeButton();

const menuButton = document.querySelector("[data-menu]");

function openMenu(open) {
  menuButton.setAttribute("aria-expanded", String(open));
}

menuButton.addEventListener("click", () => {
  openMenu(menuButton.getAttribute("aria-expanded") !== "true");
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menuButton.getAttribute("aria-expanded") === "true") {
    openMenu(false);
    menuButton.focus();
  }
});

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-copy]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    location.href = link.href;
    return;
  }
  history.replaceState(null, "", link.href);
  link.dataset.copied = "";
  announce("Länken är kopierad");
  setTimeout(() => delete link.dataset.copied, 3000);
});

const printed = document.querySelector("[data-printed]");
const printedName = printed.textContent.split(". http")[0];
addEventListener("beforeprint", () => {
  const day = new Date().toLocaleDateString("sv-SE");
  printed.textContent = `${printedName}. ${location.href} Utskriven ${day}.`;
});
