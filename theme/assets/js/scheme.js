// Runs before the page is drawn: says that scripts work, and keeps the reader's colour scheme.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    const chosen = localStorage.getItem("scheme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // Storage may be forbidden; then the system's scheme stands.
  }
})();
