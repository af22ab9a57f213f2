// What does not come, or does not work, is told to the reader: why, as far as that is known, and
// what to do.
const SILENT = "Kontakten med webbplatsen bröts. Kontrollera nätet och försök igen.";
const OUTDATED = "Webbplatsen kan ha uppdaterats sedan du öppnade den här sidan. Ladda om sidan.";
const DAMAGED = "Det som hämtades är skadat. Ladda om sidan.";
const OUR_OWN = "Det är ett fel i sidan. Ladda om den, och rapportera felet om det kommer tillbaka.";

// Something that is needed did not come as it should. `replaced`: there may be a newer one.
export class Missing extends Error {
  constructor(url, advice = OUTDATED, replaced = true) {
    super(url);
    this.advice = advice;
    this.replaced = replaced;
  }
}

// What `read` makes of the text at an address. Throws Missing.
export async function get(url, read, options) {
  const unanswered = () => { throw new Missing(url, SILENT, false); };
  const response = await fetch(url, options).catch(unanswered);
  const { ok, status } = response;
  if (!ok && status !== 404 && status !== 410) {
    throw new Missing(url, `Webbplatsen svarade med fel ${status}. Försök igen om en stund.`, false);
  }
  const text = await response.text().catch(unanswered);
  // Some hosts answer with a page where a file is gone.
  if (!ok || text.startsWith("<")) throw new Missing(url);
  try {
    return read(text);
  } catch (error) {
    console.error(url, error);
    throw new Missing(url, DAMAGED);
  }
}

// What to tell the reader of a fault. The console is told of what the browser does not tell itself.
export function advice(error) {
  if (error instanceof Missing) return error.advice;
  console.error(error);
  return OUR_OWN;
}
