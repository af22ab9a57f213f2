// The whole of data/, read once and sorted by strategy.
const { readFileSync, readdirSync } = require("node:fs");
const { basename, join } = require("node:path");
const yaml = require("js-yaml");

const read = (path) => yaml.load(readFileSync(path, "utf8"), { schema: yaml.FAILSAFE_SCHEMA });
const all = (folder) =>
  readdirSync(folder).sort().map((name) => ({ key: basename(name, ".yml"), ...read(join(folder, name)) }));

module.exports = function () {
  const areas = all("data/goal-areas");
  const responses = all("data/responses");
  const strategies = areas.flatMap((area) =>
    area.strategies.map((one) => ({ ...one, area, number: one.id.slice(1), answers: [], tally: {} })));
  const byId = new Map(strategies.map((strategy) => [strategy.id, strategy]));
  for (const area of areas) area.list = area.strategies.map((one) => byId.get(one.id));
  for (const response of responses)
    for (const comment of response.comments)
      for (const id of comment.strategies) {
        const strategy = byId.get(id);
        strategy.answers.push({ response, comment });
        const value = comment.judgement?.position?.value;
        if (value) strategy.tally[value] = (strategy.tally[value] || 0) + 1;
      }
  const plan = read("data/plan.yml");
  const comments = responses.flatMap((response) =>
    response.comments.map((comment) => ({ response, comment, number: comment.strategies[0].slice(1) })));
  for (const theme of plan.themes)
    theme.answers = comments.filter(({ comment }) => comment.judgement?.themes?.some((one) => one.theme === theme.id));
  for (const area of areas) {
    const numbers = area.list.map((strategy) => strategy.number);
    area.rows = responses.map((response) => ({
      response,
      answers: response.comments
        .map((comment) => ({ comment, number: comment.strategies[0].slice(1) }))
        .filter((answer) => numbers.includes(answer.number)),
    }));
  }
  return { ...plan, areas, responses, strategies, comments };
};
