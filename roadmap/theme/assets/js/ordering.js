// The bars of the strategies, ordered as the address says: most first, ties in the plan's order.
const links = document.querySelector("[data-orders]");
const rows = document.querySelector("[data-ordered]");

function order() {
  const asked = new URLSearchParams(location.search).get("order");
  const all = [...links.querySelectorAll("a")];
  const current = all.find(({ dataset }) => dataset.order === asked) || all[0];
  for (const link of all) link.removeAttribute("aria-current");
  current.setAttribute("aria-current", "true");
  const by = current.dataset.order;
  const value = (row, key) => Number(row.dataset[key]);
  const sorted = [...rows.rows].sort((a, b) => (by === "plan" ? 0 : value(b, by) - value(a, by))
    || value(a, "plan") - value(b, "plan"));
  rows.append(...sorted);
}

links.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  order();
});
addEventListener("popstate", order);
if (location.search) order();
