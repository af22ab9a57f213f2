// Of a long list of names those are shown that have the letters that are typed.
const field = document.querySelector("[data-narrow]");
const status = field.nextElementSibling;
const { lang } = document.documentElement;
const groups = [...document.querySelectorAll("[data-narrowed]")];

function narrow() {
  const typed = field.value.trim().toLocaleLowerCase(lang);
  for (const group of groups) {
    const rows = [...group.querySelectorAll(".bodies > li")];
    for (const row of rows) {
      row.hidden = !row.querySelector(".who").textContent.toLocaleLowerCase(lang).includes(typed);
    }
    group.hidden = rows.every((row) => row.hidden);
  }
  status.textContent = groups.every((group) => group.hidden) ? field.dataset.narrow : "";
}

field.addEventListener("input", narrow);
// What the browser has kept in the field.
narrow();
