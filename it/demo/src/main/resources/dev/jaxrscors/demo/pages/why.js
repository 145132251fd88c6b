// Why the browser decided as it did, in a sentence: the steps of the Fetch standard, taken with
// what the server recorded. https://fetch.spec.whatwg.org/#http-cors-protocol

/** The values of a header in recorded lines. */
export function values(lines, name) {
  const start = `${name.toLowerCase()}:`;
  return lines
    .filter((line) => line.toLowerCase().startsWith(start))
    .map((line) => line.slice(start.length).trim());
}

const value = (lines, name) => values(lines, name).join(", ");
const status = (exchange) => Number(exchange.response[0].split(" ")[1]);
const tokens = (text) => text.split(",").map((token) => token.trim()).filter(Boolean);

export function isPreflight(exchange) {
  return (
    exchange.request[0].startsWith("OPTIONS ") &&
    value(exchange.request, "Access-Control-Request-Method") !== ""
  );
}

/** What is wrong with a response by the CORS check, or nothing. */
function corsCheck(exchange, credentials) {
  const origin = value(exchange.request, "Origin");
  const allowed = value(exchange.response, "Access-Control-Allow-Origin");
  if (allowed === "") {
    return "it has no Access-Control-Allow-Origin";
  }
  if (allowed === "*" && !credentials) {
    return "";
  }
  if (allowed === "*") {
    return "“*” is not enough for a request with credentials";
  }
  if (allowed !== origin) {
    return `Access-Control-Allow-Origin is ${allowed}, which is not the origin ${origin}`;
  }
  if (credentials && value(exchange.response, "Access-Control-Allow-Credentials") !== "true") {
    return "Access-Control-Allow-Credentials is not there, and the request had credentials";
  }
  return "";
}

/** What is wrong with the answer to a preflight, or nothing. */
function preflightCheck(exchange, credentials) {
  const method = value(exchange.request, "Access-Control-Request-Method");
  if (status(exchange) < 200 || status(exchange) > 299) {
    return `the shop refused its preflight with ${status(exchange)}, and says nothing of what it allows: mostly this page’s origin is not allowed there, and only the shop’s log says why`;
  }
  const cors = corsCheck(exchange, credentials);
  if (cors) {
    return `of the answer to the preflight: ${cors}`;
  }
  const methods = tokens(value(exchange.response, "Access-Control-Allow-Methods"));
  const headers = tokens(value(exchange.response, "Access-Control-Allow-Headers").toLowerCase());
  const asked = tokens(value(exchange.request, "Access-Control-Request-Headers").toLowerCase());
  const isAllowed = (name, list) => list.includes(name) || (list.includes("*") && !credentials);
  const isMethodAllowed = ["GET", "HEAD", "POST"].includes(method) || isAllowed(method, methods);
  return [
    ...(isMethodAllowed ? [] : [`${method} is not in Access-Control-Allow-Methods`]),
    ...asked
      .filter((name) => !isAllowed(name, headers))
      .map((name) => `${name} is not in Access-Control-Allow-Headers`),
  ].join(", and ");
}

/** Reports whether the browser remembers that the shop granted this method. */
function isRemembered(exchange, earlier) {
  const method = exchange.request[0].split(" ")[0];
  const asked = earlier.filter(isPreflight).map((e) => value(e.request, "Access-Control-Request-Method"));
  return asked.includes(method);
}

function whyRead(exchanges, earlier, credentials) {
  const last = exchanges.at(-1);
  const origin = value(last.request, "Origin");
  const allowed = value(last.response, "Access-Control-Allow-Origin");
  const who = allowed === "*" ? "every page: “*”" : origin === "null" ? "“null”" : "this page’s origin";
  const extra = credentials ? " and credentials" : "";
  let before = "The";
  if (exchanges.some(isPreflight)) {
    before = "After a preflight that was granted, the";
  } else if (isRemembered(last, earlier)) {
    before = "Without another preflight, because the browser remembers the last one, the";
  }
  return `${before} response allows ${who}${extra}.`;
}

function whyWithheld(exchanges, credentials) {
  const last = exchanges.at(-1);
  if (isPreflight(last)) {
    const wrong = preflightCheck(last, credentials) || "the browser stopped after the preflight";
    return `The request was never sent, because ${wrong}.`;
  }
  const wrong = corsCheck(last, credentials) || "the browser stopped it for another reason than CORS";
  const served = `The shop answered with ${status(last)}, but the browser keeps that from the page, because`;
  return `${served} ${wrong}.`;
}

/** The sentence, for one request of the page; earlier exchanges are those with the same URL. */
export function why(wasRead, exchanges, earlier, credentials) {
  if (exchanges.length > 0) {
    return wasRead ? whyRead(exchanges, earlier, credentials) : whyWithheld(exchanges, credentials);
  }
  return "Nothing of it reached the shop: the request is not valid, the shop does not run, or the browser stopped the request by itself.";
}
