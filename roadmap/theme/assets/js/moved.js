// A page that has moved: the new one gets the question and the place that the old address had.
addEventListener("DOMContentLoaded", () => {
  const { href } = document.querySelector("main a");
  location.replace(`${href}${location.search}${location.hash}`);
});
