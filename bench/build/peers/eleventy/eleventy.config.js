const markdown = require("markdown-it")();

module.exports = function (config) {
  config.addShortcode("source", (text) => markdown.render(text));
  config.addShortcode("comment", (comment) => {
    const judgement = comment.judgement;
    if (!judgement) return `<div class="source">${markdown.render(comment.text)}</div>`;
    const found = (label, key, list) =>
      (list || []).map((one) => `<dt>${label}</dt><dd><b>${one[key]}</b> <q>${one.quote}</q></dd>`).join("");
    const { value, reason, quote } = judgement.position || {};
    return `<div class="source">${markdown.render(comment.text)}</div>
<div class="judgement"><p>Redaktionens bedömning</p>
<p><b>${value}</b></p>${reason ? `<p>${reason}</p>` : ""}${quote ? `<p>Bygger på orden <q>${quote}</q></p>` : ""}
<dl>${found("Önskar", "kind", judgement.asks)}${found("Tema", "theme", judgement.themes)}</dl>
<p>${judgement.by}</p></div>`;
  });
  return { dir: { input: "pages", data: "../_data", includes: "../_includes", output: "public" } };
};
