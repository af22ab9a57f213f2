// What does not come, or does not work, is told to the reader: why, as far as that is known, and
// what to do. The sentences are the page's, by these names.

// Something that is needed did not come as it should. `replaced`: there may be a newer one; `code` is
// the fault that the host answered with.
export class Missing extends Error {
  constructor(url, why = "outdated", replaced = true, code = 0) {
    super(url);
    Object.assign(this, { why, replaced, code });
  }
}

// What `read` makes of the text at an address. Throws Missing.
export async function get(url, read, options) {
  const unanswered = () => { throw new Missing(url, "silent", false); };
  const response = await fetch(url, options).catch(unanswered);
  const { ok, status } = response;
  if (!ok && status !== 404 && status !== 410) {
    throw new Missing(url, "refused", false, status);
  }
  const text = await response.text().catch(unanswered);
  // Some hosts answer with a page where a file is gone.
  if (!ok || text.startsWith("<")) throw new Missing(url);
  try {
    return read(text);
  } catch (error) {
    console.error(url, error);
    throw new Missing(url, "damaged");
  }
}

// What to tell the reader of a fault. The console is told of what the browser does not tell itself.
export function advice(error) {
  const words = JSON.parse(document.querySelector("[data-faults]").dataset.faults);
  if (error instanceof Missing) return words[error.why].replace("{code}", error.code);
  console.error(error);
  return words.own;
}
